"""How many there were on each day: statements by act, events by type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from onrecord.corroborating.days import iso
from onrecord.keeping.bulk import among, run
from onrecord.showing.gathering.chosen import Counted, chosen
from onrecord.showing.gathering.remembered import remembered

if TYPE_CHECKING:
    from onrecord.keeping.store import SqlStore

_CHOSEN = (
    "SELECT coalesce(type, act), first_day, count(*) FROM items WHERE id IN :values AND (kind = 'statement' OR same_as IS NULL) AND NOT echo"
    " AND first_day IS NOT NULL AND last_day - first_day < 7 GROUP BY 1, 2"
)


class Day(msgspec.Struct, frozen=True):
    """A day, and how many of each type or act there were on it."""

    day: str
    items: int
    codes: dict[str, int]


class Series(msgspec.Struct, frozen=True):
    """Days in order, those without anything left out; what is told without a day, or within more than a week, is in none.

    `counted` tells of what, null where all is counted.
    """

    kind: Literal["statement", "event"]
    days: list[Day]
    counted: Counted | None


@remembered
def series(
    store: SqlStore, query: str = "", *, kind: Literal["statement", "event"] = "event", once: bool = False,
    since: int | None = None, until: int | None = None,
) -> Series:  # fmt: skip
    """The series of what a query chooses (without one of all) between two days (ordinals); with `once` a wire counts once. Raises QueryError."""
    first, last = since if since is not None else 0, until if until is not None else 10_000_000
    with store.database.reading() as connection:
        counted = None
        if query.strip() or once:
            ids, counted = chosen(connection, query, kind, once=once)
            rows = [row for row in among(connection, _CHOSEN, ids) if first <= row[1] <= last]
        else:
            rows = run(connection, "SELECT code, day, items FROM series WHERE kind = ? AND day >= ? AND day <= ? AND items > 0", kind, first, last)
    days: dict[int, dict[str, int]] = {}
    for code, day, items in rows:
        days.setdefault(day, {})[code] = items
    return Series(kind, [Day(iso(day) or "", sum(days[day].values()), dict(sorted(days[day].items()))) for day in sorted(days)], counted)
