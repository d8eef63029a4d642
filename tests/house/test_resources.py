"""Facts are edited once, in resources/, and compiled: what the package carries is what the tables say."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from resources.__main__ import HERE, PACKAGE, compile_all

if TYPE_CHECKING:
    from pathlib import Path

TABLES = sorted(HERE.glob("*.csv"))
GATHERED = frozenset({"gazetteer.db"})
"""Compiled files whose source is too large for the repository; each is named, with what it was had from, in resources/README.md."""


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("data")
    compile_all(out)
    return out


@pytest.mark.parametrize("path", sorted(PACKAGE.iterdir()), ids=lambda path: path.name)
def test_compiled_file_is_not_stale(path: Path, compiled: Path) -> None:
    if path.name in GATHERED:
        assert path.name in (HERE / "README.md").read_text(encoding="utf-8")
        return
    assert (compiled / path.name).exists(), f"no script in resources/tables writes {path.name}"
    assert (compiled / path.name).read_bytes() == path.read_bytes(), f"{path.name} is stale: run `make resources`"


def test_every_compiled_file_is_in_the_package(compiled: Path) -> None:
    assert {path.name for path in compiled.iterdir()} <= {path.name for path in PACKAGE.iterdir()}


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_every_row_names_its_source(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    assert [number for number, row in enumerate(rows, 2) if not (row.get("source") or "").strip()] == []


def test_readme_names_every_table_and_no_other() -> None:
    text = (HERE / "README.md").read_text(encoding="utf-8")
    named = {line.split("`")[1] for line in text.splitlines() if line.startswith("| `")}
    assert {path.name for path in TABLES} <= named
    assert {name for name in named if name.endswith(".csv")} <= {path.name for path in TABLES}
