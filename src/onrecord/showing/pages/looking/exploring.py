"""Events counted every way the Explore page draws them: who to whom, over time, where, and who speaks about whom."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.corroborating.days import iso
from onrecord.errors import UsageError
from onrecord.keeping.bulk import run
from onrecord.showing.pages.filters import actor_address
from onrecord.showing.pages.looking.places import points

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from onrecord.keeping.store import SqlStore
    from onrecord.showing.pages.looking.places import Point

MATRIX = 12
LINKS = 60


class Asked(NamedTuple):
    """The filters of the page, as its address has them."""

    type: str = ""
    country: str = ""
    outlet: str = ""
    certainty: str = ""
    since: str = ""
    until: str = ""
    once: str = ""

    @classmethod
    def of(cls, told: Mapping[str, str]) -> Asked:
        """From an address. Raises UsageError where a day is none."""
        asked = cls(**{name: told.get(name, "").strip() for name in cls._fields})
        for value in (asked.since, asked.until):
            if value:
                _day(value)
        return asked


class Explored(NamedTuple):
    """Everything that is drawn. `series` is (day, type, count), `dyads` (from, to, type, count), `network` (speaker, spoken about, count); ids are identities."""

    events: int
    series: list[tuple[str, str, int]]
    dyads: list[tuple[str, str, str, int]]
    network: list[tuple[str, str, int]]
    points: list[Point]
    names: dict[str, str]


def explored(store: SqlStore, asked: Asked) -> Explored:
    """The counts of the events that pass the filters; a happening told twice in one report counts once."""
    where, values = _where(asked)
    base = f"FROM items JOIN reports ON seq = items.report WHERE {where}"
    with store.database.reading() as connection:
        total = run(connection, f"SELECT COUNT(*) {base}", *values)[0][0]
        series = run(connection, f"SELECT first_day, type, COUNT(*) {base} AND first_day IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2", *values)
        names: dict[str, str] = {}
        return Explored(
            total, [(iso(d) or "", t, n) for d, t, n in series], _dyads(connection, base, values, names), _network(connection, base, values, names),
            points(connection, base, values), names,
        )  # fmt: skip


def _where(asked: Asked) -> tuple[str, list[Any]]:
    parts, values = ["kind = 'event'", "same_as IS NULL", "status = 'current'"], list[Any]()
    for column, value in (("type", asked.type), ("items.country", asked.country.upper()), ("outlet", asked.outlet), ("certainty", asked.certainty)):
        if value:
            parts.append(f"{column} = ?")
            values.append(value)
    if asked.since:
        parts.append("last_day >= ?")
        values.append(_day(asked.since))
    if asked.until:
        parts.append("first_day <= ?")
        values.append(_day(asked.until))
    if asked.once:
        parts.append("(origin IS NULL OR origin = seq)")
    return " AND ".join(parts), values


def _day(value: str) -> int:
    try:
        return date.fromisoformat(value).toordinal()
    except ValueError:
        message = f"{value}: no day; write it as 2025-03-01"
        raise UsageError(message) from None


def _dyads(connection: Connection, base: str, values: list[Any], names: dict[str, str]) -> list[tuple[str, str, str, int]]:
    """Who did what to whom, the most frequent actors alone."""
    select = (
        f"SELECT a.identity, ai.name, b.identity, bi.name, ev.type, COUNT(*) FROM (SELECT items.id AS id, type {base}) AS ev"
        " JOIN roles AS x ON x.item = ev.id AND x.part = 'actor' JOIN roles AS y ON y.item = ev.id AND y.part = 'recipient'"
        " JOIN identities AS a ON a.id = x.identity JOIN identities AS b ON b.id = y.identity JOIN identities AS ai ON ai.id = a.id JOIN identities AS bi ON bi.id = b.id"
        " WHERE a.id <> b.id GROUP BY a.identity, ai.name, b.identity, bi.name, ev.type ORDER BY 6 DESC, 1, 3 LIMIT 400"
    )  # noqa: S608  parts of ours, values apart
    found = run(connection, select, *values)
    weight: dict[str, int] = {}
    for one, _, other, _, _, count in found:
        weight[one], weight[other] = weight.get(one, 0) + count, weight.get(other, 0) + count
    kept = set(sorted(weight, key=lambda who: (-weight[who], who))[:MATRIX])
    out = [row for row in found if row[0] in kept and row[2] in kept]
    names |= {row[0]: row[1] for row in out} | {row[2]: row[3] for row in out}
    return [(one, other, type_, count) for one, _, other, _, type_, count in out]


def _network(connection: Connection, base: str, values: list[Any], names: dict[str, str]) -> list[tuple[str, str, int]]:
    """Who speaks about whom: on whose word events stand, and who acts or suffers in them."""
    select = (
        f"SELECT a.identity, a.name, b.identity, b.name, COUNT(DISTINCT ev.id) FROM (SELECT items.id AS id {base}) AS ev JOIN roles AS x ON x.item = ev.id AND x.part = 'word'"
        " JOIN roles AS y ON y.item = ev.id AND y.part IN ('actor', 'recipient') JOIN identities AS a ON a.id = x.identity JOIN identities AS b ON b.id = y.identity"
        " WHERE a.id <> b.id GROUP BY a.identity, a.name, b.identity, b.name ORDER BY 5 DESC, 1, 3 LIMIT ?"
    )  # noqa: S608  parts of ours, values apart
    out = []
    for one, name, other, their, count in run(connection, select, *values, LINKS):
        names[one], names[other] = name, their
        out.append((one, other, count))
    return out


def address_of(identity: str) -> str:
    """Where a mark of the network leads."""
    return actor_address(identity)
