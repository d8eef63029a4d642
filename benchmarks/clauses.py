"""Short invented clauses: the PLOVER type that a clause tells (`cases/predicates.csv`), and how sure an event is (`cases/certainty.csv`). Shares of rows."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import certainty
from benchmarks.measure import Outcome
from benchmarks.system import record_of

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLE = Path(__file__).resolve().parents[1] / "cases/predicates.csv"


def clauses() -> Iterator[Outcome]:
    """One outcome a row: a clause is right when its wanted type (and mode, where one is wanted) is told, or nothing is where nothing is wanted."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found = [(e.type, e.mode) for e in record_of(row["clause"]).events]
            if row["type"]:
                good = any(t == row["type"] and (not row["mode"] or m == row["mode"]) for t, m in found)
            else:
                good = not found
            yield _outcome("clauses.types", row["clause"], f"{row['type'] or 'nothing'} {row['mode']}", str(found), good=good)
    for case in certainty.table():
        wrong = certainty.wrong(case)
        yield _outcome("clauses.certainty", case.marked, str({k: v[0] for k, v in wrong.items()}), str({k: v[1] for k, v in wrong.items()}), good=not wrong)


def _outcome(figure: str, clause: str, wanted: str, found: str, *, good: bool) -> Outcome:
    out = Outcome(figure, clause[:40], int(good), 1, 1)
    if not good:
        out.miss(clause, wanted, found)
    return out
