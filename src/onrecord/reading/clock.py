"""When a report says it was published or changed: dates and times as page furniture writes them, to ISO 8601."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import tzinfo

MONTHS = {
    "jan": 1, "january": 1, "feb": 2, "february": 2, "mar": 3, "march": 3, "apr": 4, "april": 4, "may": 5, "jun": 6, "june": 6, "jul": 7, "july": 7,
    "aug": 8, "august": 8, "sep": 9, "sept": 9, "september": 9, "oct": 10, "october": 10, "nov": 11, "november": 11, "dec": 12, "december": 12,
}  # fmt: skip
MONTH = r"(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_DAY_NAME = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DATE = (
    rf"{_DAY_NAME}(?:"
    rf"(?P<m1>{MONTH})\s*(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(?P<y1>\d{{4}})"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?(?P<m2>{MONTH})[\s,-]+(?P<y2>\d{{4}})"
    r"|(?P<y3>\d{4})[-/.](?P<m3>\d{1,2})[-/.](?P<d3>\d{1,2})\.?"
    r"|(?P<a4>\d{1,2})[/.-](?P<b4>\d{1,2})[/.-](?P<y4>\d{4})"
    r")"
)
_TIME = (
    r"(?P<h>\d{1,2})(?:[:.h](?P<min>\d{2})(?:[:.](?P<s>\d{2})(?:\.\d+)?)?\s*(?P<ap>[ap]\.?m\b\.?)?|\s*(?P<ap2>[ap]\.?m\b\.?))(?:\s*(?:hrs|hours))?"
)
_ZONE = r"(?:\(?(?P<tz>Z\b|(?:UTC|GMT)?\s*[+-]\d{1,2}:?(?:\d{2})?(?!\d)|UTC|GMT|[A-Z]{2,5}T|ET|PT|CT|MT|[A-Z][a-z]+ time|local time)\)?)?"
_BETWEEN = r"(?:\s*[-–—|,@]\s*|\s*T\s*|\s+at\s+|\s+)"
_STAMP = re.compile(rf"(?:{_DATE}(?:{_BETWEEN}{_TIME}\s*{_ZONE})?)", re.IGNORECASE)
_TIME_FIRST = re.compile(rf"{_TIME}\s*{_ZONE}{_BETWEEN}(?:on\s+)?{_DATE}", re.IGNORECASE)
_LABEL = re.compile(
    r"(?P<changed>(?:last\s+)?(?:updated|modified|update|edited|revised|amended)(?:\s+(?:on|at|date|time))?)"
    r"|(?P<made>(?:first\s+|originally\s+)?(?:published|posted|publish(?:ed)?\s+date|publication\s+date|pub(?:\.|lished)?\s+date|issued|created|released|uploaded|"
    r"web\s+posted|date|time)(?:\s+(?:on|at|date|time|online))?)",
    re.IGNORECASE,
)
_GLUE = re.compile(r"[\s:;,.|/•·\-–—()\[\]@]*")
# Offsets of abbreviations that mean one thing in news time stamps; the others are read by the outlet's own zone.
_ABBREVIATIONS = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "BST": 60, "WEST": 60, "CET": 60, "CEST": 120, "EET": 120, "EEST": 180, "SAST": 120, "EAT": 180, "WAT": 60,
    "CAT": 120, "MSK": 180, "PKT": 300, "ICT": 420, "WIB": 420, "HKT": 480, "SGT": 480, "MYT": 480, "PHT": 480, "AWST": 480, "JST": 540, "KST": 540,
    "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780, "EST": -300, "EDT": -240, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
}  # fmt: skip
_GENERIC = {"ET": (-300, -240), "CT": (-360, -300), "MT": (-420, -360), "PT": (-480, -420)}
_SUMMER = range(4, 11)
_HOURS, _MINUTES = 24, 60
_CENTURY = (1900, 2100)


@dataclass(frozen=True)
class Stamp:
    """A date or time that furniture states, `start` and `end` in the words it was found in; `changed` if it is that of a later change."""

    start: int
    end: int
    value: str
    changed: bool
    labelled: bool


def stamps(words: str, *, zone: tzinfo | None, day_first: bool = True) -> list[Stamp]:
    """The stamps that make up `words`; none where anything but labels and punctuation stands beside them."""
    found: list[Stamp] = []
    position, changed, labelled = 0, False, False
    while position < len(words):
        glue = _GLUE.match(words, position)
        position = glue.end() if glue is not None else position
        if position >= len(words):
            break
        label = _LABEL.match(words, position)
        if label is not None:
            changed, labelled, position = label["changed"] is not None, True, label.end()
            continue
        match = _TIME_FIRST.match(words, position) or _STAMP.match(words, position)
        value = None if match is None else _value(match, zone=zone, day_first=day_first)
        if match is None or value is None:
            return []
        end = match.start() + len(match.group().rstrip(" .,|-"))
        found.append(Stamp(match.start(), end, value, changed, labelled))
        position = match.end()
    return found


def first_stamp(words: str, *, zone: tzinfo | None, day_first: bool = True) -> Stamp | None:
    """The first stamp anywhere in `words`, a label right before it counted, or null."""
    for match in _STAMP.finditer(words):
        value = _value(match, zone=zone, day_first=day_first)
        if value is not None:
            return Stamp(match.start(), match.end(), value, changed=False, labelled=False)
    return None


def in_zone(value: str, zone: tzinfo | None) -> str:
    """`value` (ISO 8601) with the offset of `zone` where it has a time and none of its own."""
    if zone is None or "T" not in value or re.search(r"(?:Z|[+-]\d\d:?\d\d)$", value):
        return value
    try:
        moment = datetime.fromisoformat(value).replace(tzinfo=zone)
    except ValueError:
        return value
    return value + _offset(moment.utcoffset() or timedelta())


def _value(match: re.Match[str], *, zone: tzinfo | None, day_first: bool) -> str | None:
    day = _day(match, day_first=day_first)
    if day is None:
        return None
    date = day.strftime("%Y-%m-%d")
    if match.groupdict().get("h") is None:
        return date
    hour, minute = int(match["h"]), int(match["min"] or 0)
    half = (match["ap"] or match["ap2"] or "").lower()[:1]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour >= _HOURS or minute >= _MINUTES or (match["s"] is not None and int(match["s"]) >= _MINUTES):
        return date
    seconds = f":{match['s']}" if match["s"] is not None else ""
    moment = day.replace(hour=hour, minute=minute)
    return f"{date}T{hour:02}:{minute:02}{seconds}{_zone_of(match['tz'], moment, zone)}"


def _day(match: re.Match[str], *, day_first: bool) -> datetime | None:
    for i in "123":
        if match[f"y{i}"] is not None:
            month = MONTHS.get(match[f"m{i}"].lower().rstrip("."), 0) if i != "3" else int(match["m3"])
            return _date(int(match[f"y{i}"]), month, int(match[f"d{i}"]))
    a, b, year = int(match["a4"]), int(match["b4"]), int(match["y4"])
    month, day = (b, a) if (day_first and b <= 12) or a > 12 else (a, b)
    return _date(year, month, day)


def _date(year: int, month: int, day: int) -> datetime | None:
    if not _CENTURY[0] <= year <= _CENTURY[1]:
        return None
    try:
        return datetime(year, month, day)  # noqa: DTZ001  a date; its zone is decided later
    except ValueError:
        return None


def _zone_of(stated: str | None, moment: datetime, zone: tzinfo | None) -> str:
    """The offset that the stamp states, else that of `zone`; nothing where neither is known."""
    if stated is not None:
        name = stated.strip().upper()
        numeric = re.search(r"([+-])(\d{1,2}):?(\d{2})?$", name)
        if numeric is not None:
            return f"{numeric[1]}{int(numeric[2]):02}:{numeric[3] or '00'}"
        if name in _GENERIC:
            return _offset(timedelta(minutes=_GENERIC[name][moment.month in _SUMMER]))
        local = moment.replace(tzinfo=zone) if zone is not None else None
        if (local is None or local.tzname() != name) and name in _ABBREVIATIONS:
            return _offset(timedelta(minutes=_ABBREVIATIONS[name]))
    if zone is None:
        return ""
    return _offset(moment.replace(tzinfo=zone).utcoffset() or timedelta())


def _offset(offset: timedelta) -> str:
    text = datetime(2000, 1, 1, tzinfo=timezone(offset)).strftime("%z")
    return f"{text[:3]}:{text[3:5]}"
