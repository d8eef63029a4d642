"""Stretches of the calendar: a day, a weekend, a quarter, a decade, with their EDTF and TIMEX3 values and the arithmetic between them."""

from __future__ import annotations

import calendar
from datetime import date
from typing import Literal

import msgspec

Unit = Literal["day", "week", "weekend", "month", "quarter", "season", "half", "year", "decade", "century"]

_MONTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
SEASONS = {"spring": (3, 21, "SP"), "summer": (6, 22, "SU"), "autumn": (9, 23, "FA"), "fall": (9, 23, "FA"), "winter": (12, 24, "WI")}
_SEASON_BY_MONTH = {3: (21, "SP"), 6: (22, "SU"), 9: (23, "FA"), 12: (24, "WI")}


class Period(msgspec.Struct, frozen=True):
    """A stretch of the calendar: its `unit` and its `first` day (a season's is the first of its first month, a week's a Monday)."""

    unit: Unit
    first: date

    @classmethod
    def holding(cls, day: date, unit: Unit) -> Period:
        """The period of this kind that holds `day`; a weekend is that of the day's week."""
        if unit == "day":
            return cls(unit, day)
        if unit in ("week", "weekend"):
            monday = _days(day, -day.weekday())
            return cls(unit, monday if unit == "week" else _days(monday, 5))
        if unit == "season":
            month = day.month // 3 * 3
            return cls(unit, date(day.year, month, 1) if month else date(max(1, day.year - 1), 12, 1))
        if unit in ("decade", "century"):
            size = 10 if unit == "decade" else 100
            return cls(unit, date(max(1, day.year // size * size), 1, 1))
        size = _MONTHS[unit]
        return cls(unit, date(day.year, (day.month - 1) // size * size + 1, 1))

    def shifted(self, number: int) -> Period:
        """The period of the same kind `number` of them later (earlier where negative); seasons move by years."""
        if self.unit == "day":
            return Period(self.unit, _days(self.first, number))
        if self.unit in ("week", "weekend"):
            return Period(self.unit, _days(self.first, 7 * number))
        return Period(self.unit, _months(self.first, number * (12 if self.unit == "season" else _MONTHS[self.unit])))

    @property
    def last(self) -> date:
        """Its last day."""
        days = {"day": 1, "weekend": 2, "week": 7}.get(self.unit)
        return _days(self.first, days - 1) if days else _days(_months(self.first, _MONTHS[self.unit]), -1)

    @property
    def edtf(self) -> str:
        """Its EDTF value; a week or a weekend, which EDTF has no form for, as the interval of its days."""
        year, month = self.first.year, self.first.month
        match self.unit:
            case "day":
                return self.first.isoformat()
            case "week" | "weekend":
                return f"{self.first.isoformat()}/{self.last.isoformat()}"
            case "month":
                return f"{year:04d}-{month:02d}"
            case "quarter":
                return f"{year:04d}-{33 + (month - 1) // 3}"
            case "season":
                return f"{year:04d}-{_SEASON_BY_MONTH[month][0]}"
            case "half":
                return f"{year:04d}-{40 + (month - 1) // 6}"
            case "year":
                return f"{year:04d}"
            case "decade":
                return f"{year // 10:03d}X"
            case "century":
                return f"{year // 100:02d}XX"

    @property
    def timex3(self) -> str:
        """Its TIMEX3 value (`1998-W32`, `1998-Q3`, `199`)."""
        year, month = self.first.year, self.first.month
        match self.unit:
            case "week" | "weekend":
                iso = self.first.isocalendar()
                return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if self.unit == "weekend" else "")
            case "quarter":
                return f"{year:04d}-Q{(month - 1) // 3 + 1}"
            case "season":
                return f"{year:04d}-{_SEASON_BY_MONTH[month][1]}"
            case "half":
                return f"{year:04d}-H{(month - 1) // 6 + 1}"
            case "decade":
                return f"{year // 10:03d}"
            case "century":
                return f"{year // 100:02d}"
            case _:
                return self.edtf


def _days(day: date, number: int) -> date:
    """The day `number` days later; the calendar's ends hold."""
    ordinal = min(max(1, day.toordinal() + number), date.max.toordinal())
    return date.fromordinal(ordinal)


def _months(day: date, number: int) -> date:
    """The day `number` months later, the month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    year = min(max(1, year), 9999)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def moved(day: date, number: int, unit: Unit) -> date:
    """The day `number` units later: the same day of another month or year, not the start of it."""
    if unit in _MONTHS:
        return _months(day, number * _MONTHS[unit])
    return _days(day, number * (7 if unit in ("week", "weekend") else 1))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's rule)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return date(year, month, (h - m + r + month + 19) % 32)
