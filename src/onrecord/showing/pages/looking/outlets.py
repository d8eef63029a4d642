"""Outlets and whom they quote: a source audit. Counts of what was read, no marks given."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.errors import UnknownError
from onrecord.keeping import retrieving
from onrecord.keeping.bulk import run
from onrecord.showing.pages.filters import actor_address, outlet_address
from onrecord.showing.pages.looking.rows import Count

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onrecord.keeping.store import SqlStore

_READ = 20
"""Reports whose records are looked into for the kinds of sources, the latest first."""


class Row(NamedTuple):
    """An outlet in the list."""

    name: str
    reports: int
    copies: int
    latest: str | None
    address: str


class Audit(NamedTuple):
    """Whom an outlet quotes, how, and where its reports come from; kinds of sources are of its `read` latest reports."""

    name: str
    reports: int
    copies: int
    statements: int
    agencies: list[Count]
    speakers: list[Count]
    acts: list[Count]
    forms: list[Count]
    kinds: list[Count]
    countries: list[Count]
    read: int


def outlets(store: SqlStore, *, limit: int = 200) -> list[Row]:
    """Outlets by the number of their reports."""
    select = (
        "SELECT outlet, COUNT(*), SUM(CASE WHEN origin IS NOT NULL AND origin <> seq THEN 1 ELSE 0 END), MAX(published) FROM reports"
        " WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY 2 DESC, 1 LIMIT ?"
    )
    with store.database.reading() as connection:
        return [Row(name, reports, copies, latest, outlet_address(name)) for name, reports, copies, latest in run(connection, select, limit)]


def audit(store: SqlStore, name: str) -> Audit:
    """The source audit of one outlet. Raises UnknownError."""
    with store.database.reading() as connection:
        found = run(connection, "SELECT COUNT(*), SUM(CASE WHEN origin IS NOT NULL AND origin <> seq THEN 1 ELSE 0 END) FROM reports WHERE outlet = ?", name)
        if not found[0][0]:
            message = f"{name}: no report of this outlet in the store"
            raise UnknownError(message)
        speakers = run(
            connection,
            "SELECT identities.identity, identities.name, COUNT(*) FROM reports JOIN items ON items.report = seq AND items.kind = 'statement' JOIN roles ON item = items.id AND part = 'speaker'"
            " JOIN identities ON identities.id = roles.identity WHERE outlet = ? GROUP BY identities.identity, identities.name ORDER BY 3 DESC, 2 LIMIT 20",
            name,
        )
        kinds, read = _kinds(connection, name)
        statements = run(connection, "SELECT COUNT(*) FROM reports JOIN items ON items.report = seq WHERE outlet = ? AND kind = 'statement'", name)[0][0]
        return Audit(
            name, found[0][0], found[0][1] or 0, statements, _counts(connection, "SELECT agency, COUNT(*) FROM reports WHERE outlet = ? AND agency IS NOT NULL", name),
            [Count(n, c, actor_address(i)) for i, n, c in speakers], _of_statements(connection, "act", name), _of_statements(connection, "form", name), kinds,
            _counts(connection, "SELECT items.country, COUNT(*) FROM reports JOIN items ON items.report = seq WHERE outlet = ? AND kind = 'event' AND items.country IS NOT NULL", name), read,
        )  # fmt: skip


def _counts(connection: Connection, select: str, name: str) -> list[Count]:
    return [Count(*row) for row in run(connection, f"{select} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 12", name)]


def _of_statements(connection: Connection, column: str, name: str) -> list[Count]:
    return _counts(connection, f"SELECT {column}, COUNT(*) FROM reports JOIN items ON items.report = seq WHERE outlet = ? AND kind = 'statement'", name)  # noqa: S608  two names of ours


def _kinds(connection: Connection, name: str) -> tuple[list[Count], int]:
    """How sources are told: named, by office, not at all; of the latest reports."""
    found: dict[str, int] = {}
    rows = run(connection, "SELECT seq FROM reports WHERE outlet = ? ORDER BY day DESC, seq DESC LIMIT ?", name, _READ)
    for (seq,) in rows:
        for statement in retrieving.record(connection, seq).statements:
            found[statement.source_kind] = found.get(statement.source_kind, 0) + 1
    return [Count(*pair) for pair in sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))], len(rows)
