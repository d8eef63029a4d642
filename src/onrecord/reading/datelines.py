"""Where and when a story was filed: "SEOUL, Oct. 25 (Agency) --" and its relatives, at the head of the first paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.facts import outlets, zones
from onrecord.reading.clock import MONTH, MONTHS

_UPPER = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĹĽŁŃŅŇŌŐŒŘŚŞŠŤŪŮŰŹŻŽ]"
_CAPS = rf"{_UPPER}(?:{_UPPER}|['’.\-/](?={_UPPER}))*{_UPPER}\.?(?:\s+(?:{_UPPER}(?:{_UPPER}|['’.\-/](?={_UPPER}))*\.?|de|del|la|of|al|el))*"
_TITLE = rf"{_UPPER}[\w'’.\-]+(?:\s+(?:{_UPPER}[\w'’.\-]+|de|del|la|of|al|el|upon|and)){{0,3}}"
_REGION = rf"(?:,\s*(?!(?i:{MONTH})(?:\s|$))(?:{_UPPER}[\w'’.\-]*\.?(?:\s+{_UPPER}[\w'’.\-]*\.?){{0,3}}))"
_DAY = (
    rf"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
    rf"(?:(?P<m1{{n}}>{MONTH})\s*(?P<d1{{n}}>\d{{{{1,2}}}})(?:st|nd|rd|th)?|(?P<d2{{n}}>\d{{{{1,2}}}})(?:st|nd|rd|th)?\s+(?P<m2{{n}}>{MONTH}))(?:,?\s+(?P<y{{n}}>\d{{{{4}}}}))?"
)


def _day(n: int) -> str:
    return "(?i:" + _DAY.replace("{n}", str(n)).replace("{{", "{").replace("}}", "}") + ")"


_HOUSE = r"\(\s*(?P<house>[^()\n]{2,60}?)\s*\)"
_DASH = r"(?:\s*(?:---?|[—―─]|\s[–-](?=\s)|–)\s*)"
_HEAD = re.compile(
    rf"(?:(?P<caps>{_CAPS})|(?P<title>{_TITLE})(?![\w]))(?P<region>{_REGION}{{0,2}})"
    rf"(?P<day>\s*[,/]\s*{_day(1)}|{_DASH}\s*{_day(2)}|\s*\(\s*{_day(3)}\s*\))?\s*,?\s*(?:{_HOUSE})?"
)
_BARE = re.compile(rf"(?P<day>{_day(1)})\s*{_HOUSE}")
_END = re.compile(rf"(?P<dash>{_DASH})|(?P<colon>\s?:\s+)|(?P<none>\s*)")
_NOT_PLACES = re.compile(
    r"(?:updated?|breaking|exclusive|watch|video|photos?|gallery|live|read more|related|opinion|analysis|note|correction|editor'?s note|file|q|a|the|but|and|in|on|at|"
    r"(?:mr|mrs|ms|dr|sir|sen|rep|gen|president|minister)\b.*|for|this|that|it|he|she|they|we|i|an?|summary|background|key points|highlights|fact ?check|explainer|factbox|column|commentary|review|more|also|warning|by|urgent|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|question|answer|moderator|reporter|dear|re)",
    re.IGNORECASE,
)
_STARTS = re.compile(rf"[\"'“‘«(\[]*(?:{_UPPER}|\d|[$£€¥]|[a-z]{{1,2}}[A-Z])")
_CAPS_SPEAKERS = re.compile(rf"^{_UPPER}[{_UPPER[1:-1]} .'’-]+:", re.MULTILINE)
_WORDS_AFTER = 4


@dataclass(frozen=True)
class Found:
    """A dateline: `end` where its last word ends, `stop` where the story begins; `day` is (year or null, month, day)."""

    start: int
    end: int
    stop: int
    day: tuple[int | None, int, int] | None
    house: str | None
    house_start: int


def find(paragraph: str) -> Found | None:
    """The dateline that a paragraph begins with, or null."""
    for pattern in (_BARE, _HEAD):
        match = pattern.match(paragraph)
        if match is None:
            continue
        end = _END.match(paragraph, match.start() + len(match.group().rstrip()))
        if end is not None and _holds(paragraph, match, end):
            return _found(match, end)
    return None


def edtf(day: tuple[int | None, int, int], published: str | None) -> str:
    """A day as EDTF: its year as stated, else the latest that is not after `published` (ISO 8601), else unspecified."""
    year, month, number = day
    if year is None and published is not None:
        year = int(published[:4])
        limit = _day_of(published)
        try:
            if limit is not None and date(year, month, number) > limit + timedelta(days=2):
                year -= 1
        except ValueError:
            year = int(published[:4])
    return f"{year:04}-{month:02}-{number:02}" if year is not None else f"XXXX-{month:02}-{number:02}"


def _day_of(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _holds(paragraph: str, match: re.Match[str], end: re.Match[str]) -> bool:
    """Whether what was matched is a dateline: by its capitals, its day or house, its dash, and by the story that must follow."""
    rest = paragraph[end.end() :]
    if len(rest.split()) < _WORDS_AFTER or _STARTS.match(rest) is None:
        return False
    groups = match.groupdict()
    place = groups.get("caps") or groups.get("title") or ""
    house, day = groups.get("house"), groups.get("day")
    if _NOT_PLACES.fullmatch(place.strip(" .")) is not None:
        return False
    if house is not None:
        known = outlets.named(re.split(r"\s*[/;,]\s*", house)[0]) is not None
        return known or (end["none"] is None and (groups.get("caps") is not None or day is not None))
    if end["none"] is not None:
        return False
    if groups.get("caps") is not None:
        return len(place) > 2 and (
            end["dash"] is not None or day is not None or _CAPS_SPEAKERS.findall(paragraph) == [f"{place}:"] or "\n" not in paragraph
        )
    words = len(place.split())
    if day is not None:
        return True
    city = zones.of_place(place) is not None
    if end["dash"] is not None:
        return (end["dash"].strip() != "-" and (city or words == 1)) or (words <= 2 and bool(groups.get("region")))
    return city or (bool(groups.get("region")) and words <= 2)


def _found(match: re.Match[str], end: re.Match[str]) -> Found:
    groups = match.groupdict()
    day = None
    for n in "123":
        month = groups.get(f"m1{n}") or groups.get(f"m2{n}")
        if month is not None:
            number = groups.get(f"d1{n}") or groups.get(f"d2{n}")
            year = groups.get(f"y{n}")
            day = (int(year) if year else None, MONTHS[month.lower().rstrip(".")], int(number or 1))
    last = match.start() + len(match.group().rstrip(" ,;:–—-"))
    house = groups.get("house")
    return Found(match.start(), last, end.end(), day, house, match.start("house") if house is not None else -1)
