# `make` alone prints what there is.
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
Q ?= Vem ansvarar när hemsjukvården avslutas?
PIP_QUIET ?= --quiet --disable-pip-version-check

.PHONY: help
help: ## Show the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# The stamp files remember what was installed, and from which pins.
$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || \
	  { echo "Python 3.11, 3.12 or 3.13 is needed: make PYTHON=python3.12 …" >&2; exit 1; }
	@echo "Making the virtual environment $(VENV) …" >&2
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.made pyproject.toml constraints.txt
	@echo "Installing; the first time this takes a few minutes …" >&2
	@$(BIN)/python -m pip install $(PIP_QUIET) --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@echo "Installing what the tests and checks need …" >&2
	@$(BIN)/python -m pip install $(PIP_QUIET) --constraint constraints.txt --editable ".[dev]"
	@touch $@

.PHONY: install
install: $(VENV)/.installed ## Make the virtual environment and install the program

.PHONY: ask
ask: $(VENV)/.installed ## Set up and answer a question: make ask Q="…"
	@$(BIN)/ansvarslots ask "$$Q"

.PHONY: index
index: $(VENV)/.installed ## Build the index of the default corpus anew
	@$(BIN)/ansvarslots index

.PHONY: check
check: $(VENV)/.installed-dev ## Style, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

.PHONY: test
test: $(VENV)/.installed-dev ## Every test
	$(BIN)/python -m pytest

.PHONY: bench
bench: $(VENV)/.installed ## Speed and memory, beside plain sentence-transformers and FAISS
	@$(BIN)/python -m eval.bench

# The evaluation asks the model agreement that comes with the program, as of a fixed day.
MEASURED := $(VENV)/evaluation
SETS := --questions eval/questions/modellavtal.jsonl --questions eval/questions/obesvarbara.jsonl
ASKED := $(SETS) --index $(MEASURED)/index --on 2026-11-22

.PHONY: measured-index
measured-index: $(VENV)/.installed
	@$(BIN)/ansvarslots index --corpus corpus/documents --index $(MEASURED)/index

.PHONY: figures
figures: measured-index ## Run the test part of the question sets and write docs/figures.md
	@$(BIN)/ansvarslots eval run $(ASKED) --part test --baselines \
	  --json $(MEASURED)/figures.json --markdown docs/figures.md

.PHONY: gate
gate: measured-index ## Fail when the answers got surely worse than the committed baseline
	@$(BIN)/ansvarslots eval run $(ASKED) --json $(MEASURED)/gate.json
	@$(BIN)/ansvarslots eval gate $(MEASURED)/gate.json --baseline eval/baseline/modellavtal.json

.PHONY: baseline
baseline: measured-index ## Make today's answers the baseline of the gate
	@$(BIN)/ansvarslots eval run $(ASKED) --json $(MEASURED)/gate.json
	@$(BIN)/ansvarslots eval gate $(MEASURED)/gate.json --renew \
	  --baseline eval/baseline/modellavtal.json

.PHONY: clean
clean: ## Remove the virtual environment and what the tools left
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

export Q
