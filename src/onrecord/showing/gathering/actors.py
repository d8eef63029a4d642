"""Actors across reports: who is spoken of most, and what one of them says, does and suffers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.errors import UnknownError
from onrecord.keeping.bulk import among, run
from onrecord.keeping.query.hits import hits
from onrecord.keeping.query.terms import And
from onrecord.keeping.words import words
from onrecord.showing.gathering.dyads import Dyad, dyads_of
from onrecord.showing.gathering.naming import Named, named
from onrecord.showing.gathering.remembered import remembered
from onrecord.showing.gathering.speaking import Spoken, about_whom, of_whom

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onrecord.keeping.protocol import Hit
    from onrecord.keeping.store import SqlStore

_TOP = 2000  # identities with most items, whose names are all looked at
_MOST = 1000  # names that are looked at beside theirs
_LAST = "\U0010ffff"
_OF_MOST = (
    "SELECT top.identity, name FROM (SELECT identity FROM voices WHERE part = '' ORDER BY items DESC LIMIT ?) AS top"
    " JOIN spellings ON spellings.identity = top.identity WHERE word >= ? AND word < ?"
)
_OF_ALL = "SELECT identity, name FROM spellings WHERE word >= ? AND word < ? ORDER BY word, identity LIMIT ?"


class ActorRow(msgspec.Struct, frozen=True):
    """An actor in a list: items in which it plays a part, and how many it says, does, and is done to in."""

    identity: str
    name: str
    kind: str
    country: str | None
    items: int
    said: int
    did: int
    received: int


class ActorPage(msgspec.Struct, frozen=True):
    """One actor: every name it goes by, the parts it plays, with whom, who speaks about it and of whom it speaks, which outlets quote it most."""

    actor: ActorRow
    names: list[str]
    dyads: list[Dyad]
    speaks_about: list[Spoken]
    spoken_of_by: list[Spoken]
    outlets: dict[str, int]


@remembered
def actors(store: SqlStore, query: str = "", *, limit: int = 50, after: int = 0) -> list[ActorRow]:
    """Actors whose names have all words of `query` (the last one perhaps begun only), those with most items first, `after` so many."""
    with store.database.reading() as connection:
        told = words(query)
        if not told:
            select = "SELECT identity, items FROM voices WHERE part = '' ORDER BY items DESC, identity LIMIT ? OFFSET ?"
            numbers = [row[0] for row in run(connection, select, limit, after)]
            return _rows(connection, numbers)
        spelt = _spelt(connection, told)
        counts = among(connection, "SELECT identity, items FROM voices WHERE part = '' AND items > 0 AND identity IN :values", spelt)
        best = sorted(counts, key=lambda row: (-row[1], row[0]))[after : after + limit]
        return _rows(connection, [row[0] for row in best])


def actor(store: SqlStore, identity: str) -> ActorPage:
    """One actor by its identity. Raises UnknownError."""
    with store.database.reading() as connection:
        number = numbered(connection, identity)
        rows = _rows(connection, [number])
        names = [row[0] for row in run(connection, "SELECT DISTINCT name FROM spellings WHERE identity = ? ORDER BY name LIMIT 200", number)]
        outlets = run(connection, "SELECT outlet, items FROM quoting WHERE identity = ? AND items > 0 ORDER BY items DESC, outlet LIMIT 50", number)
        ties = dyads_of(connection, number), about_whom(connection, number), of_whom(connection, number)
        return ActorPage(rows[0], names, *ties, {row[0]: row[1] for row in outlets})


def items_of(store: SqlStore, identity: str, *, part: str | None = None, limit: int = 50, before: int | None = None) -> list[Hit]:
    """What an actor plays a part in (speaker, actor, recipient, word, addressee), the last to arrive first; `before` is a hit's cursor.

    Raises UnknownError.
    """
    with store.database.reading() as connection:
        number = numbered(connection, identity)
        below = before if before is not None else 1 << 62
        if part is None:
            select = "SELECT DISTINCT item FROM roles WHERE identity = ? AND item < ? ORDER BY item DESC LIMIT ?"
            rows = run(connection, select, number, below, limit)
        else:
            select = "SELECT item FROM roles WHERE identity = ? AND part = ? AND item < ? ORDER BY item DESC LIMIT ?"
            rows = run(connection, select, number, part, below, limit)
        return hits(connection, [row[0] for row in rows], And(()))


def numbered(connection: Connection, identity: str) -> int:
    """The number of an identity. Raises UnknownError."""
    found = run(connection, "SELECT id FROM identities WHERE identity = ?", identity)
    if not found:
        message = f"{identity}: no such actor in the store"
        raise UnknownError(message)
    return int(found[0][0])


def _spelt(connection: Connection, told: list[str]) -> list[int]:
    """Identities of whose names one has all these words, the last one begun at least; where they are many, not all that are hardly spoken of."""
    *whole, begun = told
    first = max(whole, key=len) if whole else begun
    last = first + ("\x01" if whole else _LAST)
    rows = [*run(connection, _OF_MOST, _TOP, first, last), *run(connection, _OF_ALL, first, last, _MOST)]
    split = ((number, name.split()) for number, name in rows)
    return list(dict.fromkeys(number for number, had in split if set(whole).issubset(had) and any(word.startswith(begun) for word in had)))


def _rows(connection: Connection, numbers: list[int]) -> list[ActorRow]:
    who = named(connection, numbers)
    found = among(connection, "SELECT identity, part, items FROM voices WHERE identity IN :values", numbers)
    parts = {(number, part): items for number, part, items in found}
    return [_row(who[number], number, parts) for number in numbers if number in who]


def _row(who: Named, number: int, parts: dict[tuple[int, str], int]) -> ActorRow:
    all_, said, did, received = (parts.get((number, part), 0) for part in ("", "speaker", "actor", "recipient"))
    return ActorRow(who.identity, who.name, who.kind, who.country, all_, said, did, received)
