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

.PHONY: serve
serve: $(VENV)/.installed ## Set up and start the web page and the API on this machine
	@$(BIN)/ansvarslots serve

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
test: $(VENV)/.installed-dev ## Every test, files side by side on the processor's cores
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

.PHONY: bench
bench: $(VENV)/.installed ## Speed and memory, beside plain sentence-transformers and FAISS
	@$(BIN)/python -m eval.bench

# The evaluation asks the model agreement that comes with the program, as of a fixed day.
MEASURED := $(VENV)/evaluation
SETS := --questions eval/questions/modellavtal.jsonl --questions eval/questions/obesvarbara.jsonl \
  --questions eval/questions/vardag_modellavtal.jsonl
ASKED := $(SETS) --index $(MEASURED)/index --on 2026-11-22

.PHONY: measured-index
measured-index: $(VENV)/.installed
	@$(BIN)/ansvarslots index --corpus corpus/documents --index $(MEASURED)/index

.PHONY: figures
figures: measured-index ## Run the test part of the question sets and write docs/figures.md
	@$(BIN)/ansvarslots eval run $(ASKED) --part test --baselines \
	  --json $(MEASURED)/figures.json --markdown docs/figures.md

.PHONY: load
load: $(VENV)/.installed-dev ## Twenty questions a second for a minute: percentiles and the encoder's share
	@$(BIN)/python -m eval.load

.PHONY: figures-threads
figures-threads: measured-index ## How follow-up questions fare with and without their thread
	@$(BIN)/python -m eval.threads --questions eval/questions/threads/trad_modellavtal.jsonl \
	  --index $(MEASURED)/index --on 2026-11-22

# The statutes are not part of the program: name a folder that holds them, with the files
# called after their numbers (sfs-2017-30.md).
LAWS ?= ../shared/lagar
LAW_SETS := --questions eval/questions/lagar.jsonl --questions eval/questions/obesvarbara.jsonl \
  --questions eval/questions/vardag_lagar.jsonl

.PHONY: measured-laws
measured-laws: $(VENV)/.installed
	@$(BIN)/ansvarslots index --corpus $(LAWS) --index $(MEASURED)/laws

.PHONY: figures-statutes
figures-statutes: measured-laws ## The same for the statutes in LAWS, into docs/figures-statutes.md
	@$(BIN)/ansvarslots eval run $(LAW_SETS) --index $(MEASURED)/laws --on 2026-11-22 \
	  --part test --baselines --json $(MEASURED)/statutes.json \
	  --markdown docs/figures-statutes.md

.PHONY: figures-readers
figures-readers: measured-index measured-laws ## How far two readers agree on who answers, and the program with them
	@$(foreach set,lagar vardag_lagar,$(BIN)/python -m eval.second_reading \
	  --questions eval/questions/$(set).jsonl --reading eval/questions/second_reading/$(set).jsonl \
	  --index $(MEASURED)/laws --on 2026-11-22 &&) true
	@$(foreach set,modellavtal vardag_modellavtal,$(BIN)/python -m eval.second_reading \
	  --questions eval/questions/$(set).jsonl --reading eval/questions/second_reading/$(set).jsonl \
	  --index $(MEASURED)/index --on 2026-11-22 &&) true

KNOWN := retrieval/data/known_questions
AGREEMENT_KNOWN := $(wildcard $(KNOWN)/modellavtal-*.jsonl)
LAW_KNOWN := $(filter-out $(AGREEMENT_KNOWN) $(KNOWN)/obesvarbara.jsonl,$(wildcard $(KNOWN)/*.jsonl))

.PHONY: adapter
adapter: measured-index measured-laws ## Train the question adapter anew (half an hour or more)
	@$(BIN)/python -m eval.adapter --out retrieval/data/question_adapter.safetensors \
	  $(foreach set,$(LAW_KNOWN),--pair $(set) $(MEASURED)/laws) \
	  $(foreach set,$(AGREEMENT_KNOWN),--pair $(set) $(MEASURED)/index) \
	  $(foreach index,laws index,--pair $(KNOWN)/obesvarbara.jsonl $(MEASURED)/$(index))

.PHONY: known-vectors
known-vectors: measured-index measured-laws ## Keep the vectors of the known questions anew
	@$(BIN)/python -m eval.known_vectors $(MEASURED)/index $(MEASURED)/laws

.PHONY: weights
weights: measured-index measured-laws ## Find the weights of ranking and judge anew
	@$(BIN)/python -m eval.fit_command --on 2026-11-22 \
	  --pair eval/questions/lagar.jsonl $(MEASURED)/laws \
	  --pair eval/questions/obesvarbara.jsonl $(MEASURED)/laws \
	  --pair eval/questions/obesvarbara_2.jsonl $(MEASURED)/laws \
	  --pair eval/questions/vardag_lagar.jsonl $(MEASURED)/laws \
	  --pair eval/questions/modellavtal.jsonl $(MEASURED)/index \
	  --pair eval/questions/obesvarbara.jsonl $(MEASURED)/index \
	  --pair eval/questions/obesvarbara_2.jsonl $(MEASURED)/index \
	  --pair eval/questions/vardag_modellavtal.jsonl $(MEASURED)/index

.PHONY: gate
gate: measured-index ## Fail when the answers got surely worse than the committed baseline
	@$(BIN)/ansvarslots eval run $(ASKED) --json $(MEASURED)/gate.json
	@$(BIN)/ansvarslots eval gate $(MEASURED)/gate.json --baseline eval/baseline/modellavtal.json

.PHONY: baseline
baseline: measured-index ## Make today's answers the baseline of the gate
	@$(BIN)/ansvarslots eval run $(ASKED) --json $(MEASURED)/gate.json
	@$(BIN)/ansvarslots eval gate $(MEASURED)/gate.json --renew \
	  --baseline eval/baseline/modellavtal.json

.PHONY: screenshots
screenshots: $(VENV)/.installed-dev ## Take the pictures of the web page in docs/images (needs Chromium)
	@$(BIN)/python -m bot.web.screenshots --out docs/images

.PHONY: clean
clean: ## Remove the virtual environment and what the tools left
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

export Q
