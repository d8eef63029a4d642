"""An actor across reports: names, roles by date, what they say and whom they speak about."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.corroborating.days import iso
from onrecord.corroborating.identity import identities
from onrecord.errors import UnknownError
from onrecord.keeping import retrieving
from onrecord.keeping.bulk import run
from onrecord.showing.pages.filters import actor_address, outlet_address
from onrecord.showing.pages.looking.rows import Count, Month

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onrecord.keeping.store import SqlStore

RECENT = 25
_READ = 12
"""Reports whose records are looked into for roles, the latest first."""


class Item(NamedTuple):
    """A statement or event that an actor has a part in."""

    report: str
    key: str
    kind: str
    part: str
    what: str | None
    words: str
    certainty: str | None
    day: str | None
    outlet: str | None
    published: str | None
    claim: str | None


class Held(NamedTuple):
    """A role as a report states it, and where."""

    title: str
    of: str | None
    published: str | None
    report: str
    outlet: str | None


class Seen(NamedTuple):
    """All that the page of an actor shows."""

    identity: str
    name: str
    kind: str
    country: str | None
    names: list[Count]
    roles: list[Held]
    about: list[Count]
    spoken_of_by: list[Count]
    outlets: list[Count]
    items: list[Item]
    months: list[Month]
    reports: int


def actor(store: SqlStore, identity: str) -> Seen:
    """What the store knows of an identity. Raises UnknownError."""
    with store.database.reading() as connection:
        found = run(connection, "SELECT id, name, kind, country FROM identities WHERE identity = ?", identity)
        if not found:
            message = f"{identity}: nobody of this name in the store"
            raise UnknownError(message)
        number, name, kind, country = found[0]
        names = run(connection, "SELECT name, COUNT(*) FROM actors WHERE identity = ? GROUP BY name ORDER BY 2 DESC, 1 LIMIT 40", number)
        reports = run(connection, "SELECT COUNT(DISTINCT report) FROM actors WHERE identity = ?", number)[0][0]
        outlets = run(
            connection,
            "SELECT outlet, COUNT(DISTINCT seq) FROM actors JOIN reports ON seq = report WHERE identity = ? AND outlet IS NOT NULL GROUP BY outlet ORDER BY 2 DESC, 1 LIMIT 12",
            number,
        )
        return Seen(
            identity, name, kind, country, [Count(*row) for row in names], _roles(connection, number, identity), _about(connection, number),
            _by(connection, number), [Count(n, c, outlet_address(n)) for n, c in outlets], _items(connection, number), _months(connection, number), reports,
        )  # fmt: skip


def _roles(connection: Connection, number: int, identity: str) -> list[Held]:
    """Roles in the latest reports, as each states them, each title once with its earliest of those."""
    select = "SELECT DISTINCT seq, outlet, published, day FROM actors JOIN reports ON seq = report WHERE identity = ? ORDER BY day DESC LIMIT ?"
    held: dict[tuple[str, str | None], Held] = {}
    for seq, outlet, published, _ in run(connection, select, number, _READ):
        record = retrieving.record(connection, seq)
        who, names = identities(record), {a.id: a.name for a in record.actors}
        for one in record.actors:
            if who[one.id][0] == identity:
                for role in one.roles:
                    of = names.get(role.of) if role.of is not None else None
                    held[role.title, of] = Held(role.title, of, published, record.report.id, outlet)
    return sorted(held.values(), key=lambda role: role.published or "", reverse=True)


def _about(connection: Connection, number: int) -> list[Count]:
    """Who acts or is acted on in events that stand on this one's word."""
    select = (
        "SELECT identity, name, COUNT(DISTINCT said.item) FROM roles AS said JOIN roles AS named ON named.item = said.item AND named.part IN ('actor', 'recipient')"
        " JOIN identities ON id = named.identity WHERE said.identity = ? AND said.part = 'word' AND named.identity <> said.identity"
        " GROUP BY identities.identity, name ORDER BY 3 DESC, 2 LIMIT 12"
    )
    return [Count(name, count, actor_address(identity)) for identity, name, count in run(connection, select.replace("SELECT identity", "SELECT identities.identity"), number)]


def _by(connection: Connection, number: int) -> list[Count]:
    """On whose word events stand that this one acts in or suffers."""
    select = (
        "SELECT identities.identity, name, COUNT(DISTINCT said.item) FROM roles AS named JOIN roles AS said ON named.item = said.item AND said.part = 'word'"
        " JOIN identities ON id = said.identity WHERE named.identity = ? AND named.part IN ('actor', 'recipient') AND named.identity <> said.identity"
        " GROUP BY identities.identity, name ORDER BY 3 DESC, 2 LIMIT 12"
    )
    return [Count(name, count, actor_address(identity)) for identity, name, count in run(connection, select, number)]


def _items(connection: Connection, number: int) -> list[Item]:
    """The latest statements and events with a part for this one."""
    select = (
        "SELECT reports.id, items.key, kind, MIN(part), type, act, words, certainty, first_day, outlet, published, claim FROM roles JOIN items ON items.id = item"
        " JOIN reports ON seq = items.report WHERE identity = ? AND part IN ('speaker', 'actor', 'recipient')"
        " GROUP BY reports.id, items.key, kind, type, act, words, certainty, first_day, outlet, published, claim, items.id ORDER BY MAX(day) DESC, items.id DESC LIMIT ?"
    )
    return [
        Item(report, key, kind, part, type_ or act, words, certainty, iso(day), outlet, published, claim)
        for report, key, kind, part, type_, act, words, certainty, day, outlet, published, claim in run(connection, select, number, RECENT)
    ]


def _months(connection: Connection, number: int) -> list[Month]:
    """How much was said by this one and happened with it, month by month."""
    select = (
        "SELECT COALESCE(first_day, day), part, COUNT(*) FROM roles JOIN items ON items.id = item JOIN reports ON seq = items.report"
        " WHERE identity = ? AND part IN ('speaker', 'actor', 'recipient') GROUP BY 1, 2"
    )
    months: dict[str, dict[str, int]] = {}
    for day, part, count in run(connection, select, number):
        if day is not None:
            counts = months.setdefault((iso(day) or "")[:7], {})
            counts[part] = counts.get(part, 0) + count
    return [Month(month, counts) for month, counts in sorted(months.items())][-36:]
