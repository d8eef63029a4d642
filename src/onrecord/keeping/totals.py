"""Counts that are kept as reports come and go, and the last numbers that were given to rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.keeping.bulk import put_new, run
from onrecord.keeping.protocol import Stats
from onrecord.keeping.schema import totals

if TYPE_CHECKING:
    from sqlalchemy import Connection

COUNTED = ("reports", "statements", "events", "actors", "claims", "outlets", "origins")
"""What `stats` shows, each a row of `totals`."""
NUMBERED = ("last report", "last identity", "last site")
"""The last number given in each table; numbers are never given twice, even after rows are gone."""


class Totals:
    """The counts within one transaction of a writer: read once, written once at its end."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._there = dict(run(connection, "SELECT name, count FROM totals"))
        self._now = dict.fromkeys((*COUNTED, *NUMBERED), 0) | self._there

    def add(self, name: str, change: int) -> None:
        """Counts up, or down."""
        self._now[name] += change

    def number(self, name: str, how_many: int = 1) -> int:
        """The first of so many new numbers in a row."""
        first = self._now[f"last {name}"] + 1
        self._now[f"last {name}"] += how_many
        return first

    def copy(self) -> dict[str, int]:
        """The counts as they stand, for `back`."""
        return dict(self._now)

    def back(self, before: dict[str, int]) -> None:
        """Puts the counts back to what they were."""
        self._now = dict(before)

    def write(self) -> None:
        """Writes what has changed."""
        new = [(name, 0) for name in self._now if name not in self._there]
        put_new(self._connection, totals, ("name", "count"), new)
        for name, count in self._now.items():
            if self._there.get(name, 0) != count:
                run(self._connection, "UPDATE totals SET count = ? WHERE name = ?", count, name)
        self._there = dict(self._now)


def stats(connection: Connection) -> Stats:
    """What the store holds."""
    there = dict(run(connection, "SELECT name, count FROM totals"))
    return Stats(**{name: there.get(name, 0) for name in COUNTED})


def counted(connection: Connection) -> dict[str, int]:
    """The same, counted anew row by row: what `check` compares with."""
    counts = {
        "reports": "SELECT count(*) FROM reports",
        "statements": "SELECT count(*) FROM items WHERE kind = 'statement'",
        "events": "SELECT count(*) FROM items WHERE kind = 'event'",
        "actors": "SELECT count(*) FROM identities",
        "claims": "SELECT count(*) FROM claims",
        "outlets": "SELECT count(DISTINCT outlet) FROM reports",
        "origins": "SELECT count(DISTINCT origin) FROM reports",
    }
    return {name: int(run(connection, select)[0][0]) for name, select in counts.items()}
