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

.PHONY: figures
figures: $(VENV)/.installed ## Run the question sets and write docs/figures.md
	@$(BIN)/ansvarslots eval figures

.PHONY: clean
clean: ## Remove the virtual environment and what the tools left
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

export Q
