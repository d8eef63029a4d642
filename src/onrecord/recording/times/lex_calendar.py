"""Dates by number and name: "March 15", "15 March 2024", "2024-03-15", "the 1990s", "Thursday", "Christmas Day"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import msgspec

from onrecord.recording.quantities.numerals import ordinal
from onrecord.recording.times.meanings import Calendar, Clock, Era, Holiday, Interval, Meaning, Weekday, Which
from onrecord.recording.times.periods import Period
from onrecord.recording.times.words import (
    DAY,
    DIGIT_HINTS,
    MONTH,
    MONTH_HINTS,
    MONTH_NAME,
    ORDINAL,
    SPELLED_YEAR,
    WEEKDAY,
    WEEKDAY_ANY,
    YEAR,
    YEAR_HINTS,
    WordPattern,
    month,
    pattern,
    weekday,
)

Builder = Callable[[re.Match[str], bool], Meaning | None]
_DASH = r"\s?[-\u2013\u2014]\s?"
_WHICH: dict[str, Which] = {"last": "last", "past": "last", "previous": "last", "next": "next", "coming": "next", "this": "this", "": ""}


class Rule(msgspec.Struct, frozen=True):
    """A pattern and what it means; `build` gets the match and whether days come before months in this text, and may decline."""

    name: str
    pattern: WordPattern
    build: Builder


def which(word: str | None) -> Which:
    """The plain form of "last", "past", "next", "coming", "this"."""
    words = (word or "").lower().split()
    return _WHICH.get(words[-1], "") if words else ""


def _number(text: str | None) -> int | None:
    digits = re.match(r"\d+", text or "")
    return int(digits[0]) if digits else None


def _date(year: int | None, mon: int | None, day: int | None) -> Calendar | None:
    """The date, or null where no calendar has it."""
    if mon is not None and not 1 <= mon <= 12:
        return None
    if day is not None and mon is not None:
        try:
            date(year or 2000, mon, day)
        except ValueError:
            return None
    return Calendar(year, mon, day)


def _named(m: re.Match[str], _: bool) -> Meaning | None:
    g = m.groupdict()
    year = _number(g.get("year"))
    first = _date(year, month(m["month"]), _number(m["day"]))
    if first is None or not g.get("day2"):
        return first
    mon = month(g["month2"]) if g.get("month2") else month(m["month"])
    if _number(g["day2"]) is None:
        return first
    last = _date(year, mon, _number(g["day2"]))
    if g.get("month1"):
        first = _date(year, month(g["month1"]), _number(m["day"]))
    return Interval(first, last) if first is not None and last is not None else first


def _iso(m: re.Match[str], _: bool) -> Meaning | None:
    day = _date(int(m["year"]), int(m["month"]), int(m["day"]))
    if day is None or m["hour"] is None:
        return day
    return Clock(int(m["hour"]), int(m["minute"]), _number(m["second"]), zone=m["zone"] or "", half=True, day=day)


def _numeric(m: re.Match[str], day_first: bool) -> Meaning | None:
    first, second, year = int(m["first"]), int(m["second"]), int(m["year"])
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    if m["mark"] == "." or first > 12:
        day_first = True
    elif second > 12:
        day_first = False
    return _date(year, second, first) if day_first else _date(year, first, second)


def _years(m: re.Match[str], _: bool) -> Meaning | None:
    first, end = int(m["year"]), m["year2"]
    last = int(end) if len(end) == 4 else first // 100 * 100 + int(end)
    return Interval(Calendar(first), Calendar(last)) if first < last < first + 200 else None


def spelled(text: str) -> int:
    """The year that is written in words ("nineteen ninety-seven", "two thousand and five")."""
    from onrecord.recording.quantities.numerals import number  # noqa: PLC0415

    words = re.split(r"[\s-]+", text.lower().replace("oh ", "").replace("o' ", ""))
    if words[0] == "two":
        return int(number(text) or 2000)
    rest = " ".join(w for w in words[1:] if w not in ("hundred", "oh"))
    return int((number(words[0]) or 19) * 100 + (number(rest) or 0 if rest else 0))


def _decade(m: re.Match[str], _: bool) -> Meaning | None:
    names = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
    text = m["decade"].lower()
    digits = re.search(r"\d+", text)
    year = int(digits[0]) if digits else 1920 + 10 * names.index(text)
    year += 0 if year > 99 else 1900
    if year % 100 == 0 and not m.group().lower().startswith("the"):
        return None
    return Era(Period.holding(date(year, 1, 1), "decade"))


def _century(m: re.Match[str], _: bool) -> Meaning | None:
    number = ordinal(m["number"])
    return Era(Period("century", date(max(1, (number - 1) * 100), 1, 1))) if number and number < 30 else None


HOLIDAYS = (
    r"(?:Christmas Eve|Christmas Day|Christmas|Boxing Day|New Year's Eve|New Year's Day|Thanksgiving Day|Thanksgiving|Easter Sunday|Easter Monday|Easter"
    r"|Good Friday|Palm Sunday|Pentecost|Valentine's Day|Halloween|Independence Day|Labor Day|Memorial Day|Veterans Day|May Day|Martin Luther King Day"
    r"|St\.? Patrick's Day|Columbus Day|Presidents' Day|International Women's Day|Victory Day|Nowruz)"
)
_HOLIDAY_HINTS = ("christmas", "boxing day", "new year", "thanksgiving", "easter", "friday", "sunday", "pentecost", "halloween", "day", "nowruz")

RULES = (
    Rule("calendar: range of days", pattern(rf"{MONTH} (?P<day>{DAY}){_DASH}(?:(?P<month2>{MONTH}) )?(?P<day2>{DAY})(?:,? (?P<year>{YEAR}))?".replace(
        MONTH, rf"(?P<month>{MONTH})", 1), *MONTH_HINTS), _named),
    Rule("calendar: range of days", pattern(
        rf"(?:the )?(?P<day>{DAY})(?: (?P<month1>{MONTH}))?(?:{_DASH}| to )(?P<day2>{DAY})(?: of)? (?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?", *MONTH_HINTS), _named),
    Rule("calendar: month and day", pattern(
        rf"(?:{WEEKDAY_ANY},? (?:the )?)?(?P<month>{MONTH}) ?(?P<day>{DAY}|{ORDINAL}(?= (?:of|in)|[,.;]|$))(?:,? ?(?P<year>{YEAR})|, (?P<spelled>{SPELLED_YEAR}))?", *MONTH_HINTS),
        lambda m, _: _month_day(m)),
    Rule("calendar: day and month", pattern(
        rf"(?:{WEEKDAY_ANY},? )?(?:the )?(?P<day>{DAY}|{ORDINAL} of)[\s-]+(?:of )?(?P<month>{MONTH})(?:[\s,-]+(?P<year>{YEAR}))?", *MONTH_HINTS), lambda m, _: _month_day(m)),
    Rule("calendar: month and year", pattern(rf"(?P<month>{MONTH})(?:,| of)?[\s-](?:(?P<year>{YEAR})|(?P<spelled>{SPELLED_YEAR})|'(?P<short>\d\d))", *MONTH_HINTS),
         lambda m, _: Calendar(_year_of(m), month(m["month"]))),
    Rule("calendar: ISO", pattern(
        r"(?P<year>[12]\d{3})(?P<s>[-/.])(?P<month>\d{1,2})(?P=s)(?P<day>\d{1,2})"
        r"(?:(?:T|\s)(?P<hour>[012]?\d):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:\.\d+)?)?(?P<zone>\s?(?:Z|GMT|UTC)|[+-]\d\d:?\d\d)?)?", *DIGIT_HINTS), _iso),
    Rule("calendar: numeric", pattern(r"(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d|\d\d)(?![/.-]\d)", *DIGIT_HINTS), _numeric),
    Rule("calendar: years", pattern(rf"(?P<year>{YEAR.split('(?!')[0]}){_DASH}(?P<year2>(?:1\d|20|21)\d\d|\d\d)(?![\d\w%-]|[.,:]\d)", *DIGIT_HINTS), _years),
    Rule("calendar: year", pattern(rf"(?:the year )(?:(?P<year>{YEAR})|(?P<spelled>{SPELLED_YEAR}))", "year"), lambda m, _: Calendar(_year_of(m))),
    Rule("calendar: year", pattern(rf"(?:(?P<year>{YEAR}(?!\s?(?:%|percent\b))))", *DIGIT_HINTS), lambda m, _: Calendar(int(m["year"]))),
    Rule("calendar: year in words", pattern(rf"(?P<spelled>{SPELLED_YEAR})", *YEAR_HINTS), lambda m, _: Calendar(spelled(m["spelled"]))),
    Rule("calendar: month", pattern(rf"(?:(?P<which>last|this|next|this past|this coming|the coming) )?(?P<month>{MONTH_NAME})(?!\s+\d)", *MONTH_HINTS),
         lambda m, _: Calendar(month=month(m["month"]), which=which(m["which"]))),
    Rule("calendar: weekday", pattern(
        rf"(?:(?P<which>last|this|next|this past|this coming|the coming|the previous|the following|the next) )?(?P<day>{WEEKDAY})", "mon", "tue", "wed", "thu", "fri", "sat", "sun"), lambda m, _: _weekday(m)),
    Rule("calendar: decade", pattern(r"(?:the )?(?P<decade>(?:1[5-9]|20)\d0'?s)", "0s", "0's"), _decade),
    Rule("calendar: decade", pattern(r"(?:the )?(?P<decade>['\u2019][2-9]0s)", "0s"), _decade),
    Rule("calendar: decade", pattern(r"the (?P<decade>['\u2019]?[2-9]0'?s|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)", "0s", "0's", "ties"), _decade),
    Rule("calendar: century", pattern(rf"(?:the )?(?:(?P<number>{ORDINAL})[\s-]century)", "century"), _century),
    Rule("calendar: holiday", pattern(rf"(?:(?P<which>last|this|next) )?(?P<name>(?-i:{HOLIDAYS}))(?:,? (?P<year>{YEAR}))?", *_HOLIDAY_HINTS),
         lambda m, _: Holiday(re.sub(r"\W+", " ", m["name"].lower().replace("'s", "s")).strip(), which(m["which"]), _number(m["year"]))),
)


def _year_of(m: re.Match[str]) -> int | None:
    g = m.groupdict()
    if g.get("spelled"):
        return spelled(g["spelled"])
    if g.get("short"):
        return int(g["short"]) + (1900 if int(g["short"]) > 40 else 2000)
    return _number(g.get("year"))


def _month_day(m: re.Match[str]) -> Meaning | None:
    text = m["day"].lower().removesuffix(" of")
    return _date(_year_of(m), month(m["month"]), _number(text) or ordinal(text))


def _weekday(m: re.Match[str]) -> Meaning:
    from onrecord.recording.times.meanings import Relative  # noqa: PLC0415

    word = (m["which"] or "").lower()
    if word in ("the previous", "the following", "the next"):
        return Weekday(weekday(m["day"]), "last" if word == "the previous" else "next", Relative("day", 0, "narrative"))
    return Weekday(weekday(m["day"]), which(word))
