"""What people said of items, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.errors import UnknownError
from onrecord.keeping import retrieving
from onrecord.keeping.bulk import run

if TYPE_CHECKING:
    from onrecord.keeping.store import SqlStore


class Judgement(msgspec.Struct, frozen=True):
    """A person's word on one item or two. `orphaned`: the item is no more in the report's present reading."""

    id: int
    who: str
    at: str
    verdict: str
    report: str
    key: str
    other_report: str | None
    other_key: str | None
    field: str | None
    value: Any
    undone: bool
    orphaned: bool


_SELECT = "SELECT id, who, at, verdict, report, key, other_report, other_key, field, value, undone, orphaned FROM judgements"


def judgements(store: SqlStore, *, report: str | None = None, before: int | None = None, limit: int = 50) -> list[Judgement]:
    """Judgements with numbers under `before`, newest first; on items of one report alone where it is told. Raises UnknownError."""
    with store.database.reading() as connection:
        below = before if before is not None else 2**62
        if report is None:
            rows = run(connection, f"{_SELECT} WHERE id < ? ORDER BY id DESC LIMIT ?", below, limit)
        else:
            whole = retrieving.numbered(connection, report)[1]
            found = f"{_SELECT} WHERE id < ? AND (report = ? OR other_report = ?) ORDER BY id DESC LIMIT ?"
            rows = run(connection, found, below, whole, whole, limit)
    return [_made(row) for row in rows]


def judgement(store: SqlStore, number: int) -> Judgement:
    """One judgement. Raises UnknownError."""
    with store.database.reading() as connection:
        rows = run(connection, f"{_SELECT} WHERE id = ?", number)
    if not rows:
        message = f"{number}: no such judgement in the store"
        raise UnknownError(message)
    return _made(rows[0])


def _made(row: tuple[Any, ...]) -> Judgement:
    told = dict(zip(Judgement.__struct_fields__, row, strict=True))
    value = told["value"]
    return Judgement(**{**told, "value": None if value is None else msgspec.json.decode(value), "undone": bool(row[-2]), "orphaned": bool(row[-1])})
