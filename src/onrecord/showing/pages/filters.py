"""How values look in templates: days and figures in words, addresses of what is named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Callable

_MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_HEDGED = {"~": "about", "?": "perhaps", "%": "perhaps about"}  # EDTF: approximate, uncertain, both
_OPENING, _CLOSING = '"“', '"”'
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d)(?::\d\d)?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?$")


def day(value: str | None) -> str:
    """An ISO date, time or EDTF interval as a person writes it; what is neither stays as it is."""
    if not value:
        return "undated"
    if "/" in value:
        first, _, last = value.partition("/")
        if first == last:
            return day(first)
        if first in ("", ".."):
            return f"until {day(last)}"
        return f"since {day(first)}" if last in ("", "..") else f"{day(first)} to {day(last)}"
    if value[-1] in _HEDGED:
        return f"{_HEDGED[value[-1]]} {day(value[:-1])}"
    found = _DATE.match(value)
    if found is None:
        return value
    year, month, of_month, clock, offset = found.groups()
    parts = (str(int(of_month)) if of_month else "", _MONTHS[int(month)] if month and int(month) < 13 else "", year)
    words = " ".join(part for part in parts if part)
    if clock is None:
        return words
    return f"{words}, {clock}" + ("" if offset is None else " UTC" if offset == "Z" else f" UTC{offset}")


def unzoned(value: str) -> bool:
    """Whether a time of the day is told and its zone is not."""
    found = _DATE.match(value)
    return found is not None and found[4] is not None and found[5] is None


def number(value: float | None) -> str:
    """A figure with thousands parted, without a fraction where it has none."""
    if value is None:
        return "?"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0")


def bounds(figure: object) -> str:
    """The value of a quantity or figure with its bounds: "some 4,000", "at least 24", "9 to 15"."""
    value, low, high = (getattr(figure, name) for name in ("value", "low", "high"))
    about = "some " if getattr(figure, "approximate", False) else ""
    if value is not None and (low is None or low == value) and high == value:
        return about + number(value)
    if low is not None and high is not None and low != high:
        return f"{about}{number(low)} to {number(high)}"
    if low is not None and high is None:
        return f"{number(low)} or more"
    if high is not None and low is None:
        return f"up to {number(high)}"
    return about + number(value)


def report_address(report: str) -> str:
    """The page of a report."""
    return f"/reports/{report}"


def actor_address(identity: str) -> str:
    """The page of an actor across reports."""
    return f"/actors/{quote(identity, safe='')}"


def place_address(name: str) -> str:
    """The page of a place."""
    return f"/places/{quote(name, safe='')}"


def outlet_address(name: str) -> str:
    """The page of an outlet."""
    return f"/outlets/{quote(name, safe='')}"


def bare(words: str) -> str:
    """Words without the quotation marks around them: the page puts its own."""
    inner = words.strip()
    if len(inner) > 1 and inner[0] in _OPENING and inner[-1] in _CLOSING and not any(c in _OPENING + _CLOSING for c in inner[1:-1]):
        return inner[1:-1]
    return inner.replace('"', "'") if '"' in inner else inner


def third(act: str) -> str:
    """An act of saying with its subject before it: "says", "denies"."""
    return f"{act[:-1]}ies" if act.endswith("y") and act[-2:-1] not in "aeiou" else f"{act}s"


def quoted(value: str) -> str:
    """A value as the query language takes it: in quotation marks."""
    return '"' + value.replace('"', " ") + '"'


def total(counts: dict[str, int]) -> int:
    """All of several counts together."""
    return sum(counts.values())


FILTERS: dict[str, Callable[..., object]] = {
    "day": day, "number": number, "bounds": bounds, "report_address": report_address, "actor_address": actor_address, "place_address": place_address,
    "outlet_address": outlet_address, "quoted": quoted, "total": total, "bare": bare, "third": third,
}  # fmt: skip
