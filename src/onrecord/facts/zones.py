"""Time zones by abbreviation and by place, and days known by name (`resources/zones.csv`, `zone_places.csv`, `holidays.csv`)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

if TYPE_CHECKING:
    from datetime import datetime


class _Tables(msgspec.Struct, frozen=True):
    holidays: dict[str, tuple[int | None, int | None, int | None, int | None, int | None]]
    places: dict[str, str]
    zones: dict[str, tuple[str, str]]


@cache
def _tables() -> _Tables:
    return msgspec.json.decode(files("onrecord").joinpath("data/zones.json").read_bytes(), type=_Tables)


def abbreviations() -> list[str]:
    """The abbreviations and short names that stand after a time of day (GMT, KST, ET), without the long names (Eastern)."""
    return [name for name in _tables().zones if name.isupper()]


def offset(name: str, at: datetime) -> str | None:
    """The offset ("+09:00", "Z") that a zone written as "KST", "GMT+3" or "Eastern time" has at a local time, or null."""
    word, _, _ = name.partition(" ")
    base, sign, hours = word, "", ""
    for mark in "+-":
        if mark in word:
            base, sign, hours = word.partition(mark)
            break
    known = _tables().zones.get(base) or _tables().zones.get(base.capitalize())
    if known is None:
        return None
    if sign and base in ("GMT", "UTC"):
        digits = hours.replace(":", "")
        hour, minute = (digits, "00") if len(digits) < 3 else (digits[:-2], digits[-2:])
        return f"{sign}{int(hour):02d}:{minute}"
    fixed = known[0]
    if fixed:
        return "Z" if fixed == "+00:00" else fixed
    try:
        text = at.replace(tzinfo=ZoneInfo(known[1])).strftime("%z")
    except (ZoneInfoNotFoundError, ValueError):
        return None
    return f"{text[:3]}:{text[3:5]}"


def of_place(place: str) -> str | None:
    """The zone (IANA) of a capital or larger city, by its name in any case, or null."""
    return _tables().places.get(place.strip().lower())


def in_zone(moment: datetime, zone: str) -> datetime | None:
    """The same moment in another zone (IANA), or null where this machine does not know the zone."""
    try:
        return moment.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OverflowError):
        return None


def holiday(name: str) -> tuple[int | None, int | None, int | None, int | None, int | None] | None:
    """Month, day, weekday (Monday 0), which of them (-1 the last), days after Easter of a day known by name, or null."""
    return _tables().holidays.get(name)

