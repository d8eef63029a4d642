"""`find`: what a query asks for, newest first, page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.errors import QueryError
from onrecord.keeping.fulltext import BITS, LAST, seq_of
from onrecord.keeping.query.fields import find_fields
from onrecord.keeping.query.hits import hits
from onrecord.keeping.query.parsing import parse
from onrecord.keeping.query.rows import ALL, Rows
from onrecord.keeping.query.terms import And, Coded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from onrecord.keeping.protocol import Hit

KINDS = ("report", "statement", "event")
_PAGE = 200


def find(connection: Connection, query: str = "", *, kind: str | None = None, limit: int = 50, after: str | None = None) -> list[Hit]:
    """What a query asks for, newest first; with kind `report` the reports of whatever it finds. Raises QueryError."""
    if kind is not None and kind not in KINDS:
        message = f'the kind cannot be "{kind}"; it is one of {", ".join(KINDS)}'
        raise QueryError(message)
    below = row_of(after)
    term = parse(query, find_fields())
    if kind in ("statement", "event"):
        term = And((Coded("kind", (kind,)), term))
    rows = Rows(connection, term)
    if kind == "report":
        return hits(connection, list(_reports(rows, below, limit)), term, whole=True)
    return hits(connection, rows.below(below, limit), term)


def row_of(after: str | None) -> int:
    """The row that a cursor names; all rows are below that of null. Raises QueryError."""
    if after is None:
        return ALL
    if not (after.isascii() and after.isdecimal()) or int(after) > ALL:
        message = f'"{after}" is no cursor; a cursor is what the last row of a page gives'
        raise QueryError(message)
    return int(after)


def _reports(rows: Rows, below: int, limit: int) -> Iterator[int]:
    """The rows of the reports that found rows belong to, each once."""
    given = 0
    while given < limit:
        page = rows.below(below, _PAGE)
        for row in page:
            if row < below:
                given += 1
                below = seq_of(row) << BITS
                yield row | LAST
            if given == limit:
                return
        if not page:
            return
