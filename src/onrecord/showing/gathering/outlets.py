"""Outlets: what they publish, whom they quote, whose reports they take over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.corroborating.days import iso
from onrecord.errors import UnknownError
from onrecord.keeping.bulk import among, run
from onrecord.showing.gathering.naming import Named, named

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onrecord.keeping.store import SqlStore

_AGENCIES = "SELECT agency, count(*), sum(CASE WHEN origin <> seq THEN 1 ELSE 0 END) FROM reports WHERE outlet = ? GROUP BY agency"


class OutletRow(msgspec.Struct, frozen=True):
    """An outlet and how much of it there is."""

    outlet: str
    reports: int
    statements: int
    events: int


class Quoted(msgspec.Struct, frozen=True):
    """Whom an outlet quotes, and in how many statements."""

    who: Named
    statements: int


class OutletPage(msgspec.Struct, frozen=True):
    """One outlet: since when and until when there are reports, how many are copies of another's, by which agencies, whom it quotes most.

    `speakers` are all whom it quotes, `half` the fewest of them with half of the statements: the smaller, the narrower its sources.
    """

    outlet: OutletRow
    first_day: str | None
    last_day: str | None
    copies: int
    agencies: dict[str, int]
    quoted: list[Quoted]
    speakers: int
    half: int


def outlets(store: SqlStore, *, limit: int = 50, after: int = 0) -> list[OutletRow]:
    """Outlets, those with most reports first, `after` so many."""
    with store.database.reading() as connection:
        select = "SELECT outlet FROM publishing WHERE what = 'report' AND items > 0 ORDER BY items DESC, outlet LIMIT ? OFFSET ?"
        return _rows(connection, [row[0] for row in run(connection, select, limit, after)])


def outlet(store: SqlStore, name: str) -> OutletPage:
    """One outlet by its name. Raises UnknownError."""
    with store.database.reading() as connection:
        rows = _rows(connection, [name])
        if not rows or not rows[0].reports:
            message = f"{name}: no such outlet in the store"
            raise UnknownError(message)
        first, last = run(connection, "SELECT min(day), max(day) FROM reports WHERE outlet = ?", name)[0]
        agencies = run(connection, _AGENCIES, name)
        counts = run(connection, "SELECT identity, items FROM quoting WHERE outlet = ? AND items > 0 ORDER BY items DESC, identity", name)
        who = named(connection, [row[0] for row in counts[:50]])
        by = sorted(((row[0], row[1]) for row in agencies if row[0] is not None), key=lambda row: (-row[1], row[0]))
        return OutletPage(
            rows[0], iso(first), iso(last), int(sum(row[2] or 0 for row in agencies)), dict(by),
            [Quoted(who[number], items) for number, items in counts[:50] if number in who], len(counts), _half([row[1] for row in counts]),
        )  # fmt: skip


def _rows(connection: Connection, names: list[str]) -> list[OutletRow]:
    found = among(connection, "SELECT outlet, what, items FROM publishing WHERE outlet IN :values", names)
    counts = {(name, what): items for name, what, items in found}
    return [OutletRow(name, *(counts.get((name, what), 0) for what in ("report", "statement", "event"))) for name in names]


def _half(counts: list[int]) -> int:
    """How many of these, greatest first, have half of them all."""
    whole, had = sum(counts), 0
    for number, count in enumerate(counts, 1):
        had += count
        if 2 * had >= whole:
            return number
    return 0
