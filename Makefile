# Everything runs in .venv, which the first command makes. Once it is there nothing needs the network.
# WHEELS=DIR installs from a folder of wheels alone ("make wheels" fills ./wheels).

PYTHON ?= python3.11
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
WHEELS ?= $(wildcard wheels)
FROM   := $(if $(WHEELS),--no-index --find-links $(WHEELS),)
GROUP   = $$($(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["dev"])')
CODE   := src tests benchmarks resources training reference

.PHONY: demo test lint gate compare errors docs reference resources scale wheels clean

demo: $(STAMP)
	$(BIN)/onrecord read samples/*.txt samples/*.html
	$(BIN)/onrecord read --out out samples/*.txt samples/*.html
	@echo "JSON records lie in out/: $$(ls out | wc -l) files"
	@echo "To open the desk on two bundled stories: $(BIN)/onrecord serve --demo"

test: $(STAMP)
	$(BIN)/python -m pytest

lint: $(STAMP)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy --strict src

gate: $(STAMP)
	$(BIN)/python -m benchmarks gate

# make compare COMMIT=abc123
compare: $(STAMP)
	$(BIN)/python -m benchmarks compare $(or $(COMMIT),HEAD)

# make errors KIND=statements|speakers|events|names|parse|polnear|marks|cases|nonpolitical
errors: $(STAMP)
	$(BIN)/python -m benchmarks errors $(or $(KIND),statements)

# how fast a store takes invented reports: make scale SIZES=10000,100000
scale: $(STAMP)
	$(BIN)/python -m benchmarks.scale --sizes $(or $(SIZES),10000,100000)

# the pages of docs/ as a site in site/
docs: $(STAMP)
	$(BIN)/zensical build --strict

# docs/reference anew, from the code
reference: $(STAMP)
	$(BIN)/python -m reference

resources: $(STAMP)
	$(BIN)/python -m resources

wheels:
	$(PYTHON) -m pip download --quiet --dest wheels . hatchling editables $$($(PYTHON) -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["dev"])')

clean:
	rm -rf out build dist site

$(STAMP): pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check $(FROM) --editable . $(GROUP)
	touch $(STAMP)
