"""Places across reports: where most is said and done, and what happened at one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.errors import UnknownError
from onrecord.keeping.bulk import among, run
from onrecord.keeping.query.hits import hits
from onrecord.keeping.query.terms import And
from onrecord.showing.gathering.chosen import Counted, chosen
from onrecord.showing.gathering.remembered import remembered

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onrecord.keeping.protocol import Hit
    from onrecord.keeping.store import SqlStore

_LAST = "\U0010ffff"
_SITE = "sites.site, sites.name, sites.kind, sites.country, sites.admin1, sites.latitude, sites.longitude, sites.geonames"
_CHOSEN = (
    "SELECT site, coalesce(type, 'say'), count(*) FROM items WHERE id IN :values AND site IS NOT NULL AND (kind = 'statement' OR same_as IS NULL)"
    " GROUP BY 1, 2"
)


class PlaceRow(msgspec.Struct, frozen=True):
    """A place and how much there is at it. `centroid`: the coordinates are the middle of a country or region, nothing happened just there."""

    site: str
    name: str
    kind: str
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    geonames: int | None
    items: int
    centroid: bool
    types: dict[str, int] = {}


class Map(msgspec.Struct, frozen=True):
    """Places with coordinates, those with most first; `counted` tells of what, null where all is counted."""

    places: list[PlaceRow]
    counted: Counted | None


def places(store: SqlStore, query: str = "", *, limit: int = 50, after: int = 0) -> list[PlaceRow]:
    """Places whose name begins with `query`, those with most items first, `after` so many."""
    with store.database.reading() as connection:
        begun = query.strip()
        if begun:
            select = (
                f"SELECT {_SITE}, sited.items, sites.id FROM sites JOIN sited ON sited.site = sites.id AND sited.type = ''"
                " WHERE sites.name >= ? AND sites.name < ? AND sited.items > 0 ORDER BY sited.items DESC, sites.id LIMIT ? OFFSET ?"
            )
            return [_row(row) for row in run(connection, select, begun, begun + _LAST, limit, after)]
        return _top(connection, "", limit, after)


def place(store: SqlStore, site: str) -> PlaceRow:
    """One place, with its events by type. Raises UnknownError."""
    with store.database.reading() as connection:
        number, row = _numbered(connection, site)
        types = dict(run(connection, "SELECT type, items FROM sited WHERE site = ? AND items > 0 ORDER BY items DESC, type", number))
        return _row((*row, types.pop("", 0)), types)


def items_at(store: SqlStore, site: str, *, limit: int = 50, before: int | None = None) -> list[Hit]:
    """What was said and happened at a place, the last to arrive first; `before` is a hit's cursor. Raises UnknownError."""
    with store.database.reading() as connection:
        number, _ = _numbered(connection, site)
        below = before if before is not None else 1 << 62
        rows = run(connection, "SELECT id FROM items WHERE site = ? AND id < ? ORDER BY id DESC LIMIT ?", number, below, limit)
        return hits(connection, [row[0] for row in rows], And(()))


@remembered
def map_of(store: SqlStore, query: str = "", *, type: str | None = None, once: bool = False, most: int = 500) -> Map:  # noqa: A002  PLOVER's word
    """The map of the events that a query chooses (all there are without one), of one type where it is told; with `once` a wire counts once.

    Raises QueryError.
    """
    with store.database.reading() as connection:
        if not query.strip() and not once:
            return Map([row for row in _top(connection, type or "", most, 0) if row.latitude is not None], None)
        ids, counted = chosen(connection, query, "event", once=once)
        types: dict[int, dict[str, int]] = {}
        for number, code, items in among(connection, _CHOSEN, ids):
            if type in (None, code):
                types.setdefault(number, {})[code] = items
        rows = among(connection, f"SELECT sites.id, {_SITE} FROM sites WHERE id IN :values", types)
        made = [_row((*row[1:], sum(types[row[0]].values())), types[row[0]]) for row in rows if row[6] is not None]
        return Map(sorted(made, key=lambda one: (-one.items, one.site))[:most], counted)


def _top(connection: Connection, type_: str, limit: int, after: int) -> list[PlaceRow]:
    select = (
        f"SELECT {_SITE}, sited.items FROM sited JOIN sites ON sites.id = sited.site"
        " WHERE sited.type = ? AND sited.items > 0 ORDER BY sited.items DESC, sited.site LIMIT ? OFFSET ?"
    )
    return [_row(row) for row in run(connection, select, type_, limit, after)]


def _numbered(connection: Connection, site: str) -> tuple[int, tuple[Any, ...]]:
    found = run(connection, f"SELECT sites.id, {_SITE} FROM sites WHERE site = ?", site)
    if not found:
        message = f"{site}: no such place in the store"
        raise UnknownError(message)
    return found[0][0], found[0][1:]


def _row(row: tuple[Any, ...], types: dict[str, int] | None = None) -> PlaceRow:
    site, name, kind, country, admin1, latitude, longitude, geonames, items, *_ = row
    centroid = kind in ("country", "region") and latitude is not None
    return PlaceRow(site, name, kind, country, admin1, latitude, longitude, geonames, items, centroid, types or {})
