"""Days by name: weekdays as news writes them, holidays and feasts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from onrecord.facts import zones
from onrecord.recording.times.context import Context, Value, choose, dated
from onrecord.recording.times.periods import Period, easter, moved

if TYPE_CHECKING:
    from onrecord.recording.times.meanings import Holiday, Weekday


def weekday(w: Weekday, context: Context) -> Value:
    """News style: "Thursday" is the latest Thursday not after the anchor, with a future tense the next one, on a Thursday that very day."""
    if w.in_week is not None and w.in_week.base == "narrative":
        told = context.base("narrative")
        if told is None:
            return Value("date", f"XXXX-WXX-{w.number + 1}", None, "none")
        step = (w.number - told[0].weekday()) % 7 or 7
        return dated(Period("day", moved(told[0], step if w.which == "next" else step - 7 if step < 7 else -7, "day")), told[1])
    base = context.base("anchor")
    if base is None:
        return Value("date", f"XXXX-WXX-{w.number + 1}", None, "none")
    today, basis = base
    monday = moved(today, -today.weekday(), "day")
    in_week = moved(monday, w.number, "day")
    if w.in_week is not None:
        return dated(Period("day", moved(in_week, 7 * w.in_week.number, "day")), basis)
    if w.which == "last":
        back = (today.weekday() - w.number) % 7 or 7
        day = moved(today, -back if back > 2 or today.weekday() < w.number or back == 7 else -back - 7, "day")
    elif w.which == "next":
        ahead = (w.number - today.weekday()) % 7 or 7
        day = moved(today, ahead, "day") if today.weekday() >= w.number or ahead > 3 else moved(in_week, 7, "day")
    elif w.which == "this":
        day = in_week if context.direction == "past" or in_week >= today else moved(in_week, 7, "day")
    elif context.direction == "future" or (context.anchor.turned and (w.number - today.weekday()) % 7 == 1):  # tomorrow, told as past, has begun further east
        day = moved(today, (w.number - today.weekday()) % 7, "day")
    else:
        day = moved(today, -((today.weekday() - w.number) % 7), "day")
    return dated(Period("day", day), basis)


def holiday(h: Holiday, context: Context) -> Value:
    """The day of the year that is told, else the one that "last", "next" or the tense asks for."""
    known = zones.holiday(h.key)
    if known is None:
        return Value("date", None, None, "none")
    base = context.base("anchor")
    if h.year is not None:
        return dated(Period("day", _feast(known, h.year)), "text")
    if base is None:
        return Value("date", None, None, "none")
    days = [Period("day", _feast(known, base[0].year + step)) for step in (-1, 0, 1)]
    if h.which in ("last", "next"):
        side = [p for p in days if (p.first < base[0]) == (h.which == "last") and p.first != base[0]]
        return dated(side[-1 if h.which == "last" else 0], base[1])
    return dated(choose(days, context, base[0]), base[1])


def _feast(known: tuple[int | None, int | None, int | None, int | None, int | None], year: int) -> date:
    month, day, weekday, nth, after = known
    if after is not None:
        return easter(year) + timedelta(days=after)
    if weekday is None or nth is None:
        return date(year, month or 1, day or 1)
    if nth > 0:
        first = date(year, month or 1, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = Period.holding(date(year, month or 1, 1), "month").last
    return last - timedelta(days=(last.weekday() - weekday) % 7)
