"""What the page of an actor has beside its tallies: roles by date, and how much there was in each month."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.corroborating.days import iso
from onrecord.corroborating.identity import identities
from onrecord.keeping import retrieving
from onrecord.keeping.bulk import run
from onrecord.showing.gathering.actors import numbered
from onrecord.showing.gathering.remembered import remembered
from onrecord.showing.pages.looking.rows import Count, Month

if TYPE_CHECKING:
    from onrecord.keeping.store import SqlStore

_READ = 12
"""Reports whose records are looked into for roles, the latest to arrive first."""
LATEST = 1000
"""How many of each part in items the months are counted from, and of names; the latest to arrive."""
_MONTHS = 36
_NAMES = 40


class Held(NamedTuple):
    """A role as a report states it, and where."""

    title: str
    of: str | None
    published: str | None
    report: str
    outlet: str | None


@remembered
def roles(store: SqlStore, identity: str) -> list[Held]:
    """Roles in the latest reports, as each states them, the last published first; of each role the earliest of those reports. Raises UnknownError."""
    with store.database.reading() as connection:
        number = numbered(connection, identity)
        select = "SELECT DISTINCT seq, outlet, published FROM actors JOIN reports ON seq = report WHERE identity = ? ORDER BY seq DESC LIMIT ?"
        held: dict[tuple[str, str | None], Held] = {}
        for seq, outlet, published in run(connection, select, number, _READ):
            record = retrieving.record(connection, seq)
            who, names = identities(record), {a.id: a.name for a in record.actors}
            for one in record.actors:
                if who[one.id][0] == identity:
                    for role in one.roles:
                        of = names.get(role.of) if role.of is not None else None
                        held[role.title, of] = Held(role.title, of, published, record.report.id, outlet)
    return sorted(held.values(), key=lambda role: role.published or "", reverse=True)


@remembered
def names(store: SqlStore, identity: str) -> list[Count]:
    """The names that reports give this one, as they write them, in how many of the latest reports. Raises UnknownError."""
    select = (
        "SELECT name, COUNT(*) FROM (SELECT name FROM actors WHERE identity = ? ORDER BY report DESC LIMIT ?) AS latest"
        " GROUP BY name ORDER BY 2 DESC, 1 LIMIT ?"
    )
    with store.database.reading() as connection:
        return [Count(name, count) for name, count in run(connection, select, numbered(connection, identity), LATEST, _NAMES)]


@remembered
def months(store: SqlStore, identity: str) -> list[Month]:
    """How much was said by this one and happened with it, month by month, in the latest items. Raises UnknownError."""
    select = (
        "SELECT first_day FROM (SELECT item FROM roles WHERE identity = ? AND part = ? ORDER BY item DESC LIMIT ?) AS latest"
        " JOIN items ON items.id = latest.item WHERE first_day IS NOT NULL"
    )
    counted: dict[str, dict[str, int]] = {}
    with store.database.reading() as connection:
        number = numbered(connection, identity)
        for part in ("speaker", "actor", "recipient"):
            for (day,) in run(connection, select, number, part, LATEST):
                counts = counted.setdefault((iso(day) or "")[:7], {})
                counts[part] = counts.get(part, 0) + 1
    return [Month(month, counts) for month, counts in sorted(counted.items())][-_MONTHS:]
