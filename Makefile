# The work is in bootstrap.py (the environment), mkdocs.yml (the site) and hooks/legal_site (the content).
# Without make: README, "Windows".
# PYTHON=/path/to/python3 names the Python to use; ARGS="..." is handed to the command.

PYTHON ?=
ARGS ?=
BIN := .venv/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
LAUNCHER = $(or $(PYTHON),$(shell command -v python3 2>/dev/null || command -v python 2>/dev/null))
NO_PYTHON = echo "Python 3.11 or newer is needed and none was found: install it (Debian 12 or newer: sudo apt install python3 python3-venv) and run the same command again." >&2; exit 1
BOOTSTRAP = $(if $(LAUNCHER),$(LAUNCHER) bootstrap.py,$(NO_PYTHON))

export PYTHON
export NO_MKDOCS_2_WARNING = 1

.PHONY: help serve test check build paths bench proof fuzz audit licences styles lock venv browser

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: venv ## Build the site, show it at http://127.0.0.1:8000/ and follow every edit
	@$(BIN)/mkdocs serve $(ARGS)

test: venv browser ## Run every check and test (sets up the browser that they need)
	@$(BIN)/ruff check
	@$(BIN)/mypy
	@$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder $(ARGS)

check: venv ## Check the content alone: content_data/
	@$(BIN)/python -m legal_site check $(ARGS)

build: venv ## Write the site into site/
	@$(BIN)/mkdocs build --strict $(ARGS)

paths: venv ## Write what is made from the content: paths, addresses, seals, editors' schemas
	@$(BIN)/python -m legal_site paths $(ARGS)

bench: venv ## Measure build time and memory (not a test)
	@$(BIN)/python tests/bench/measure.py $(ARGS)

proof: venv browser ## Try every page in every mode, three browsers, Lighthouse, fuzz (about an hour; resumable)
	@$(BIN)/python tests/proof/run.py $(ARGS)

fuzz: venv ## Build 2,000 spoilt trees of the invented law
	@$(BIN)/python tests/unbreakable/fuzz.py $(ARGS)

styles: venv ## Renew what the site uses of Material's style sheet (needs Node.js)
	@$(BIN)/python hooks/styles/make.py

audit: venv ## Ask whether a weakness of a dependency is known (needs the network)
	@$(BIN)/python tests/dependencies/audit.py $(ARGS)

licences: venv ## Write the licences of the dependencies into docs/
	@$(BIN)/python tests/dependencies/licences.py

lock: ## Renew requirements.txt from pyproject.toml (ARGS=--upgrade: newest versions)
	@$(BOOTSTRAP) lock $(ARGS)

venv:
	@$(BOOTSTRAP)

browser: venv
	@$(BIN)/python tests/chromium.py
