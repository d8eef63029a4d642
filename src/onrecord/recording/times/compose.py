"""Time expressions joined to the larger ones they make: "5 p.m. EST" and "Monday", "June" and "last year", "late" and "Tuesday", "since" and "2022"."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec.structs import replace

from onrecord.recording.times.meanings import (
    Away,
    Calendar,
    Clock,
    Expression,
    Holiday,
    Interval,
    Length,
    Meaning,
    Modified,
    Part,
    Relative,
    Vague,
    Weekday,
)

Joiner = Callable[[Meaning, Meaning], Meaning | None]
_DAY = (Weekday, Holiday)


def _is_day(meaning: Meaning) -> bool:
    """Whether it names a day."""
    return (
        isinstance(meaning, _DAY)
        or (isinstance(meaning, Calendar) and meaning.day is not None)
        or (isinstance(meaning, Relative) and meaning.unit == "day")
    )


def _is_year(meaning: Meaning) -> bool:
    return (isinstance(meaning, Relative) and meaning.unit == "year") or (
        isinstance(meaning, Calendar) and meaning.year is not None and meaning.month is None
    )


def _weekday_date(left: Meaning, right: Meaning) -> Meaning | None:
    if isinstance(left, Weekday) and isinstance(right, Calendar) and right.day is not None:
        return right
    return None


def _in_year(left: Meaning, right: Meaning) -> Meaning | None:
    """ "June last year", "the third quarter of 1984", "Sept. 11 of that year"."""
    if not _is_year(right) or not isinstance(right, Calendar | Relative):
        return None
    if isinstance(left, Calendar) and left.month is not None and left.year is None:
        return replace(left, year=right.year) if isinstance(right, Calendar) else replace(left, in_year=right)
    if isinstance(left, Part) and left.year is None:
        return replace(left, year=right)
    return None


def _year_first(left: Meaning, right: Meaning) -> Meaning | None:
    """ "the 1988 third quarter", "last year's summer"."""
    return (
        replace(right, year=left)
        if isinstance(right, Part) and _is_year(left) and isinstance(left, Calendar | Relative) and right.year is None
        else None
    )


def _week(left: Meaning, right: Meaning) -> Meaning | None:
    """ "Tuesday last week", "Monday of next week"."""
    if isinstance(left, Weekday) and not left.which and isinstance(right, Relative) and right.unit == "week":
        return replace(left, in_week=right)
    return None


def _clock_day(left: Meaning, right: Meaning) -> Meaning | None:
    return replace(left, day=right) if isinstance(left, Clock) and left.day is None and _is_day(right) else None


def _day_clock(left: Meaning, right: Meaning) -> Meaning | None:
    return _clock_day(right, left)


def _part_clock(left: Meaning, right: Meaning) -> Meaning | None:
    """ "Friday night at 10 p.m.": the hour says more than the part of the day."""
    if isinstance(left, Clock) and isinstance(right, Clock) and left.hour is None and right.hour is not None and right.day is None:
        return replace(right, day=left.day) if left.day is not None else None
    return None


def _clock_part(left: Meaning, right: Meaning) -> Meaning | None:
    """ "1:30 this morning", "10 o'clock last night"."""
    if isinstance(left, Clock) and isinstance(right, Clock) and left.hour is not None and left.day is None and right.hour is None:
        later = not left.half and left.hour < 12 and (right.part in ("AF", "EV") or (right.part == "NI" and left.hour > 4))
        return replace(left, hour=left.hour + 12 if later else left.hour, day=right.day, half=True)
    return None


def _from_day(left: Meaning, right: Meaning) -> Meaning | None:
    """ "a week from Friday", "two days before Christmas"."""
    return Away(left, 1, origin=right) if isinstance(left, Length) and (_is_day(right) or right == Vague("PRESENT_REF")) else None


def _before_day(left: Meaning, right: Meaning) -> Meaning | None:
    return Away(left, -1, origin=right) if isinstance(left, Length) and isinstance(right, Holiday) else None


_JOINS: tuple[tuple[re.Pattern[str], Joiner], ...] = tuple(
    (re.compile(gap.replace(" ", r"\s+"), re.IGNORECASE), join)
    for gap, join in (
        (r",? (?:the )?|\s?[-\u2013\u2014]\s?|, ", _weekday_date),
        (r",? | of | in |, ", _in_year),
        (r" |['\u2019]s ", _year_first),
        (r" | of | in ", _week),
        (r",? | on |, on | of |\s?\(", _clock_day),
        (r",? | at |, at | in the | around | about | by | shortly before | shortly after ", _day_clock),
        (r",? | at |, at ", _part_clock),
        (r",? | on | in ", _clock_part),
        (r" from ", _from_day),
        (r" before ", _before_day),
    )
)
_MODIFIERS = re.compile(
    r"(?:(?P<start>(?:very |as )?early(?: in| on)?|earlier(?: in| on)?|(?:the )?(?:beginning|start|opening days) of|the early)|(?P<end>(?:as )?late(?: in| on)?|later(?: in| on)?"
    r"|(?:the )?(?:end|close|latter part|last days) of|the late)|(?P<mid>mid|(?:the )?middle of|the mid|midway through)|(?P<approx>around|about|approximately|circa|roughly|some ?time(?: in| around)?)"
    r"|(?P<more>more than|at least|over|nearly|almost|up to|less than|no more than|fewer than|under|just over|well over|as many as|some|about|around|roughly))(?:\s+|-)$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"(?:ever )?since\s+$", re.IGNORECASE)
_UNTIL = re.compile(r"(?:up )?(?:until|till|til|through)\s+$", re.IGNORECASE)
_BETWEEN = re.compile(r"(?P<word>between|from)\s+$", re.IGNORECASE)
_TO = re.compile(r"\s+(?:to|through|until|till|and)\s+(?:as late as )?|\s?[-\u2013\u2014]\s?", re.IGNORECASE)


def joined(text: str, expressions: list[Expression]) -> list[Expression]:
    """Neighbours joined to one where grammar makes one of them, then with the modifiers before them."""
    out: list[Expression] = []
    for new in expressions:
        out.append(new)
        while len(out) > 1:
            left, right = out[-2], out[-1]
            made = _join(text[left.end : right.start], left, right)
            if made is None:
                break
            out[-2:] = [made]
    return [_modified(text, expression, out[i - 1].end if i else 0) for i, expression in enumerate(_shared_half(text, out))]


def _join(gap: str, left: Expression, right: Expression) -> Expression | None:
    if len(gap) > 20:
        return None
    for pattern, join in _JOINS:
        if pattern.fullmatch(gap):
            meaning = join(left.meaning, right.meaning)
            if meaning is not None:
                return Expression(left.start, right.end, meaning, f"{left.rule} + {right.rule}")
    return None


def _shared_half(text: str, expressions: list[Expression]) -> list[Expression]:
    """ "at 1:20 and 1:30 am": the first hour takes the second's half of the day."""
    out = list(expressions)
    for i in range(len(out) - 2, -1, -1):
        left, right = out[i].meaning, out[i + 1].meaning
        gap = text[out[i].end : out[i + 1].start].strip().lower()
        if (
            isinstance(left, Clock)
            and isinstance(right, Clock)
            and not left.half
            and right.half
            and left.hour
            and right.hour is not None
            and gap in ("and", "or", "-", "to", "\u2013")
        ):
            shift = 12 if right.hour >= 12 > left.hour and left.hour + 12 <= right.hour + 1 else 0
            out[i] = replace(
                out[i], meaning=replace(left, hour=left.hour + shift, half=True, day=left.day or right.day, zone=left.zone or right.zone)
            )
    return out


