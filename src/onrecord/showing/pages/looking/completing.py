"""Completion of what is typed into the search: names of actors, outlets and places that begin so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.keeping.bulk import run

if TYPE_CHECKING:
    from onrecord.keeping.store import SqlStore

FEWEST = 2
_MOST = 8


def completions(store: SqlStore, typed: str) -> list[tuple[str, str]]:
    """(what the search takes, what it is) for the last words typed; fields stay as they are."""
    begun = typed.strip()
    if len(begun) < FEWEST or ":" in begun:
        return []
    last = begun + "￿"
    capital = begun[:1].upper() + begun[1:]
    out: list[tuple[str, str]] = []
    with store.database.reading() as connection:
        for table, column, kind in (("identities", "name", "actor"), ("reports", "outlet", "outlet"), ("items", "place", "place")):
            found: list[tuple[str]] = []
            for prefix in dict.fromkeys((begun, capital)):
                select = f"SELECT DISTINCT {column} FROM {table} WHERE {column} >= ? AND {column} < ? ORDER BY 1 LIMIT {_MOST}"  # noqa: S608  names of ours
                found += run(connection, select, prefix, prefix + last[-1])
            out += [(name, kind) for (name,) in found]
    return list(dict.fromkeys(out))[:12]
