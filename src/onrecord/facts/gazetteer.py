"""Cities above 1,000 inhabitants, regions, larger districts within them, and countries with coordinates (GeoNames, CC BY 4.0; `resources/build/gazetteer.py`)."""

from __future__ import annotations

import sqlite3
import threading
import unicodedata
from importlib.resources import files

import msgspec

CITY, REGION, COUNTRY, DISTRICT = 0, 1, 2, 3
_LOCAL = threading.local()
_SELECT = "SELECT place.id, kind, country, region, latitude, longitude, population, own FROM name JOIN place USING (id) WHERE key = ?"


class Entry(msgspec.Struct, frozen=True):
    """A place: `geonames` its id; `kind` CITY, REGION, COUNTRY or DISTRICT (of the second level); `country` ISO 3166 alpha-3; `region` the id of its first-level region.

    Coordinates in degrees; those of regions and districts are the middle of their cities. `own` is false where it was found by another of its names.
    """

    geonames: int
    kind: int
    country: str | None
    region: int | None
    latitude: float
    longitude: float
    population: int
    own: bool


def named(name: str) -> list[Entry]:
    """All places of this name, the most populous first."""
    found = [_entry(row) for row in _base().execute(_SELECT, (key(name),))]
    return sorted(found, key=lambda entry: (-entry.population, entry.geonames))


def state(code: str) -> Entry | None:
    """The state with this alpha-3 code, or null."""
    return next((entry for entry in named(code) if entry.kind == COUNTRY and entry.country == code), None)


def region_name(geonames: int) -> str | None:
    """The name of the first-level region with this id, or null."""
    row = _base().execute("SELECT name FROM place WHERE id = ?", (geonames,)).fetchone()
    return row[0] if row is not None else None


def key(name: str) -> str:
    """The name as the table spells it: without accents, points, hyphens, apostrophes and letter case."""
    plain = name if name.isascii() else unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return " ".join("".join(" " if c in "-/,." else c for c in plain if c not in "'`’").casefold().split())


def _entry(row: tuple[int, int, str | None, int | None, int, int, int, int]) -> Entry:
    number, kind, country, region, latitude, longitude, population, own = row
    return Entry(number, kind, country, region, latitude / 10_000, longitude / 10_000, population, bool(own))


def _base() -> sqlite3.Connection:
    """The connection of the thread at hand, read-only."""
    if not hasattr(_LOCAL, "base"):
        path = files("onrecord").joinpath("data/gazetteer.db")
        _LOCAL.base = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    return _LOCAL.base  # type: ignore[no-any-return]
