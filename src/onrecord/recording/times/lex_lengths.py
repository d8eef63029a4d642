"""Durations, ages, repeated times and vague references: "the past three months", "45-year-old", "every Monday", "now"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from onrecord.recording.times.lengths import length, timex3
from onrecord.recording.times.lex_calendar import Rule
from onrecord.recording.times.meanings import Length, Meaning, Repeated, Vague
from onrecord.recording.times.words import COUNT, MONTH_NAME, SEASON, SMALL_COUNT, UNIT, pattern, weekday
from onrecord.recording.times.words import month as month_number

_ADVERBS = {"hourly": "PT1H", "nightly": "XXXX-XX-XXTNI", "daily": "P1D", "weekly": "P1W", "fortnightly": "P2W", "biweekly": "P2W", "monthly": "P1M",
            "bimonthly": "P2M", "quarterly": "P3M", "annually": "P1Y", "yearly": "P1Y", "biannual": "P6M", "biannually": "P6M"}  # fmt: skip
_AGE = re.compile(r"[-\u2010\u2011 ]olds?$", re.IGNORECASE)
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}


def _length(m: re.Match[str], _: bool) -> Meaning | None:
    found = length(m["length"])
    return replace(found, age=True) if found is not None and _AGE.search(m.group()) else found


def _past_one(m: re.Match[str], _: bool) -> Meaning | None:
    """ "the past year", "the last decade": a year's length, not the year before."""
    return Length(((m["unit"].lower(), 1.0),))


def _every(m: re.Match[str], _: bool) -> Meaning | None:
    every, word = m["every"].lower(), m["what"].lower()
    number = 2.0 if "other" in every or "second" in every else 1.0
    if m["month"]:
        return _repeated(f"XXXX-{month_number(m['month']):02d}")
    if m["weekday"]:
        return _repeated(f"XXXX-WXX-{weekday(m['weekday']) + 1}" + (f"T{_PARTS[m['part'].lower().removesuffix('s')]}" if m["part"] else ""))
    if word in _SEASONS:
        return _repeated(f"XXXX-{_SEASONS[word]}")
    if word in _PARTS:
        return _repeated(f"XXXX-XX-XXT{_PARTS[word]}")
    inner = length(m["what"]) if m["count"] else Length(((word, number),))
    return _repeated(timex3(inner)) if inner else None


def _repeated(value: str) -> Repeated:
    """A set: R with its step ("every day" R/P1D; a day of the week as ISO 8601-2 writes it, R/XXXX-WXX-1)."""
    return Repeated(value, f"R/{value}")


def _rate(m: re.Match[str], _: bool) -> Meaning | None:
    """ "40 million euros a year", "twice a week": a length that a number stands beside."""
    if not _RATED.search(m.string, max(0, m.start() - 40), m.start()):
        return None
    return _repeated(timex3(Length(((m["unit"].lower().replace("night", "day"), 1.0),))))


def _days(m: re.Match[str], _: bool) -> Meaning | None:
    if m["weekday"]:
        return _repeated(f"XXXX-WXX-{weekday(m['weekday']) + 1}" + (f"T{_PARTS[m['part'].lower()]}" if m["part"] else ""))
    return _repeated("XXXX-WXX-WE" if m["what"].lower() == "weekends" else "XXXX-WXX-WD")


_RATED = re.compile(
    r"(?:\b(?:once|twice|times|per|million|billion|percent|per cent|dollars|euros|pounds|cents|hundred|thousand|dozen)|%|\d"
    r"|\b(?:\d[\d,.]*|million|billion|thousand|hundred)\s+[a-z]+(?:s|people|men|women|children|yen|yuan|won|baht))\s+$",
    re.IGNORECASE,
)
_UNITS = rf"{UNIT}s?"
_MORE = r"(?:more |additional |straight |consecutive |full |whole |long |trading |calendar |working |business |solid |successive )?"
_WEEKDAY = "(?-i:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_PAST = r"(?:last|past|previous|preceding|next|coming|first|final|following|latest|initial|opening|intervening|early)"
_NOW = (r"now|right now|just now|currently|at present|at the moment|at this moment|nowadays|presently|these days|this crucial moment|at this time|for the moment"
        r"|for the time being|as of now")  # fmt: skip

