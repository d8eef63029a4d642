"""Days of EDTF values: the first and the last that a value may mean."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})$")
_YEAR = re.compile(r"(\d{4})$")
_LATEST = 7  # days that an open end is taken to reach


@lru_cache(1 << 14)
def days(value: str | None) -> tuple[int, int] | None:
    """First and last day of an EDTF value as ordinals (`date.toordinal`), both included; null for what is no date or reaches over more than a year."""
    if not value:
        return None
    if "/" in value:
        first, last = (part.strip() for part in value.split("/", 1))
        start, end = days(first), days(last)
        if start is None and end is None:
            return None
        if start is None or end is None:
            known = start or end
            return known if known is None else (known[0], known[1] + _LATEST) if end is None else (known[0] - _LATEST, known[1])
        return (start[0], end[1]) if start[0] <= end[1] else None
    plain = value.strip("~?%")
    try:
        return _plain(plain)
    except ValueError:
        return None


def _plain(value: str) -> tuple[int, int] | None:
    if match := _DAY.match(value):
        day = date(*map(int, match.groups())).toordinal()
        return day, day
    if match := _MONTH.match(value):
        year, month = map(int, match.groups())
        if month > 12:
            return None
        first = date(year, month, 1)
        after = date(year + month // 12, month % 12 + 1, 1)
        return first.toordinal(), (after - timedelta(1)).toordinal()
    if match := _YEAR.match(value):
        year = int(match[1])
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    return None


def day(value: str | None) -> int | None:
    """The day of a date or a moment as an ordinal; null where it is none or is no single day."""
    found = days(value)
    return found[0] if found is not None and found[0] == found[1] else None


def iso(ordinal: int | None) -> str | None:
    """The day of an ordinal in ISO 8601."""
    return None if ordinal is None else date.fromordinal(ordinal).isoformat()
