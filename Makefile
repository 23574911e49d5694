# make demo   a record and a report from the example articles
# make test   all tests
# Both set up .venv first. Python 3.11 or newer and make are all they need. PYTHON=/path/to/python chooses another Python.

.DEFAULT_GOAL := help
.PHONY: help demo test lint bench bench-times rules wheel compiled-wheel clean

VENV ?= .venv
BIN := $(VENV)/bin

help:
	@sed -n '1,/^$$/s/^# //p' Makefile

# One Python of 3.11 or newer, and a virtual environment even where it comes without ensurepip (Debian).
$(BIN)/python:
	@set -e; found=; \
	for p in $(PYTHON) python3.13 python3.12 python3.11 python3 python; do \
	  if command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$p; break; fi; \
	done; \
	if [ -z "$$found" ]; then echo "Isnad needs Python 3.11 or newer. Install it, or name one: make PYTHON=/path/to/python" >&2; exit 1; fi; \
	if $$found -c 'import venv, ensurepip' 2>/dev/null; then $$found -m venv $(VENV); \
	elif $$found -m pip --version >/dev/null 2>&1 && $$found -c 'import venv' 2>/dev/null; then \
	  $$found -m venv --without-pip $(VENV); $$found -m pip --python $(BIN)/python install --quiet pip; \
	elif command -v uv >/dev/null 2>&1; then uv venv --quiet --seed --python $$found $(VENV); \
	elif command -v virtualenv >/dev/null 2>&1; then virtualenv --quiet --python $$found $(VENV); \
	else echo "$$found comes without venv. On Debian or Ubuntu: sudo apt install python3-venv; then run make again." >&2; exit 1; fi

$(VENV)/.core: $(BIN)/python pyproject.toml constraints.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.'
	@touch $@

$(VENV)/.dev: $(BIN)/python pyproject.toml constraints.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@ $(VENV)/.core

demo: $(VENV)/.core
	@$(BIN)/isnad demo --output demo

test: $(VENV)/.dev
	@$(BIN)/python -m pytest

lint: $(VENV)/.dev
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/isnad lexicon check

bench: $(VENV)/.dev
	@$(BIN)/python benchmarks/speed.py

bench-times: $(VENV)/.dev
	@$(BIN)/python benchmarks/accuracy.py

rules: $(VENV)/.dev
	@$(BIN)/python tools/rules.py

wheel: $(VENV)/.dev
	@$(BIN)/python -m build --wheel --outdir dist .

# for this machine's Python alone; a C compiler and some minutes
compiled-wheel: $(VENV)/.dev
	@HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 $(BIN)/python -m build --wheel --outdir dist .

clean:
	@rm -rf dist build demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
