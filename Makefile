# `make` alone lists the targets. Nothing is installed outside of .venv and .run.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL = PIP_CONSTRAINT=constraints.txt PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip install --quiet
READY := $(VENV)/.ready
DEV := $(VENV)/.dev
COMPILED := .run/compiled
BENCH := $(VENV)/.bench
ARGS ?=

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-20s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "needs Python 3.11 or newer as $(PYTHON) (set PYTHON=...)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(READY): pyproject.toml constraints.txt | $(BIN)/python
	@echo "setting up $(VENV) (once) ..." >&2
	@$(INSTALL) pip
	@$(INSTALL) --editable '.[embedded]'
	@touch $@

$(DEV): $(READY)
	@$(INSTALL) --group dev
	@touch $@

# From a copy: extensions beside the sources would hide every later change of them.
$(COMPILED)/.ready: pyproject.toml deploy/compiled/native.py $(shell find workers -type f -not -name '*.pyc') | $(BIN)/python
	@echo "compiling text, lexicon, extraction, matching and incidents (minutes) ..." >&2
	@rm -rf $(COMPILED)
	@mkdir -p $(COMPILED)/source
	@cp -R pyproject.toml README.md LICENSE workers $(COMPILED)/source
	@$(BIN)/python deploy/compiled/native.py $(COMPILED)/source
	@HATCH_BUILD_HOOK_ENABLE_MYPYC=true PIP_CONSTRAINT=$(CURDIR)/constraints.txt \
		$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir $(COMPILED) ./$(COMPILED)/source
	@$(INSTALL) --no-deps --target $(COMPILED)/lib $(COMPILED)/*.whl
	@touch $@

$(BENCH): $(DEV)
	@$(INSTALL) --group bench
	@touch $@

.PHONY: setup
setup: $(DEV) ## install everything into .venv (the other targets do it when needed)

.PHONY: run
run: $(READY) ## broker, worker, sample articles, incidents live; ONCE=1 ends by itself
	@$(BIN)/tawatur up $(if $(filter-out 0,$(ONCE)),--once) $(ARGS)

# Four processes, whatever the machine has: three wait for brokers most of their time.
.PHONY: test
test: $(DEV) ## all tests (ARGS="-k words" for some, ARGS="-n 0 ..." in one process)
	@$(BIN)/python -m pytest -n 4 --dist loadscope --no-loadscope-reorder $(ARGS)

.PHONY: check
check: lint types test ## lint, types and all tests

.PHONY: lint
lint: $(DEV) ## ruff: style and format
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

.PHONY: types
types: $(DEV) ## mypy, strict
	@$(BIN)/mypy

.PHONY: bench
bench: $(BENCH) ## speed of the stages; matching as incidents grow, and what anyone would try beside it
	@$(BIN)/python -m pytest -m benchmark -s tests/benchmarks $(ARGS)
	@$(if $(ARGS),,$(BIN)/python -m tests.benchmarks.matching_cost)
	@$(if $(ARGS),,$(BIN)/python -m tests.benchmarks.rivals)

.PHONY: soak
soak: $(DEV) ## an hour of news on a real Kafka with kills, pauses, broker failures (MINUTES=60)
	@$(BIN)/python -m tests.soak.run --minutes $(or $(MINUTES),60) $(ARGS)

.PHONY: compiled
compiled: $(COMPILED)/.ready ## extraction and matching as C extensions in .run/compiled/lib (needs a C compiler)

.PHONY: bench-compiled
bench-compiled: $(DEV) $(COMPILED)/.ready ## bench on the compiled build
	@$(BIN)/pytest -o pythonpath="$(COMPILED)/lib ." -m benchmark -s tests/benchmarks $(ARGS)

.PHONY: golden
golden: $(DEV) ## quality on the labelled corpora, one table; then with weights that never saw them
	@$(BIN)/python -m tests.golden.run $(or $(ARGS),--all-months)
	@$(if $(ARGS),,$(BIN)/python -m tests.golden.origins)
	@$(if $(ARGS),,$(BIN)/python -m tests.golden.held_out)

.PHONY: golden-errors
golden-errors: $(DEV) ## what is missed, invented or wrong (CORPUS=samples|brief|composed|seeds|...)
	@$(BIN)/python -m tests.golden.errors $(or $(CORPUS),samples) $(ARGS)

.PHONY: golden-false-alarms
golden-false-alarms: $(DEV) ## attacks found in 1,000 articles on sport, economy, culture, technology
	@$(BIN)/python -m tests.golden.false_alarms $(ARGS)

.PHONY: golden-held-out
golden-held-out: $(DEV) ## each newswire month with weights fitted without it
	@$(BIN)/python -m tests.golden.held_out $(ARGS)

.PHONY: golden-match
golden-match: $(DEV) ## quality of the matching alone, on gold events
	@$(BIN)/python -m tests.golden.match $(ARGS)

.PHONY: golden-match-causes
golden-match-causes: $(DEV) ## which misread fields cost matching what (ARGS="brief --errors")
	@$(BIN)/python -m tests.golden.match_causes $(ARGS)

.PHONY: golden-blocking
golden-blocking: $(DEV) ## pairs of one attack that blocking loses
	@$(BIN)/python -m tests.golden.blocking $(ARGS)

.PHONY: golden-shuffles
golden-shuffles: $(DEV) ## the same events in 1,000 orders: one partition?
	@$(BIN)/python -m tests.golden.shuffles $(ARGS)

.PHONY: fit-extraction
fit-extraction: $(DEV) ## estimate the weights of the judgement of what is news
	@$(BIN)/python -m tests.golden.fit_judgement --write $(ARGS)

.PHONY: fit
fit: $(DEV) ## estimate the match weights from the development corpora
	@$(BIN)/python -m tests.golden.fit $(ARGS)

.PHONY: kafka
kafka: ## start a real Apache Kafka under .run (needs Java 17, Maven); STOP=1 stops it
	@$(PYTHON) deploy/kafka/kafka.py $(if $(filter-out 0,$(STOP)),stop,start) $(ARGS)

.PHONY: lock
lock: ## write constraints.txt anew from pyproject.toml's ranges
	rm -rf .run/lock && $(PYTHON) -m venv .run/lock
	.run/lock/bin/python -m pip install --quiet --upgrade pip
	.run/lock/bin/python -m pip install --quiet '.[embedded]' --group dev --group bench 'hatchling>=1.25,<2' 'hatch-mypyc>=0.16,<0.17'
	{ echo "# What was tested together; make lock writes this file."; \
	  .run/lock/bin/python -m pip freeze --all --exclude tawatur --exclude setuptools --exclude wheel; \
	} > constraints.txt
	rm -rf .run/lock

.PHONY: clean
clean: ## remove .venv, .run and caches
	rm -rf $(VENV) .run .pytest_cache .mypy_cache .ruff_cache .hypothesis dist
	find . -name __pycache__ -type d -not -path './.git/*' -prune -exec rm -rf {} +
