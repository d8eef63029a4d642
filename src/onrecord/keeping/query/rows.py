"""The rows of a query in one database, from the newest down.

The index is walked down and the walk stops when there is enough. Where a query wants one report, one claim, or a rare standing or status, its rows are
looked up in the tables first; of many there are, the walk meets them soon.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, select, text, true

from onrecord.keeping import schema
from onrecord.keeping.fulltext import BITS
from onrecord.keeping.query.compiling import Compiler, begins, words
from onrecord.keeping.query.terms import And, Begins, Coded, Term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Select

    from onrecord.keeping.query.compiling import Condition

ALL = 1 << 62
FEW = 20_000  # items that are looked up and sorted
ONE_BY_ONE = 100  # rows that the index is asked for by number
SOME = 1_000  # reports that are walked one by one
_OF_TABLES = ("kind", "standing", "status")
_LISTED = "SELECT value FROM json_each(:rows)"
_LISTED_THERE = "SELECT CAST(json_array_elements_text(CAST(:rows AS json)) AS bigint)"


class Rows:
    """The rows of a term."""

    def __init__(self, connection: Connection, term: Term) -> None:
        self._connection = connection
        self._compiler = Compiler(connection)
        self._compiled = self._compiler.compiled(term)
        terms = term.terms if isinstance(term, And) else (term,)
        self._kinds = [each.codes for each in terms if isinstance(each, Coded) and each.field == "kind"]
        alone = all(isinstance(each, Begins) or (isinstance(each, Coded) and each.field in _OF_TABLES) for each in terms)
        self._reports = self._reports_of(terms, alone=alone)
        self._items = None if self._reports is not None else self._items_of(terms, alone=alone)
        self._alone = alone

    def below(self, row: int, limit: int) -> list[int]:
        """At most so many rows with smaller numbers than this one, the greatest first."""
        if self._reports is not None:
            return self._of_reports(self._reports, row, limit)
        if self._items is not None and self._alone:
            return self._looked_up(self._items, row, limit)
        return self._scalars(self.walk(row, limit, self._items))

    def walk(self, row: int, limit: int, among: Sequence[int] | None = None, *, above: int = -1) -> Select[Any]:
        """The query that walks the index down from a row; only rows `among` these, where they are given, and not below `above`."""
        compiler, compiled = self._compiler, self._compiled
        number = compiler.row
        query = select(number).select_from(words)
        if compiled.rest is not None:
            items, reports = schema.items, schema.reports
            joined = words.outerjoin(items, items.c.id == number).outerjoin(reports, reports.c.seq == number.op(">>")(BITS))
            query = select(number).select_from(joined).where(compiled.rest)
        query = query.where(compiler.asked(compiled), number < row)
        if above >= 0:
            query = query.where(number >= above)
        if among is not None:
            query = query.where(number.in_(self._listed(among, words.c.id)))
        return query.order_by(number.desc()).limit(limit)

    def _of_reports(self, reports: Sequence[int], row: int, limit: int) -> list[int]:
        """The rows of these reports, the greatest first, as far as the query holds of them."""
        out: list[int] = []
        for seq in reports:
            if len(out) < limit and seq << BITS < row:
                out += self._scalars(self.walk(min(row, (seq + 1) << BITS), limit - len(out), above=seq << BITS))
        return out

    def _looked_up(self, rows: Sequence[int], row: int, limit: int) -> list[int]:
        """Those of these items of which the query holds, which the tables tell alone."""
        items, reports = schema.items, schema.reports
        kinds = [items.c.kind.in_(codes) for codes in self._kinds]
        rest = true() if self._compiled.rest is None else self._compiled.rest
        query = select(items.c.id).select_from(items.join(reports, reports.c.seq == items.c.report))
        query = query.where(items.c.id.in_(self._listed(rows, items.c.id)), items.c.id < row, rest, *kinds)
        return self._scalars(query.order_by(items.c.id.desc()).limit(limit))

    def _reports_of(self, terms: Sequence[Term], *, alone: bool) -> list[int] | None:
        """The reports to which the query keeps, the latest first: one that is named, or, where nothing else is asked, those with a rare status."""
        reports = schema.reports.c
        conditions: list[Condition] = []
        for term in terms:
            if isinstance(term, Begins) and term.field == "report":
                conditions.append(begins(reports.id, term))
            elif alone and isinstance(term, Coded) and term.field == "status" and "current" not in term.codes:
                conditions.append(reports.status.in_(term.codes))
        if not conditions:
            return None
        found = self._scalars(select(reports.seq).where(and_(*conditions)).limit(SOME + 1))
        return None if len(found) > SOME else sorted(found, reverse=True)

    def _items_of(self, terms: Sequence[Term], *, alone: bool) -> list[int] | None:
        """The items to which the query keeps: those of a claim, or, where nothing else is asked, those with a standing; null where they are many."""
        items, claims = schema.items, schema.claims
        most = FEW if alone else ONE_BY_ONE
        for term in terms:
            query = None
            if isinstance(term, Begins) and term.field == "claim":
                query = select(items.c.id).where(begins(items.c.claim, term))
            elif alone and isinstance(term, Coded) and term.field == "standing":
                query = select(items.c.id).join(claims, claims.c.id == items.c.claim).where(claims.c.standing.in_(term.codes))
            if query is not None:
                found = self._scalars(query.limit(most + 1))
                if len(found) <= most:
                    return found
        return None

    def _listed(self, rows: Sequence[int], name: Any) -> Any:  # noqa: ANN401  a column, and a query
        listed = _LISTED if self._compiler.sqlite else _LISTED_THERE
        return text(listed).bindparams(rows=json.dumps(rows)).columns(name)

    def _scalars(self, query: Select[Any]) -> list[int]:
        return list(self._connection.execute(query).scalars())
