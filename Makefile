# The two commands a newcomer needs are "make run" and "make test"; "make help" lists the others.

PYTHON ?= python3
PORT ?= 8000
# How many processes run the tests.
WORKERS ?= auto
# Where the database, the uploads and the collected static files are.
MAILLAGE_VAR_DIR ?= $(CURDIR)/var
MAILLAGE_BASE_URL ?= http://127.0.0.1:$(PORT)
export MAILLAGE_VAR_DIR MAILLAGE_BASE_URL

VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
PROVE := DJANGO_SETTINGS_MODULE=community.settings.test $(MANAGE)
ACCOUNTS := $(MAILLAGE_VAR_DIR)/demo-accounts.txt
STATIC_DONE := $(MAILLAGE_VAR_DIR)/static/.collected
# In continuous integration nothing may be left out.
REQUIRED := $(if $(CI),--required)

CATALOGUES := $(wildcard locale/*/LC_MESSAGES/*.po)
STATIC_FILES := $(shell find static -type f 2>/dev/null)
# Its time changes when a plugin is installed or removed with pip.
SITE_PACKAGES = $(wildcard $(VENV)/lib/python3*/site-packages)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run prepare test static-checks lint types imports migrations system messages-check
.PHONY: suite format messages lock clean

help: ## Show this list
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

## What is installed

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Maillage needs Python 3.11 or later: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' \
		|| { echo "Python's venv module is missing: on Debian, apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@ $(VENV)/.installed

%.mo: %.po | $(VENV)/.installed
	@$(MANAGE) compilemessages

$(STATIC_DONE): $(STATIC_FILES) $(SITE_PACKAGES) $(VENV)/.installed
	@mkdir -p $(@D)
	$(MANAGE) collectstatic --noinput --clear --verbosity 0
	@touch $@

## Serving

run: prepare ## Serve the demo on http://127.0.0.1:8000 (PORT=… for another)
	@echo
	@echo "  Maillage: $(MAILLAGE_BASE_URL)   editors: $(MAILLAGE_BASE_URL)/admin/"
	@cat "$(ACCOUNTS)" 2>/dev/null || true
	@echo "  Ctrl+C stops."
	@echo
	@DJANGO_SETTINGS_MODULE=community.settings.dev MAILLAGE_BIND=127.0.0.1:$(PORT) \
		exec $(BIN)/gunicorn community.wsgi

prepare: $(VENV)/.installed $(CATALOGUES:.po=.mo) $(STATIC_DONE)
	$(MANAGE) prepare

## Proving

test: static-checks suite ## Prove the project: checks, then every test

static-checks: lint types imports migrations system messages-check

lint: $(VENV)/.installed-dev ## Lint and format check of Python and templates
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djlint --lint --quiet templates

types: $(VENV)/.installed-dev
	$(BIN)/mypy

imports: $(VENV)/.installed-dev
	$(BIN)/lint-imports --no-logo

migrations: $(VENV)/.installed-dev
	$(PROVE) makemigrations --check --dry-run

system: $(VENV)/.installed-dev
	$(PROVE) check --fail-level WARNING

messages-check: $(VENV)/.installed-dev
	$(PROVE) checkmessages $(REQUIRED)

suite: $(VENV)/.installed-dev $(CATALOGUES:.po=.mo) ## The tests alone (ARGS="…" is given to pytest)
	$(BIN)/pytest -n $(WORKERS) --dist loadgroup $(ARGS)

## Keeping

format: $(VENV)/.installed-dev ## Format the code and mend what can be mended
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

messages: $(VENV)/.installed-dev ## Bring the French catalogue up to the sources (needs gettext)
	$(MANAGE) makemessages --locale fr --no-location --no-wrap --no-obsolete \
		$(foreach folder,$(VENV) var tests bench docs demo,--ignore $(folder))

LOCK := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links --python-version 3.11 pyproject.toml
$(BIN)/uv: | $(BIN)/python
	$(BIN)/python -m pip install --quiet 'uv>=0.13'

lock: $(BIN)/uv ## Write the lock files anew from pyproject.toml (UPGRADE=1 for newer)
	$(LOCK) $(if $(UPGRADE),--upgrade) --extra postgres --extra redis -o requirements.txt
	$(LOCK) $(if $(UPGRADE),--upgrade) --extra postgres --extra redis --extra s3 \
		-c requirements.txt -o requirements-s3.txt
	$(LOCK) $(if $(UPGRADE),--upgrade) --extra postgres --extra redis --group dev \
		-c requirements.txt -o requirements-dev.txt

clean: ## Remove the virtual environment and what was compiled; the data in var/ stays
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	rm -f $(CATALOGUES:.po=.mo)
