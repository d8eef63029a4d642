"""Meanings laid against the calendar: what "Thursday" or "a year earlier" comes to, given anchor, narrative and tense."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec.structs import replace

from onrecord.facts import zones
from onrecord.recording.times import lengths
from onrecord.recording.times.context import Basis, Context, Value, choose, dated
from onrecord.recording.times.days import holiday, weekday
from onrecord.recording.times.meanings import (
    Away,
    Calendar,
    Clock,
    Era,
    Holiday,
    Interval,
    Length,
    Meaning,
    Modified,
    Part,
    Relative,
    Repeated,
    Vague,
    Weekday,
)
from onrecord.recording.times.periods import Period, Unit, moved

_SATURDAY = 5
_CLOCK_UNITS = {"hour": 3600, "minute": 60, "second": 1}


def resolve(meaning: Meaning, context: Context) -> Value:
    """The value of a meaning in its context; null values with basis none where there is nothing to count from."""
    match meaning:
        case Calendar():
            return _calendar(meaning, context)
        case Weekday():
            return weekday(meaning, context)
        case Holiday():
            return holiday(meaning, context)
        case Relative():
            base = context.base(meaning.base)
            if base is None:
                return Value("date", _open(meaning.unit), None, "none")
            told = context.narrative.period if context.narrative is not None else None
            if meaning.unit == "quarter" and meaning.base == "narrative" and (told is None or told.unit != "quarter"):
                return _last_quarter(context, base)
            step = meaning.number - _weekend_past(meaning, context, base[0])
            return dated(Period.holding(base[0], meaning.unit).shifted(step), base[1])
        case Away():
            return _away(meaning, context)
        case Part():
            return _part(meaning, context)
        case Era():
            return dated(meaning.period, "text")
        case Clock():
            return _clock(meaning, context)
        case Length():
            return Value("duration", None if meaning.age else lengths.timex3(meaning), lengths.iso(meaning), "text")  # an age is no TIMEX3
        case Repeated():
            return Value("set", meaning.timex3, meaning.value, "text")
        case Vague():
            return Value("date", meaning.reference, None, "none")
        case Modified():
            return _modified(meaning, context)
        case Interval():
            return _interval(meaning, context)


def _weekend_past(meaning: Relative, context: Context, day: date) -> int:
    """One where a weekend that has not begun on `day` is told in the past: then it is the one before."""
    begun = day.weekday() >= _SATURDAY
    return int((meaning.unit, meaning.number, meaning.base) == ("weekend", 0, "anchor") and context.direction == "past" and not begun)


def _last_quarter(context: Context, base: tuple[date, Basis]) -> Value:
    """The quarter told last, else the last one that was over, or nearly so, on the day of the report."""
    day, basis = context.base("anchor") or base
    return context.quarter or dated(Period.holding(moved(day, -70, "day"), "quarter"), basis)


def _open(unit: Unit) -> str | None:
    return {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX", "year": "XXXX"}.get(unit)


def _calendar(c: Calendar, context: Context) -> Value:
    unit: Unit = "day" if c.day else "month" if c.month else "year"
    year, basis = c.year, "text"
    if c.in_year is not None:
        inner = resolve(c.in_year, context)
        if inner.period is not None:
            year, basis = inner.period.first.year, inner.basis
    if year is not None:
        day = _day(year, c.month or 1, c.day or 1)
        return Value("date", None, None, "none") if day is None else dated(Period.holding(day, unit), _basis(basis))
    base = context.base("anchor")
    if base is None:
        told = context.narrative
        if told is not None and told.period is not None and told.basis == "text" and told.period.unit in ("day", "month"):  # a year in passing dates nothing
            base = (told.period.first, told.basis)
        else:
            open_year = f"XXXX-{c.month or 0:02d}" + (f"-{c.day:02d}" if c.day else "")
            return Value("date", open_year, open_year if c.month and c.day else None, "none")
    today = base[0]
    days = [d for d in (_day(y, c.month or 1, c.day or 1) for y in range(today.year - 4, today.year + 5)) if d is not None]
    near = [Period.holding(d, unit) for d in days if abs(d.year - today.year) <= 1] or [Period.holding(d, unit) for d in days]
    if c.which == "last":
        earlier = [p for p in near if p.last < today and (unit == "day" or p.first.year < today.year or p.last < today)]
        return dated(earlier[-1] if earlier else near[0], base[1])
    if c.which == "next":
        later = [p for p in near if p.first > today]
        return dated(later[0] if later else near[-1], base[1])
    if c.which == "this":
        return dated(next((p for p in near if p.first.year == today.year), near[0]), base[1])
    return dated(choose(near, context, today), base[1])


def _basis(text: str) -> Basis:
    return text if text in ("text", "dateline", "publication") else "none"  # type: ignore[return-value]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _away(a: Away, context: Context) -> Value:
    """A point so far away, as coarse as the unit it is counted in: two weeks ago is a week, three days ago a day."""
    origin = resolve(a.origin, context) if a.origin is not None else None
    base = (origin.period.first, origin.basis) if origin is not None and origin.period is not None else context.base(a.base)
    unit = a.length.amounts[-1][0]
    if a.hoped and context.direction != "future":
        return resolve(a.length, context)
    if any(amount is None for _, amount in a.length.amounts):
        return Value("date", "PAST_REF" if a.sign < 0 else "FUTURE_REF", None, "none")
    if base is None:
        return Value("date", None, None, "none")
    day, basis = base
    if unit in _CLOCK_UNITS:
        seconds = sum(_CLOCK_UNITS.get(u, 86400) * (n or 0) for u, n in a.length.amounts)
        clock = context.anchor.clock if a.base == "anchor" else None
        if clock is None:
            whole = Period("day", moved(day, a.sign * int(seconds // 86400), "day"))
            return (
                dated(whole, basis)
                if seconds >= 86400 and seconds % 86400 == 0
                else Value("time", whole.timex3 if seconds < 3 * 3600 else None, None, "none", None)
            )
        moment = datetime.fromisoformat(f"{day.isoformat()}T{clock}") + a.sign * timedelta(seconds=seconds)
        text = moment.strftime("%Y-%m-%dT%H:%M")
        return Value("time", text, moment.strftime("%Y-%m-%dT%H:%M:%S"), basis, Period("day", moment.date()))
    for u, n in a.length.amounts:
        steps: Unit = "week" if u == "fortnight" else u  # type: ignore[assignment]
        if steps in ("day", "week", "weekend", "month", "quarter", "year", "decade", "century"):
            day = moved(day, a.sign * int(n or 0), steps)
    if day.year == 1:  # "5,000 years ago": before the calendar begins
        return Value("date", "PAST_REF", None, "none")
    kind: Unit = unit if unit in ("day", "week", "month", "quarter", "year", "decade", "century") else "day"  # type: ignore[assignment]
    narrow = context.narrative.period.unit if context.narrative is not None and context.narrative.period is not None else "year"
    if a.origin is not None or (a.base == "narrative" and kind == "week" and narrow == "day"):
        kind = "day"
    elif a.length.amounts == (("year", 1.0),) and context.quarter is not None and context.quarter.period is not None:
        return dated(context.quarter.period.shifted(4 * a.sign), context.quarter.basis)
    elif kind == "year" and a.base == "narrative" and narrow == "month" and a.length.amounts == (("year", 1.0),):
        kind = "month"
    elif kind in ("decade", "century"):
        kind = "year"
    return dated(Period.holding(day, kind), basis)


def _part(p: Part, context: Context) -> Value:
    """A quarter, half or season; without a year the one the tense asks for."""
    base = context.base("anchor")
    basis: Basis = base[1] if base is not None else "none"
    year: int | None = None
    if p.year is not None:
        inner = resolve(p.year, context)
        year, basis = (inner.period.first.year if inner.period else None), inner.basis
    month = {"quarter": 3 * p.number - 2, "half": 6 * p.number - 5, "season": 3 * p.number}[p.unit]
    if year is not None:
        return dated(Period(p.unit, date(year, month, 1)), basis)
    if base is None:
        letter = {"quarter": f"Q{p.number}", "half": f"H{p.number}", "season": ("SP", "SU", "FA", "WI")[p.number - 1]}[p.unit]
        return Value("date", f"XXXX-{letter}", None, "none")
    today = base[0]
    near = [Period(p.unit, date(today.year + step, month, 1)) for step in (-2, -1, 0, 1) if today.year + step > 0]
    if p.which == "last":
        earlier = [x for x in near if x.last < today]
        return dated(earlier[-1], basis)
    if p.which == "next":
        return dated(next((x for x in near if x.first > today), near[-1]), basis)
    if p.which == "this":
        return dated(next((x for x in near if x.first.year == today.year), near[-1]), basis)
    if p.unit == "quarter":
        ahead = [x for x in near if today < x.first <= moved(today, 190, "day")] if context.direction == "future" else []
        begun = [x for x in near if x.first <= today]
        return dated(ahead[0] if ahead else begun[-1] if begun else near[0], basis)
    return dated(choose(near, context, today), basis)


def _clock(c: Clock, context: Context) -> Value:
    """A time of day, on the day said beside it, else on the day last told, else on the anchor's; a part of the day has the day as its EDTF value."""
    day = resolve(c.day, context) if c.day is not None else None
    if day is None:
        told = (
            context.narrative
            if context.narrative is not None and context.narrative.period is not None and context.narrative.period.unit == "day"
            else None
        )
        day = told or resolve(Relative("day", 0), context)
    if day.period is None or day.period.unit != "day":
        known = day.timex3 if day.timex3 is not None else "XXXX-XX-XX"
        return replace(day, kind="time", timex3=known + _hour(c), value=None)
    stem = day.period.first.isoformat()
    if c.hour is None:
        return Value("time", f"{stem}T{c.part}", stem, day.basis, day.period)
    first = day.period.first
    if c.hour == 24:
        first, c = moved(first, 1, "day"), replace(c, hour=0)
        stem = first.isoformat()
    hour = c.hour or 0
    moment = datetime(first.year, first.month, first.day, hour, c.minute or 0, c.second or 0)  # noqa: DTZ001  a date; its zone is decided later
    offset = zones.offset(c.zone, moment) if c.zone and c.zone[0].isalpha() and c.zone != "Z" else c.zone.strip() or None
    return Value(
        "time", stem + _hour(c) + ("Z" if offset == "Z" else ""), moment.strftime("%Y-%m-%dT%H:%M:%S") + (offset or ""), day.basis, day.period
    )


