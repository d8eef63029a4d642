"""Days on a line: from what a report says of its time to a place on an axis."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from onrecord.corroborating.days import days

_MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Tick(NamedTuple):
    """A day that is named on the axis."""

    x: float
    label: str


class Line(NamedTuple):
    """An axis of days from `first` to `last` (ordinals), drawn from `left` to `right`."""

    first: int
    last: int
    left: float
    right: float

    def x(self, day: float) -> float:
        """Where a day stands."""
        return round(self.left + (day - self.first) / max(self.last - self.first, 1) * (self.right - self.left), 1)

    def ticks(self, most: int = 9) -> list[Tick]:
        """Days to name, at most so many, at even steps; the year with the first and wherever it is another."""
        span = self.last - self.first
        step = next((s for s in (1, 2, 3, 7, 14, 30, 61, 91, 182, 365, 730, 1826, 3652) if span / s <= most), 7304)
        out, year = [], 0
        for ordinal in range(self.first, self.last + 1, step):
            at = date.fromordinal(ordinal)
            out.append(Tick(self.x(ordinal), f"{at.day} {_MONTHS[at.month]}" + (f" {at.year}" if at.year != year else "")))
            year = at.year
        return out


def day_of(*values: str | None) -> int | None:
    """The first day that any of these EDTF values begins with, as an ordinal; null where none tells."""
    for value in values:
        found = days(value) if value else None
        if found:
            return found[0]
    return None


def line(found: list[int], left: float, right: float) -> Line:
    """The axis for these days, with a day to spare at either end."""
    first, last = (min(found), max(found)) if found else (1, 2)
    spare = max((last - first) // 20, 1)
    return Line(first - spare, last + spare, left, right)


def iso(ordinal: int) -> str:
    """An ordinal as ISO 8601."""
    return (date.min + timedelta(days=ordinal - 1)).isoformat()
