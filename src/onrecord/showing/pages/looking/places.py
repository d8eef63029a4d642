"""Places: where they are, and what is told of them. A country or region has a middle, not a spot; it is marked as such."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.errors import UnknownError
from onrecord.keeping import retrieving
from onrecord.keeping.bulk import run
from onrecord.showing.pages.looking.rows import Count

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onrecord.keeping.store import SqlStore
    from onrecord.record import Place

SPOTS = ("city", "site")
MOST = 150


class Point(NamedTuple):
    """A place on the map; `centroid` where its coordinates are the middle of something large."""

    name: str
    count: int
    latitude: float
    longitude: float
    centroid: bool


class Told(NamedTuple):
    """What the page of a place shows beside what search finds."""

    place: Place | None
    name: str
    types: list[Count]
    count: int


def place(store: SqlStore, name: str) -> Told:
    """A place by its name. Raises UnknownError."""
    with store.database.reading() as connection:
        types = run(connection, "SELECT type, COUNT(*) FROM items WHERE place = ? AND kind = 'event' GROUP BY type ORDER BY 2 DESC, 1", name)
        count = run(connection, "SELECT COUNT(*) FROM items WHERE place = ?", name)[0][0]
        found = _found(connection, name)
    if not count and found is None:
        message = f"{name}: nothing in the store is told of a place of this name"
        raise UnknownError(message)
    return Told(found, name, [Count(t, c, f"/search?q=type:{t}") for t, c in types], count)


def points(connection: Connection, base: str, values: list[Any]) -> list[Point]:
    """The places of events with coordinates, each from a record that has it."""
    select = f"SELECT place, COUNT(*), MAX(items.report) {base} AND place IS NOT NULL GROUP BY place ORDER BY 2 DESC, 1 LIMIT ?"  # noqa: S608
    out: list[Point] = []
    records: dict[int, dict[str, Place]] = {}
    for name, count, seq in run(connection, select, *values, MOST):
        if seq not in records:
            records[seq] = {p.name: p for p in retrieving.record(connection, seq).places}
        found = records[seq].get(name)
        if found is not None and found.latitude is not None and found.longitude is not None:
            out.append(Point(name, count, found.latitude, found.longitude, found.kind not in SPOTS))
    return out


def _found(connection: Connection, name: str) -> Place | None:
    """The place as the latest record has it."""
    for (seq,) in run(connection, "SELECT MAX(report) FROM items WHERE place = ?", name):
        if seq is not None:
            return next((p for p in retrieving.record(connection, seq).places if p.name == name), None)
    return None