def _hour(c: Clock) -> str:
    if c.hour is None:
        return f"T{c.part}"
    return f"T{c.hour:02d}:{c.minute or 0:02d}" + (f":{c.second:02d}" if c.second is not None else "")


def _modified(m: Modified, context: Context) -> Value:
    inner = resolve(m.meaning, context)
    if m.how == "SAME" and context.quarter is not None and context.quarter.period is not None:
        return dated(context.quarter.period.shifted(-4), context.quarter.basis)
    if m.how == "APPROX" and inner.value is not None and inner.kind == "date" and "/" not in inner.value:
        return replace(inner, value=inner.value + "~")
    return inner


def _interval(i: Interval, context: Context) -> Value:
    """An EDTF interval; an end left out of the text is open, a first end without year or month takes the last one's."""
    last = resolve(i.last, context) if i.last is not None else None
    first: Value | None
    first_meaning = i.first
    if isinstance(first_meaning, Calendar) and first_meaning.year is None and first_meaning.month and last is not None and last.period is not None:
        year = last.period.first.year - (1 if first_meaning.month > last.period.first.month else 0)
        first = replace(resolve(replace(first_meaning, year=year), context), basis=last.basis)
    else:
        first = resolve(first_meaning, context) if first_meaning is not None else None
    known = first or last
    if known is None or (first is not None and first.value is None) or (last is not None and last.value is None):
        return Value(known.kind if known else "date", known.timex3 if known else None, None, "none")
    left = _end(first.value, 0) if first is not None and first.value else ".."
    right = _end(last.value, -1) if last is not None and last.value else ".."
    if first is None or last is None:
        return replace(known, value=f"{left}/{right}")
    return Value(known.kind, f"{first.timex3}/{last.timex3}", f"{left}/{right}", first.basis if first.basis != "text" else last.basis, first.period)


def _end(value: str, which: int) -> str:
    """One end of an interval where the value is one itself."""
    return value.split("/")[which]
