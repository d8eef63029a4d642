"""Times told from another: "yesterday", "last week", "the following month", "two weeks ago", "a year earlier", "the third quarter"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.recording.quantities.numerals import ordinal
from onrecord.recording.times.lengths import length
from onrecord.recording.times.lex_calendar import Rule, which
from onrecord.recording.times.meanings import Away, Calendar, Clock, Length, Meaning, Modified, Part, Relative
from onrecord.recording.times.words import COUNT, SEASON, SMALL_COUNT, UNIT, YEAR, pattern

if TYPE_CHECKING:
    import re

    from onrecord.recording.times.periods import Unit

_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_STEP = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "prior": -1,
    "preceding": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
    "this": 0,
    "current": 0,
    "present": 0,
}
_UNIT: dict[str, Unit] = {
    "day": "day", "week": "week", "weekend": "weekend", "month": "month", "quarter": "quarter", "year": "year", "decade": "decade", "century": "century",
}  # fmt: skip
PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
_TODAY = Relative("day", 0)


def _relative(m: re.Match[str], _: bool) -> Meaning | None:
    """ "last week", "this morning", "next summer", "the current year"."""
    step = _STEP[m["step"].lower().split()[-1]]
    word = m["unit"].lower()
    if word in PARTS:
        return Clock(None, part=PARTS[word], day=Relative("day", -1 if step < 0 else step))
    if word in _SEASONS:
        return Part("season", _SEASONS[word], which(m["step"]) or "this")
    if word == "half":
        return Relative("half", step)
    return Relative(_UNIT[word], step)


def _narrative(m: re.Match[str], _: bool) -> Meaning | None:
    """ "the previous day", "that year", "the same month", "the night before"."""
    step = m["step"].lower()
    number = -1 if step in ("previous", "preceding", "prior") else 1 if step in ("following", "next", "subsequent") else 0
    word = m["unit"].lower()
    if word in PARTS:
        return Clock(None, part=PARTS[word], day=Relative("day", number, "narrative"))
    if word in _SEASONS:
        return Part("season", _SEASONS[word], "")
    return Relative(_UNIT[word], number, "narrative")


def _before_after(m: re.Match[str], _: bool) -> Meaning | None:
    return Relative(_UNIT[m["unit"].lower()], -1 if m["way"].lower() in ("before", "earlier") else 1, "narrative")


def _away(m: re.Match[str], _: bool) -> Meaning | None:
    way = (m["way"] or "").lower()
    amount = length(m["length"])
    if amount is None:
        return None
    if not way:
        return Away(amount, 1, hoped=True)
    sign = -1 if way in ("ago", "earlier", "before", "previously", "back") else 1
    base = "anchor" if way in ("ago", "back") or way.startswith(("from", "hence")) else "narrative"
    return Away(amount, sign, "anchor" if base == "anchor" else "narrative")


def _part(m: re.Match[str], _: bool) -> Meaning | None:
    """ "the third quarter of 1984", "Q3", "the first half", "summer 2024"."""
    g = m.groupdict()
    number = (
        int(g["digit"]) if g.get("digit") else {"last": 0, "final": 0, "latter": 2}.get((g["number"] or "").lower(), ordinal(g["number"] or "") or 0)
    )
    unit = "half" if (g.get("unit") or g.get("letter") or "").lower() in ("half", "h") else "quarter"
    last = (g.get("number") or "").lower() in ("last", "final")
    if last:
        number = 2 if unit == "half" else 4
    if not 1 <= number <= (2 if unit == "half" else 4):
        return None
    year = Calendar(int(g["year"])) if g.get("year") else None
    return Part("half" if unit == "half" else "quarter", number, which(g.get("which")), year)


def _season(m: re.Match[str], _: bool) -> Meaning | None:
    year = Calendar(int(m["year"])) if m["year"] else None
    return Part("season", _SEASONS[m["season"].lower()], which(m.groupdict().get("which")), year)


def _the(m: re.Match[str], _: bool) -> Meaning | None:
    """ "the week", "over the weekend", but not the "Year" of a name."""
    word = m["unit"].split()[-1]
    if word.istitle():
        return None
    return Relative(_UNIT[word.lower()], 0, "narrative" if word.lower() == "quarter" else "anchor")


def _year_ago(m: re.Match[str], _: bool) -> Meaning:
    return Modified(Relative("year", -1, "narrative"), "SAME")


_LENGTH = (
    rf"(?P<length>(?:{COUNT})[\s-]+(?:(?:and )?(?:{SMALL_COUNT})[\s-]+)?{UNIT}s?(?:,? (?:and )?{SMALL_COUNT} {UNIT}s?)?(?: and a half)?(?: or (?:so|{SMALL_COUNT}))?)"
)
_STEPS = r"(?P<step>last|this past|this coming|this|next|the coming|the current|the present|current|this current)"
_FISCAL = r"(?:fiscal |financial |calendar |school |academic )?"

RULES = (
    Rule("relative: today", pattern(r"(?:later |earlier )?(?P<word>today|yesterday|tomorrow)", "today", "yesterday", "tomorrow"),
         lambda m, _: Relative("day", {"today": 0, "yesterday": -1, "tomorrow": 1}[m["word"].lower()])),
    Rule("relative: tonight", pattern("tonight", "tonight"), lambda m, _: Clock(None, part="NI", day=_TODAY)),
    Rule("relative: day before yesterday", pattern(r"(?:the )?day (?P<way>before yesterday|after tomorrow)", "yesterday", "tomorrow"),
         lambda m, _: Relative("day", -2 if m["way"].lower().startswith("b") else 2)),
    Rule("relative: last, this, next", pattern(rf"{_STEPS} {_FISCAL}(?P<unit>week|weekend|month|quarter|year|decade|century|{SEASON}|half)(?!-)"), _relative),
    Rule("relative: part of a day", pattern(r"(?P<step>last|this|next) (?P<unit>night|morning|afternoon|evening)"), _relative),
    Rule("relative: the previous, the following", pattern(
        rf"(?:the|that) (?:very )?(?P<step>previous|preceding|prior|following|next|subsequent|same) {_FISCAL}"
        rf"(?P<unit>day|night|morning|afternoon|evening|week|weekend|month|quarter|year|decade|century|{SEASON})(?!-)"), _narrative),
    Rule("relative: that", pattern(r"(?P<step>that) (?:same )?(?P<unit>day|night|morning|afternoon|evening|week|weekend|month|quarter|year|decade)(?!-)"), _narrative),
    Rule("relative: the day before", pattern(
        r"the (?P<unit>day|week|month|year) (?P<way>before|after|earlier)(?= ?[,.;)]|$| (?:in|when|as|and|by|with|on|at|for|from|to|he|she|they)\b)"), _before_after),
    Rule("relative: so long away", pattern(
        rf"(?P<ahead>(?<=\bin\s))?{_LENGTH}(?: (?P<way>ago|earlier|later|previously|back|from now|hence|(?:before|after)(?= ?[,.;)]|$))|(?(ahead)(?: time|' time|\u2019 time)?|(?!)))"),
        _away),
    Rule("relative: year ago", pattern(
        r"(?:(?:the|a|its|comparable|corresponding|same) )*(?:year|month)[\s-](?:ago|earlier)(?: (?:(?:fiscal )?(?:first|second|third|fourth)[\s-])?(?:quarter|period|figure|month))?", "ago", "earlier"),
        _year_ago),
    Rule("relative: quarter or half", pattern(
        rf"(?:(?P<which>this|last|next)(?: year's| year\u2019s)? )?(?:the |its |their )?(?:fiscal[\s-]|latest |financial )?(?P<number>first|second|third|fourth|last|final|latter|1st|2nd|3rd|4th)"
        rf"[\s-](?:fiscal )?(?P<unit>quarter|half)(?!-?(?:final|back|time|mile|hour|brother|sister))(?:(?: of| in|,)? (?:fiscal )?(?P<year>{YEAR}))?", "quarter", "half"), _part),
    Rule("relative: quarter or half", pattern(
        rf"(?:the )?(?P<year>{YEAR}) (?P<number>first|second|third|fourth)[\s-](?P<unit>quarter|half)", "quarter", "half"), _part),
    Rule("relative: quarter or half", pattern(
        rf"(?:the )?(?P<letter>(?-i:Q|H))(?P<digit>[1-4])(?:(?: of|,)?[\s/-]?(?P<year>{YEAR}))?", *"1234"), _part),
    Rule("relative: season", pattern(rf"(?:the )?(?P<season>{SEASON})(?:(?: of|,)? (?P<year>{YEAR}))", *_SEASONS), _season),
    Rule("relative: season", pattern(rf"(?:(?<=in\s)|(?<=by\s)|(?<=during\s)|(?<=since\s)|(?<=until\s)|(?<=early\s)|(?<=late\s)|(?<=this\s)|(?<=mid-))(?:the )?(?P<season>{SEASON})(?! of\b)(?P<year>)", *_SEASONS), _season),
    Rule("relative: the year ended", pattern(r"the (?:fiscal |financial )?year(?= end(?:ed|ing) )"), lambda m, _: Length((("year", 1.0),))),
    Rule("relative: fiscal year", pattern(rf"(?:the )?(?:fiscal(?: year)?|FY)[\s-]?(?P<year>{YEAR})|the (?P<year2>{YEAR}) (?:fiscal|financial) year", "fiscal", "fy", "financial"),
         lambda m, _: Calendar(int(m["year"] or m["year2"]))),
    Rule("relative: fiscal year", pattern(r"(?:the|its) (?:current |latest )?(?:fiscal|financial) year", "fiscal", "financial"), lambda m, _: Relative("year", 0)),
    Rule("relative: year end", pattern(r"(?:the )?(?:end of the (?:calendar )?year|year['\u2019]s end|year[\s-]end)(?! of)", "year"), lambda m, _: Modified(Relative("year", 0), "END")),
    Rule("relative: the latest", pattern(r"the (?:latest|current|most recent) (?P<unit>quarter|week|month|year)"),
         lambda m, _: Relative(_UNIT[m["unit"].lower()], 0, "narrative" if m["unit"].lower() == "quarter" else "anchor")),
    Rule("relative: the week, the year", pattern(
        r"(?:(?<=of\s)|(?<=in\s)|(?<=at\s)|(?<=on\s)|(?<=over\s)|(?<=during\s)|(?<=for\s)|(?<=by\s)|(?<=before\s)|(?<=after\s)|(?<=until\s)|(?<=throughout\s))the (?P<unit>weekend|week|month|quarter|(?:full )?year|decade|century)"
        r"(?:(?<=weekend)|(?= ?[,.;)\n]|$| (?:as|and|by|with|on|at|from|to|he|she|they|after|before|when|that|it|the|a|in|is|was|will|has|have|but|ended|ending)\b))"),
        _the),
)  # fmt: skip
