# The commands people type. Everything is set up in .venv; nothing is installed elsewhere.
PYTHON ?= python3
PORT ?= 8000
REV ?= HEAD
VENV := .venv
BIN := $(VENV)/bin
WORKERS := --numprocesses auto --maxprocesses 4 --dist worksteal
export NO_MKDOCS_2_WARNING := 1
export PYTHONPATH := hooks

.PHONY: serve build catalogue posters zip check verify fmt diff links test sweep root-test browser lint types schema audit elsewhere screenshot bench clean help

help: ## List the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

serve: $(VENV)/.ready ## Serve the site with live reload (PORT=8000)
	@$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

build: $(VENV)/.ready ## Build the site into site/; a failed build leaves the last one whole
	@$(BIN)/mkdocs build --strict

verify: $(VENV)/.ready ## Check the site that make build has left, by itself: links, headings, references, JSON, feed, search, policy, sizes
	@$(BIN)/exhibit verify site

zip: $(VENV)/.ready ## Pack the site into build/ to be read from a folder, without a server
	@$(BIN)/mkdocs build --strict --config-file mkdocs.offline.yml
	@$(BIN)/python -m adapter.offline

catalogue: browser ## Print the whole exhibit as one PDF, build/eurasian-accords.pdf
	@$(BIN)/python -m adapter.print

posters: browser ## Print three posters of A3 into build/posters: lineage, membership, the map of four days
	@$(BIN)/python -m adapter.posters

check: $(VENV)/.ready ## Check the data and the calls in docs/
	@$(BIN)/exhibit check --strict --write

diff: $(VENV)/.ready ## Tell which facts changed since a revision (REV=main; the last commit if not given)
	@$(BIN)/exhibit diff $(REV)

links: $(VENV)/.ready ## Ask the sources' addresses whether they still answer, where there is a network; nothing fails by it
	@$(BIN)/exhibit links

test: browser ## Run the tests, the real-browser ones included
	@$(BIN)/python -m pytest $(WORKERS)

sweep: browser ## Run the long tests, of which make test takes a sample: every page at every width, a second build
	@$(BIN)/python -m pytest $(WORKERS) -m sweep

root-test: ## Run make build and make test on a bare Debian 12 (as root, with debootstrap)
	@tests/root.sh

lint: $(VENV)/.ready-dev ## Style and types
	@$(BIN)/ruff check hooks tests audit bench
	@$(BIN)/ruff format --check hooks tests audit bench
	@$(BIN)/mypy hooks/exhibit hooks/adapter hooks/mkdocs_hook.py

types: node_modules/.ready ## The types of the scripts, as their comments give them (needs npm)
	@node_modules/.bin/tsc

fmt: $(VENV)/.ready ## Put the fields of the data files in their usual order; comments stay
	@$(BIN)/exhibit fmt

schema: $(VENV)/.ready ## Write schema/ anew from the models
	@$(BIN)/exhibit schema

audit: build verify browser types ## Drive outside tools (needs npm and java): types of scripts, known holes in the locks, 10,000 data sets made by a machine, Nu HTML checker, Lighthouse, hints in an editor, nginx and Caddy with the examples of publishing/
	@$(BIN)/python audit/locks.py
	@$(BIN)/python -m pytest audit
	@EXHIBIT_AUDIT=1 $(BIN)/python -m pytest $(WORKERS) tests/test_hostile_mutations.py
	@EXHIBIT_SITE=site CYCLES=100 $(BIN)/python -m pytest $(WORKERS) -m sweep
	@$(BIN)/python audit/audit.py

elsewhere: build ## Build the exhibit with ProperDocs and with Zensical too, and say what is missing there
	@$(BIN)/python audit/elsewhere.py

bench: build browser ## Measure builds and saves, the search by name, and the timeline with 5,000 synthetic entries (ENTRIES=5000)
	@$(BIN)/python bench/speed.py
	@$(BIN)/python bench/timeline.py $(ENTRIES)
	@$(BIN)/python bench/search.py

screenshot: build browser ## Take the README's pictures anew
	@$(BIN)/python tests/browser/screenshot.py

clean: ## Remove what was built and set up
	rm -rf site .site.new-* build node_modules .cache $(VENV)

node_modules/.ready: package.json package-lock.json
	@command -v npm >/dev/null || { echo "npm is missing; on Debian: apt-get install npm" >&2; exit 1; }
	@PUPPETEER_SKIP_DOWNLOAD=1 npm ci --ignore-scripts --silent
	@touch $@

define SET_UP
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; set PYTHON=python3.12 or the like" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { echo "the venv module is missing; on Debian: apt-get install python3-venv" >&2; rm -rf $(VENV); exit 1; }
	@echo "Setting up $(VENV) …"
	@$(BIN)/python -m pip --disable-pip-version-check --quiet install --require-hashes -r $<
	@$(BIN)/python -m pip --disable-pip-version-check --quiet install --no-index --no-deps --no-build-isolation --editable .
endef

# What tests and style need has all in it that a build needs: where both are wanted, there is one installation.
ifneq ($(filter test sweep lint browser catalogue posters audit screenshot bench,$(MAKECMDGOALS)),)
$(VENV)/.ready: $(VENV)/.ready-dev
	@touch $@
else
$(VENV)/.ready: requirements.txt pyproject.toml
	$(SET_UP)
	@touch $@
endif

$(VENV)/.ready-dev: requirements-dev.txt requirements.txt pyproject.toml
	$(SET_UP)
	@touch $(VENV)/.ready $@

# Looked for each time: what a machine has may be gone tomorrow, and a stamp would not tell.
browser: $(VENV)/.ready-dev
	@$(BIN)/python tests/browser/ready.py
