"""The rows of a query in one database, from the newest down.

The index is walked down and the walk stops when there is enough. Where a query wants one claim, one report or a rare standing, its rows are
picked first.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, text

from onrecord.keeping import schema
from onrecord.keeping.fulltext import BITS, LAST
from onrecord.keeping.query.compiling import Compiler, begins, words
from onrecord.keeping.query.terms import And, Begins, Coded, Term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Select

    from onrecord.keeping.query.compiling import Condition

ALL = 1 << 62
_WIDE = ("kind", "standing", "status")
FEW = 20_000  # rows that are picked and sorted; where there are more, the walk meets them soon
_LISTED = "SELECT value FROM json_each(:rows)"
_LISTED_THERE = "SELECT CAST(json_array_elements_text(CAST(:rows AS json)) AS bigint)"
ONE_BY_ONE = 500  # rows that the index is asked for by number


class Rows:
    """The rows of a term."""

    def __init__(self, connection: Connection, term: Term) -> None:
        self._connection = connection
        self._compiler = Compiler(connection)
        self._compiled = self._compiler.compiled(term)
        self._picked = self._pick(term.terms if isinstance(term, And) else (term,))

    def below(self, row: int, limit: int) -> list[int]:
        """At most so many rows with smaller numbers than this one, the greatest first."""
        if self._picked is None:
            return self._walk(row, limit)
        picked = [number for number in self._picked if number < row]
        out: list[int] = []
        for at in range(0, len(picked), ONE_BY_ONE):
            out += self._walk(row, limit - len(out), picked[at : at + ONE_BY_ONE])
            if len(out) == limit:
                break
        return out

    def _walk(self, row: int, limit: int, among: Sequence[int] | None = None) -> list[int]:
        """The index walked down from a row; only rows `among` these, where they are given."""
        compiler, compiled = self._compiler, self._compiled
        number = compiler.row
        query = select(number).select_from(words)
        if compiled.rest is not None:
            items, reports = schema.items, schema.reports
            joined = words.outerjoin(items, items.c.id == number).outerjoin(reports, reports.c.seq == number.op(">>")(BITS))
            query = select(number).select_from(joined).where(compiled.rest)
        query = query.where(compiler.asked(compiled))
        if among is not None:
            query = query.where(self._among(among))
        return list(self._connection.execute(query.where(number < row).order_by(number.desc()).limit(limit)).scalars())

    def _among(self, rows: Sequence[int]) -> Condition:
        listed = _LISTED if self._compiler.sqlite else _LISTED_THERE
        return self._compiler.row.in_(text(listed).bindparams(rows=json.dumps(rows)).columns(words.c.id))

    def _pick(self, terms: Sequence[Term]) -> list[int] | None:
        """All rows that one of these terms, which must hold together, allows, the greatest first; null where they are many, or no term tells."""
        best: list[int] | None = None
        others = [term for term in terms if not isinstance(term, Begins) and not (isinstance(term, Coded) and term.field in _WIDE)]
        most = FEW if self._compiler.index(And(tuple(others))) is None else ONE_BY_ONE
        for term in terms:
            found = self._rows_of(term, most)
            if found is not None and len(found) <= most and (best is None or len(found) < len(best)):
                best = found
        return best

    def _rows_of(self, term: Term, most: int) -> list[int] | None:
        """The rows that a term allows, at most one more than `most`; null where it is none that picks."""
        items, reports, claims = schema.items.c, schema.reports.c, schema.claims.c
        if isinstance(term, Begins) and term.field == "claim":
            return self._items(begins(items.claim, term), most)
        if isinstance(term, Coded) and term.field == "standing":
            of = select(items.id).join(schema.claims, claims.id == items.claim).where(claims.standing.in_(term.codes))
            return self._scalars(of.limit(most + 1))
        if isinstance(term, Begins) and term.field == "report":
            return self._of_reports(begins(reports.id, term), most)
        if isinstance(term, Coded) and term.field == "status" and "current" not in term.codes:
            return self._of_reports(reports.status.in_(term.codes), most)
        return None

    def _items(self, condition: Condition, most: int) -> list[int]:
        return self._scalars(select(schema.items.c.id).where(condition).limit(most + 1))

    def _of_reports(self, condition: Condition, most: int) -> list[int]:
        """All rows of reports, or so many reports that there are more rows than `most`."""
        numbers = self._scalars(select(schema.reports.c.seq).where(condition).limit(most + 1))
        own = [seq << BITS | LAST for seq in numbers]
        if len(numbers) > most:
            return own
        inside = schema.items.c.report.in_(select(schema.reports.c.seq).where(condition))
        return sorted([*own, *self._items(inside, most)], reverse=True)

    def _scalars(self, query: Select[Any]) -> list[int]:
        return sorted(self._connection.execute(query).scalars(), reverse=True)
