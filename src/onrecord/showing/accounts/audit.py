"""What was done at the desk and by whom, never rewritten."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.keeping.bulk import run
from onrecord.keeping.store import now

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onrecord.keeping.database import Database


class Noted(msgspec.Struct, frozen=True):
    """One line of the log."""

    id: int
    at: str
    who: str | None
    what: str
    address: str | None
    detail: Any


def note(connection: Connection, what: str, *, who: str | None, address: str | None = None, detail: dict[str, Any] | None = None) -> None:
    """Writes a line within the transaction of what it tells of."""
    told = None if detail is None else msgspec.json.encode(detail).decode()
    run(connection, "INSERT INTO audit (at, who, what, address, detail) VALUES (?, ?, ?, ?, ?)", now(), who, what, address, told)


def noted(database: Database, *, limit: int = 100, before: int | None = None) -> list[Noted]:
    """The last lines, newest first, those before number `before`."""
    below = before if before is not None else 2**62
    with database.reading() as connection:
        rows = run(connection, "SELECT id, at, who, what, address, detail FROM audit WHERE id < ? ORDER BY id DESC LIMIT ?", below, limit)
    return [_noted(*row) for row in rows]


def _noted(number: int, at: str, who: str | None, what: str, address: str | None, detail: str | None) -> Noted:
    return Noted(number, at, who, what, address, None if detail is None else msgspec.json.decode(detail))
