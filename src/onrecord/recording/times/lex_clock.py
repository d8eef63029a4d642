"""Times of day: "5 p.m. EST", "14:30 GMT", "1430 GMT", "noon", "half past ten", "early morning", "overnight"."""

from __future__ import annotations

import re

from onrecord.facts import zones
from onrecord.recording.quantities.numerals import SMALL, number
from onrecord.recording.times.lex_calendar import Rule
from onrecord.recording.times.meanings import Clock, Meaning
from onrecord.recording.times.words import DIGIT_HINTS, pattern

_ZONE = (
    r"(?P<zone>(?-i:"
    + "|".join(sorted(zones.abbreviations(), key=len, reverse=True))
    + r")(?:[+-]\d{1,2}(?::?\d\d)?)?|(?:(?-i:Eastern|Central|Mountain|Pacific|Atlantic)(?: (?:standard|daylight|summer))? time)|local time)"
)
_HALF = r"(?P<half>[ap]\.?\s?m\b\.?)"
_NAMED = {"noon": 12, "midnight": 0, "midday": 12, "noontime": 12}
_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "overnight": "NI", "dawn": "DA", "daybreak": "DA", "dusk": "DU", "lunchtime": "MI",
          "sunset": "DU", "sunrise": "DA", "nightfall": "NI", "mid-morning": "MO", "mid-afternoon": "AF", "midafternoon": "AF", "midmorning": "MO"}  # fmt: skip


def _clock(m: re.Match[str], _: bool) -> Meaning | None:
    g = m.groupdict()
    written = g["hour"]
    hour = int(written) if written.isdigit() else int(number(written) or 0)
    minute = int(g["minute"]) if g.get("minute") else None
    half = (g.get("half") or "").lower().replace(".", "").replace(" ", "")
    part = (g.get("part") or "").lower()
    if half or part:
        if not 0 <= hour <= 12:
            return None if half and hour > 24 else Clock(hour, minute, zone=g.get("zone") or "", half=True) if hour < 24 else None
        hour = hour % 12 + (12 if half == "pm" or part in ("afternoon", "evening") or (part == "night" and hour > 4 and hour != 12) else 0)
    if hour > 24 or (minute or 0) > 59:
        return None
    return Clock(hour, minute, int(g["second"]) if g.get("second") else None, zone=g.get("zone") or "", half=bool(half or part))


def _military(m: re.Match[str], _: bool) -> Meaning | None:
    hour, minute = int(m["hour"]), int(m["minute"])
    return Clock(hour, minute, zone=m["zone"] or "", half=True) if hour < 25 and minute < 60 else None


def _past(m: re.Match[str], _: bool) -> Meaning | None:
    hour = int(number(m["hour"]) or 0)
    shift = {"half": 30, "a quarter": 15, "quarter": 15}.get(m["minutes"].lower()) or int(number(m["minutes"]) or 0)
    if not 0 < hour <= 12:
        return None
    back = m["way"].lower() in ("to", "before")
    return Clock(hour - 1 if back else hour, 60 - shift if back else shift)


RULES = (
    Rule("clock", pattern(rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?\s?{_HALF}(?:,? \(?{_ZONE}\)?)?", *DIGIT_HINTS), _clock),
    Rule("clock", pattern(rf"(?P<hour>[01]?\d|2[0-4])[:](?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d))?(?: (?:hours|hrs))?(?:,? \(?{_ZONE}\)?)?(?![:\d])", *DIGIT_HINTS), _clock),
    Rule("clock", pattern(rf"(?P<hour>[01]?\d|2[0-4])[.](?P<minute>[0-5]\d) ?(?:hours|hrs|{_ZONE})", *DIGIT_HINTS), _clock),
    Rule("clock", pattern(rf"(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d) ?(?:hours|hrs|{_ZONE})", *DIGIT_HINTS), _military),
    Rule("clock", pattern(rf"(?P<hour>\d{{1,2}}|{SMALL}) (?:o'clock|o\u2019clock)(?: in the (?P<part>morning|afternoon|evening)| at (?P<part2>night))?(?: {_ZONE})?", "clock"), _clock),
    Rule("clock", pattern(r"(?P<hour>\d{1,2})(?::(?P<minute>[0-5]\d))? (?:in the (?P<part>morning|afternoon|evening)|at night)", "morning", "afternoon", "evening", "night"), _clock),
    Rule("clock: past", pattern(rf"(?P<minutes>half|a quarter|quarter|five|ten|twenty|twenty-five) (?P<way>past|to) (?P<hour>{SMALL})(?!\s+\w+s\b)", "half", "quarter", "five", "ten", "twenty"), _past),
    Rule("clock: noon", pattern(rf"(?:12 )?(?P<word>noon|midnight|midday|noontime)(?: {_ZONE})?", "noon", "midnight", "midday"), lambda m, _: Clock(_NAMED[m["word"].lower()], 0, zone=m["zone"] or "", half=True)),
    Rule("clock: part of a day", pattern(r"(?:the |this )?(?:early |pre-)?(?P<part>morning|afternoon|evening|night|dawn|dusk|midnight)(?! (?:shift|club|life|market|news|star|sky|prayer|session|vision|mare))"),
         lambda m, _: Clock(None, part=_PARTS.get(m["part"].lower(), "NI"))),
    Rule("clock: part of a day", pattern(r"overnight|mid[\s-]?(?:morning|afternoon)|lunchtime|daybreak|nightfall"), lambda m, _: Clock(None, part=_PARTS[re.sub(r"^mid\s", "mid-", m.group().lower())])),
)  # fmt: skip