RULES = (
    Rule("set: a year", pattern(r"an? (?P<unit>hour|day|night|week|month|year)(?! (?:ago|earlier|later|after|before|old|or two|and a half|from))"), _rate),
    Rule("length", pattern(rf"(?:(?:the|these|those) )?(?P<length>(?:{COUNT}) {_MORE}{_UNITS}(?:,? (?:and )?{SMALL_COUNT} {_UNITS})?(?: and a half)?)(?! olds?\b)(?: or so)?(?: period)?"), _length),
    Rule("length", pattern(rf"(?:(?:the|this|these|those|his|her|its|their|our|my) )?(?:{_PAST}|last) (?P<length>(?:{COUNT}) {_MORE}{_UNITS})(?: or so)?"), _length),
    Rule("length", pattern(rf"(?P<length>{COUNT}[-\u2010\u2011 ](?:and-a-half-)?{UNIT})s?(?:[-\u2010\u2011 ](?:old|long|olds))?(?: period)?"), _length),
    Rule("length: the past", pattern(r"(?:the|this) (?:past|last) (?:full )?(?P<unit>hour|day|week|month|quarter|year|decade|century)"), _past_one),
    Rule("length: open", pattern(r"(?:(?:the|these|those|recent|past|coming|last) )?(?:recent|past|coming|next|last) (?P<length>(?:minutes|hours|days|weeks|months|quarters|years|decades|centuries)(?: (?:and|or) (?:weeks|months|years))?)"), _length),
    Rule("length: open", pattern(r"(?P<length>(?:minutes|hours|days|weeks|months|years|decades|centuries))(?: (?:and|or) (?:minutes|hours|days|weeks|months|years))?(?:-long|-old)?"), _length),
    Rule("length: long", pattern(r"(?P<length>(?:hour|day|week|month|year|decade|century))s?-(?:long|old)", "-long", "-old"), lambda m, _: Length(((m["length"].lower(), 1.0 if m.group().lower()[len(m["length"])] == "-" else None),))),
    Rule("set: every", pattern(
        rf"(?P<every>each and every|every other|every second|every single|every|each) (?P<what>(?P<count>(?:{COUNT}|couple of|few) (?P<unit>{_UNITS}))|(?P<weekday>{_WEEKDAY})(?: (?P<part>morning|afternoon|evening|night))?"
        rf"|(?P<month>{MONTH_NAME})|second|minute|hour|day|night|morning|afternoon|evening|week|weekend|month|quarter|year|decade|{SEASON})", "every", "each"), _every),
    Rule("set: adverb", pattern("(?P<word>(?-i:" + "|".join(_ADVERBS) + "))(?! (?-i:[A-Z])| newspaper| paper| dividend| results| loss| earnings| magazine)"), lambda m, _: _repeated(_ADVERBS[m["word"].lower()])),
    Rule("set: days", pattern(r"(?P<weekday>(?-i:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))(?: (?P<part>night|morning|evening|afternoon))?s|(?P<what>weekends|weekdays)", "days", "nights", "mornings", "evenings", "afternoons", "weekends"), _days),
    Rule("set: per year", pattern(r"per (?P<unit>hour|day|week|month|year)", "per"), lambda m, _: _repeated(timex3(Length(((m["unit"].lower(), 1.0),))))),
    Rule("vague: now", pattern(rf"(?:{_NOW})"), lambda m, _: Vague("PRESENT_REF")),
    Rule("vague: soon", pattern(r"(?<!as\s)soon(?! after| as| enough)", "soon"), lambda m, _: Vague("FUTURE_REF")),
    Rule("vague: current", pattern(r"current(?! account| affairs)", "current"), lambda m, _: Vague("PRESENT_REF")),
    Rule("vague: recently", pattern(r"(?:more |most |until |only )?recently|recent(?! (?:years|months|weeks|days|quarters|hours|decades|times|history))", "recent"), lambda m, _: Vague("PAST_REF")),
    Rule("vague: the past", pattern(r"the (?:recent |distant )?past(?= ?[,.;)'\u2019]|$| (?:and|that|has|have|is|was|when|but|or)\b)", "past"), lambda m, _: Vague("PAST_REF")),
    Rule("vague: the future", pattern(r"(?:(?:the |a )(?:near |foreseeable |not-too-distant |distant )?|(?:near |foreseeable ))future(?= ?[,.;:?!)'\u2019\"\u201d]|$| (?:of|and|for|as|with|if|in|to|is|was|will)\b)|the (?:near|short|long) term|as soon as possible", "future", "term", "possible"), lambda m, _: Vague("FUTURE_REF")),
)  # fmt: skip