def _modified(text: str, expression: Expression, since: int) -> Expression:
    """The expression with a modifier that stands before it."""
    before = text[max(since, expression.start - 24) : expression.start]
    m = _MODIFIERS.search(before)
    if m is None or (m.start() and before[m.start() - 1].isalnum()):
        return expression
    start = expression.start - (len(before) - m.start())
    meaning = expression.meaning
    length = isinstance(meaning, Length) or (isinstance(meaning, Away) and meaning.origin is None)
    if m["more"] or (length and m["approx"] and "time" not in m["approx"].lower()):
        return replace(expression, start=start) if length and "the" not in text[expression.start : expression.start + 4].lower() else expression
    if length or isinstance(meaning, Vague) or (m.group().endswith("-") and not m["mid"] and not m["end"] and not m["start"]):
        return expression
    how = "START" if m["start"] else "END" if m["end"] else "MID" if m["mid"] else "APPROX"
    if how == "APPROX" and not isinstance(meaning, Calendar | Clock):
        return replace(expression, start=start) if "time" in m.group().lower() else expression
    if m.group().lower().startswith("as "):
        start += 3
    return replace(expression, start=start, meaning=Modified(meaning, how if "some" not in m.group().lower() else ""))


def ranged(text: str, expressions: list[Expression]) -> list[Expression]:
    """Since, until, between and from-to made intervals; "for" lengths and sets are left as they are."""
    out: list[Expression] = []
    i = 0
    while i < len(expressions):
        this = expressions[i]
        after = expressions[i + 1] if i + 1 < len(expressions) else None
        before = text[max(out[-1].end if out else 0, this.start - 16) : this.start]
        gap = text[this.end : after.start] if after is not None else ""
        opened = _BETWEEN.search(before)
        if after is not None and _point(this.meaning) and _point(after.meaning) and _TO.fullmatch(gap) and _joins(gap, opened, this, after):
            start = this.start - (len(before) - opened.start()) if opened else this.start
            out.append(Expression(start, after.end, Interval(this.meaning, after.meaning), "interval"))
            i += 2
            continue
        for pattern, open_end in ((_SINCE, True), (_UNTIL, False)):
            m = pattern.search(before)
            if m is not None and _point(this.meaning) and not (m.start() and before[m.start() - 1].isalnum()):
                meaning = Interval(this.meaning, None) if open_end else Interval(None, this.meaning)
                this = Expression(this.start - (len(before) - m.start()), this.end, meaning, "since" if open_end else "until")
                break
        out.append(this)
        i += 1
    return out


def _joins(gap: str, opened: re.Match[str] | None, left: Expression, right: Expression) -> bool:
    """Whether the words between two times make an interval of them: "and" only after "between", a dash or "to" between like things."""
    word = gap.strip().lower()
    if opened is not None:
        return (word == "and") == (opened["word"].lower() == "between") or word != "and"
    return word != "and" and type(left.meaning) is type(right.meaning)


def _point(meaning: Meaning) -> bool:
    inner = meaning.meaning if isinstance(meaning, Modified) else meaning
    return not isinstance(inner, Length | Interval) and type(inner).__name__ != "Repeated" and inner != Vague("FUTURE_REF")
