# Two commands do everything: `make run` and `make test`. Both set up what they need; a second time is quick.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

.PHONY: run test setup system check lint types contracts tests properties bench bench-search bench-export bench-figures bench-matching bench-reading bench-window bench-opening walk bench-check kill window-kills pictures lock clean

run: setup
	@$(BIN)/factcheck check seeds
	@.ci/window

test: setup check tests

# Compiled once here: where Python is told to write no bytecode, every process would compile all modules for itself.
setup: $(READY)
	@$(BIN)/python -m compileall -q src

system:
	@.ci/system-libraries $(PYTHON)

$(READY): pyproject.toml requirements.lock | system
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || \
	  { echo "factcheck needs Python 3.11, 3.12 or 3.13; name one with: make PYTHON=python3.12 ..."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

check: lint types contracts

lint: setup
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: setup
	@$(BIN)/mypy

contracts: setup
	@$(BIN)/lint-imports

tests: setup
	@QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n auto

# Properties with new examples: the tests try the same ones each time.
properties: setup
	@QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n auto -m hypothesis --hypothesis-profile=new

# Speed and quality beside peers; never run by the tests.
bench: setup
	@$(BIN)/python bench/quality.py

# Search alone: query kinds at ARTICLES articles beside SQLite FTS5, kill -9 in mid-write, random queries,
# and what indexing costs beside a check.
ARTICLES ?= 10000
bench-search: setup
	@$(BIN)/python bench/search.py speed --articles $(ARTICLES)
	@$(BIN)/python bench/search.py kill
	@$(BIN)/python bench/search.py fuzz
	@$(BIN)/python bench/search.py share --articles 2000

# Exports alone: time and memory of each format at a hundred thousand findings, random findings through every format.
bench-export: setup
	@$(BIN)/python bench/export.py
	@QT_QPA_PLATFORM=offscreen $(BIN)/python bench/export_fuzz.py

# Speed of the window: ten thousand articles, a hundred thousand findings; needs a quiet machine.
bench-window: setup
	@QT_QPA_PLATFORM=offscreen $(BIN)/python bench/window.py

# How soon a dossier of a hundred thousand articles shows its first rows.
bench-opening: setup
	@QT_QPA_PLATFORM=offscreen $(BIN)/python bench/opening.py

# A check from end to end, of articles made from the line-parallel corpus in DATA.
DATA ?= ../shared/data/ntrex-dev
bench-check: setup
	@$(BIN)/python bench/check.py --data $(DATA) --sizes 1000,16000
	@$(BIN)/python bench/check.py --data $(DATA) --sizes 16000 --add --keep build/bench-check

# kill -9 at random moments, and disks that fill up, can no longer be written, or lose pages.
kill: setup
	@$(BIN)/python bench/kill.py --kills 200
	@$(BIN)/python bench/kill.py --kills 40 --editions 6
	@$(BIN)/python bench/kill.py faults

# Reading alone: speed beside trafilatura and pypdfium2, the article against its page, languages of passages where DATA is
# there, damaged and malicious files.
HOSTILE ?= 5000
bench-reading: setup
	@$(BIN)/python bench/reading.py
	@$(BIN)/python bench/boilerplate.py
	@test ! -d $(DATA) || $(BIN)/python bench/passage_languages.py $(DATA)
	@$(BIN)/python bench/hostile.py --inputs $(HOSTILE)

# Matching alone: cost and memory as a dossier grows; DATA is a line-parallel corpus.
bench-matching: setup
	@$(BIN)/python bench/growth.py --data $(DATA)

# The reader of figures against hostile text: random strings, every prefix of the articles, megabytes without a space;
# then its speed beside two peers on the sentences of LINES.
STRINGS ?= 100000
LINES ?= ../shared/data/ntrex-dev/en.txt
bench-figures: setup
	@$(BIN)/python bench/figures_fuzz.py megabytes
	@$(BIN)/python bench/figures_fuzz.py prefixes
	@$(BIN)/python bench/figures_fuzz.py strings --count $(STRINGS)
	@$(BIN)/python bench/figures_fuzz.py numbers --count 20
	@test ! -f $(LINES) || $(BIN)/python bench/figures_peers.py $(LINES)

# Two thousand random steps through the window.
walk: setup
	@QT_QPA_PLATFORM=offscreen $(BIN)/python bench/walk.py

# The worker killed at random while the window is in use.
KILLS ?= 20
window-kills: setup
	@QT_QPA_PLATFORM=offscreen $(BIN)/python bench/window_kills.py --kills $(KILLS)

# Pictures of the README, and of every page and state in English and Persian, light and dark, in three sizes, in TO.
TO ?= build/pictures
pictures: setup
	@QT_QPA_PLATFORM=offscreen $(BIN)/python bench/pictures.py --to $(TO)

# The lock file holds names and versions only.
lock:
	@rm -rf $(VENV)/lock && $(PYTHON) -m venv $(VENV)/lock
	@$(VENV)/lock/bin/pip install --quiet --disable-pip-version-check ".[dev]"
	@$(VENV)/lock/bin/pip freeze --exclude factcheck > requirements.lock
	@rm -rf $(VENV)/lock

clean:
	@rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache
