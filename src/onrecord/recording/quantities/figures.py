"""Figures with their bounds: "some 4,200", "at least 12", "between 10 and 20", "dozens", "several hundred", "another three"."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from onrecord.facts import currencies
from onrecord.recording.quantities.numerals import NUMBER, SHORT_SCALES, number

Change = Literal["total", "increment"]

SYMBOL = (
    "(?:"
    + "|".join(re.escape(s) for s in sorted(currencies.symbols(), key=len, reverse=True) if not s.isalpha() or s in ("Rs", "Tk", "RM", "Rp", "KSh"))
    + ")"
)
_SHORT = r"(?:\s?(?:" + "|".join(sorted(SHORT_SCALES, key=len, reverse=True)) + r")(?![\w'\u2019]|\.\w))"
_CODE = "(?-i:" + "|".join(sorted(currencies.codes())) + ")"
_ONE = rf"(?:(?:{_CODE}\s?)?{SYMBOL}\s?|{_CODE}\s)?(?:{NUMBER})(?:{_SHORT})?"
_TENS_OF = r"(?:(?:tens|hundreds|dozens|scores)\s+of\s+(?:thousands|millions|billions)|dozens|scores|hundreds|thousands|millions|billions|trillions)"
_FEW = r"(?:(?:several|a\s+few|a\s+couple(?:\s+of)?|few|many|some)\s+(?:hundred|thousand|million|billion|dozen)(?!s)|several|a\s+handful|a\s+couple|multiple)"
_SHARE = r"(?:two|three|four|five|one|a)[\s-](?:thirds?|quarters?|fifths?|tenths?|half)(?=\s+of\b)|half(?=\s+(?:of\b|the\b))|a\s+majority(?=\s+of\b)"
_OF_SO_MANY = (
    r"(?P<part>one|two|three|four|five|six|seven|eight|nine|\d{1,2})\s+(?:in(?:\s+every)?|out\s+of(?:\s+every)?|of\s+every)"
    r"\s+(?P<whole>two|three|four|five|six|seven|eight|nine|ten|twenty|\d{1,4})(?=\s+(?!minutes|hours|days|weeks|months|years|decades)[a-z])"
)
_BOUND = (
    r"(?P<least>at\s+(?:the\s+very\s+)?least|more\s+than|greater\s+than|over|above|in\s+excess\s+of|upwards?\s+of|no\s+(?:fewer|less)\s+than|not\s+less\s+than|a\s+minimum\s+of|well\s+over|just\s+over"
    r"|well\s+above|exceeding|surpassing|beyond)"
    r"|(?P<most>up\s+to|as\s+many\s+as|as\s+much\s+as|at\s+(?:the\s+)?most|no\s+more\s+than|not\s+more\s+than|fewer\s+than|less\s+than|under|below|a\s+maximum\s+of|a\s+record|well\s+under)"
    r"|(?P<near>nearly|almost|close\s+to|approaching|just\s+under|just\s+short\s+of|nearing)"
    r"|(?P<about>some|about|around|roughly|approximately|approx\.?|circa|an?\s+estimated|an?\s+approximate|estimated\s+at|estimated|perhaps|~|in\s+the\s+region\s+of|somewhere\s+around|an?\s+average\s+of)"
    r"|(?P<exact>exactly|precisely|only|just|a\s+total\s+of|all)"
)
_BETWEEN = r"(?P<between>between|from)\s+"
_TO = r"(?:\s+(?:to|and)\s+|\s?[\u2013\u2014-]\s?|\s+or\s+)"
_AFTER = r"(?P<plus>\+|-plus|\s+plus\b(?!\s+\d)|\s+or\s+more\b|-odd\b|\s+or\s+so\b|-strong\b)"

FIGURE = re.compile(
    rf"(?<![\w.,/\u2019'])(?:(?P<more>another|an?\s+additional|additional|a\s+further|an\s+extra)\s+)?(?:(?:{_BOUND})\s*(?<![a-z])(?:the\s+)?)?(?:{_BETWEEN})?"
    rf"(?P<figure>(?P<vague>{_TENS_OF}|{_FEW})|(?P<share>{_SHARE}|{_OF_SO_MANY})|(?P<first>{_ONE})(?:(?P<to>{_TO})(?P<last>{_ONE}))?)(?:(?!\w)|(?=(?:km|kg|kph|mph|mm|cm)\b))(?:{_AFTER})?".replace(
        r"\s*(?<![a-z])", r"\s+"
    ),
    re.IGNORECASE,
)
_LOW = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2 * 10**6, "billions": 2 * 10**9, "trillions": 2 * 10**12}
_TIMES = {"tens": 20, "dozens": 24, "scores": 40, "hundreds": 200}
_SHARES = {"half": 50.0, "a half": 50.0, "one half": 50.0}


class Figure(msgspec.Struct, frozen=True):
    """A figure at characters `start` to `end` (`number_start` leaves out what modifies it); `share` where it is a fraction of something, in percent."""

    start: int
    end: int
    number_start: int
    value: float | None
    low: float | None
    high: float | None
    approximate: bool
    change: Change | None
    share: bool
    rule: str


def figure(m: re.Match[str]) -> Figure | None:
    """The figure of a match of `FIGURE`, or null where its words are no number."""
    change: Change | None = "increment" if m["more"] else None
    start, end = m.start(), m.end()
    at = m.start("figure")
    if m["vague"]:
        low, value = _vague(m["vague"])
        return Figure(start, end, at, value, low, value, True, change, False, "number word without end")
    if m["share"]:
        value = _part(m["part"], m["whole"]) if m["part"] else _share(m["share"])
        return None if value is None else _bounded(m, Figure(start, end, at, value, value, value, False, change, True, "fraction"))
    first = _value(m["first"])
    if first is None:
        return None
    if m["last"]:
        last = _value(m["last"])
        dash = m["to"].strip() in ("-", "\u2013", "\u2014")
        if last is None:
            return None
        scale = _scale(m["last"])
        if first < last and scale > 1 and _scale(m["first"]) == 1 and first * scale <= last:
            first *= scale
        word = m["to"].strip()
        joined = (
            last > first
            and ((word == "and") == (m["between"] is not None and m["between"].lower() == "between"))
            and not (m["between"] and m["between"].lower() == "from")
        )
        if word == "or" and last != first + 1 and last > 2 * first:
            joined = False
        if joined:
            return _bounded(m, Figure(start, end, at, None, first, last, False, change, False, "range"))
        if dash:
            return None
        start, end = start if m["between"] is None else at, m.end("first")
    elif m["between"]:
        start = at
    return _bounded(m, Figure(start, end, at, first, first, first, False, change, False, "number"))


def _bounded(m: re.Match[str], f: Figure) -> Figure:
    """The figure with its modifier's bounds."""
    plus = (m["plus"] or "").strip().lower()
    low, high, approximate, rule = f.low, f.high, f.approximate, f.rule
    if m["least"] or plus in ("+", "-plus", "plus", "or more"):
        high, rule = None, "lower bound"
    elif m["most"] and m["most"].lower() != "a record":
        low, rule = None, "upper bound"
    elif m["near"]:
        low, approximate, rule = None, True, "nearly"
    elif m["about"] or plus in ("-odd", "or so"):
        approximate, rule = True, "approximate"
    change: Change | None = f.change
    if m["exact"] and m["exact"].lower().startswith("a total"):
        change = "total"
    return Figure(
        f.start,
        f.end,
        f.number_start,
        f.value,
        low,
        high,
        approximate,
        change,
        f.share,
        rule if f.rule == "number" else f"{f.rule}, {rule}" if rule != f.rule else rule,
    )


def _value(text: str) -> float | None:
    plain = re.sub(rf"^(?:{_CODE}\s?)?(?:{SYMBOL})?\s?", "", text, flags=re.IGNORECASE)
    short = re.search(r"(?<=[\d\s])([a-z]+)$", plain.lower())
    if short and short[1] in SHORT_SCALES:
        base = number(plain[: -len(short[1])])
        return None if base is None else round(base * SHORT_SCALES[short[1]], 6)
    return number(plain)


def _scale(text: str) -> float:
    """The scale word at the end of a number ("2 to 3 million": both are millions), 1 where there is none."""
    word = re.search(r"([a-z]+)$", text.lower())
    scales = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "hundred": 100, **SHORT_SCALES}
    return scales.get(word[1], 1) if word else 1


def _vague(text: str) -> tuple[float | None, float | None]:
    """The least that such words mean, and the value where they mean one."""
    words = text.lower().split()
    if len(words) == 3 and words[1] == "of" and words[0] in _TIMES:
        return float(_TIMES[words[0]] * _LOW[words[2]] // 2), None
    if words[0] in _LOW:
        return float(_LOW[words[0]]), None
    if words[-1] in ("hundred", "thousand", "million", "billion", "dozen"):
        least = 2 if words[0] in ("a", "few") and "couple" in words else 3
        return float(least * (number(f"one {words[-1]}") or 1)), None
    if "couple" in words:
        return 2.0, 2.0
    return (2.0 if words[0] == "multiple" else 3.0), None


def _part(part: str, whole: str) -> float | None:
    """Percent of "one in five"; null where the part is no less than the whole."""
    some, all_ = number(part), number(whole)
    return round(100 * some / all_, 1) if some and all_ and some < all_ else None


def _share(text: str) -> float | None:
    words = re.sub(r"[\s-]+", " ", text.lower()).split()
    if words[-1] == "half" or words == ["half"]:
        return 50.0
    if words[-1] == "majority":
        return None
    parts = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
    count = number(words[0]) if words[0] != "a" else 1.0
    return round(100 * (count or 1) / parts[words[-1].removesuffix("s")], 1)
