"""Completion of what is typed into the search: names of actors, outlets and places that begin so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.keeping.bulk import run
from onrecord.showing.gathering.actors import actors
from onrecord.showing.gathering.places import places

if TYPE_CHECKING:
    from onrecord.keeping.store import SqlStore

FEWEST = 2
_LAST = "\U0010ffff"


def completions(store: SqlStore, typed: str) -> list[tuple[str, str]]:
    """(what the search takes, what it is) for what was typed; a query with fields is left alone."""
    begun = typed.strip()
    if len(begun) < FEWEST or ":" in begun or '"' in begun:
        return []
    capital = begun[:1].upper() + begun[1:]
    found = [(row.name, row.kind.replace("_", " ")) for row in actors(store, begun, limit=6)]
    found += [(row.name, row.kind) for row in places(store, capital, limit=4)]
    with store.database.reading() as connection:
        select = "SELECT outlet FROM publishing WHERE what = 'report' AND outlet >= ? AND outlet < ? ORDER BY outlet LIMIT 4"
        rows = run(connection, select, capital, capital + _LAST)
    found += [(outlet, "outlet") for (outlet,) in rows]
    return list({name: (name, kind) for name, kind in reversed(found)}.values())[::-1]
