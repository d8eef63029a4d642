"""Short invented clauses, as shares of rows that hold.

The attribution that a sentence makes (`cases/statements.csv`), the PLOVER type that a clause tells (`predicates.csv`), how sure an event is
(`certainty.csv`).
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import certainty
from benchmarks.measure import Outcome
from benchmarks.system import record_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.record import Statement

CASES = Path(__file__).resolve().parents[1] / "cases"
TABLE = CASES / "predicates.csv"


def clauses() -> Iterator[Outcome]:
    """One outcome a row: a clause is right when its wanted type (and mode, where one is wanted) is told, or nothing is where nothing is wanted."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found = [(e.type, e.mode) for e in record_of(row["clause"]).events]
            told = any(t == row["type"] and (not row["mode"] or m == row["mode"]) for t, m in found)
            good = told if row["type"] else not found
            yield _outcome("clauses.types", row["clause"], f"{row['type'] or 'nothing'} {row['mode']}", str(found), good=good)
    with (CASES / "statements.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            wanted = tuple(row[k] for k in ("source", "cue", "content", "form", "act"))
            seen = [_told(s) for s in record_of(row["text"]).statements]
            good = wanted in seen if row["content"] else not seen
            yield _outcome("clauses.statements", row["text"], str(wanted), str(seen), good=good)
    for case in certainty.table():
        wrong = certainty.wrong(case)
        yield _outcome("clauses.certainty", case.marked, str({k: v[0] for k, v in wrong.items()}), str({k: v[1] for k, v in wrong.items()}), good=not wrong)


def _told(statement: Statement) -> tuple[str, ...]:
    """A statement as the table writes it: source, cue, pieces of content, form, act."""
    source, cue = (span.text if span is not None else "" for span in (statement.source, statement.cue))
    return source, cue, " | ".join(span.text for span in statement.content), statement.form, statement.act


def _outcome(figure: str, clause: str, wanted: str, found: str, *, good: bool) -> Outcome:
    out = Outcome(figure, clause[:40], int(good), 1, 1)
    if not good:
        out.miss(clause, wanted, found)
    return out
