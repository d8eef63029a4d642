"""What a time expression means before it is laid against the calendar: each form an own small type, joined as the words are joined."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from onrecord.recording.times.periods import Period, Unit

if TYPE_CHECKING:
    from datetime import date


Base = Literal["anchor", "narrative"]
Which = Literal["", "last", "next", "this"]


class Calendar(msgspec.Struct, frozen=True):
    """A date by its numbers, as far as they are given; `weekday` (Monday 0) is only said beside it."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    which: Which = ""
    in_year: Relative | None = None


class Weekday(msgspec.Struct, frozen=True):
    """A day of the week (Monday 0), in the week `in_week` where that is said."""

    number: int
    which: Which = ""
    in_week: Relative | None = None


class Holiday(msgspec.Struct, frozen=True):
    """A day that is known by name; `key` is its name in `resources/holidays.csv`."""

    key: str
    which: Which = ""
    year: int | None = None


class Relative(msgspec.Struct, frozen=True):
    """The period of its kind that lies `number` away from the one that holds the base: today, last week, the following year."""

    unit: Unit
    number: int
    base: Base = "anchor"


class Away(msgspec.Struct, frozen=True):
    """A point so many units before (-1) or after (1) the base: "two weeks ago", "three days later"; `hoped`: "in five years", a length unless ahead."""

    length: Length
    sign: int
    base: Base = "anchor"
    origin: Meaning | None = None
    hoped: bool = False


class Part(msgspec.Struct, frozen=True):
    """A quarter, half or season; `number` counts from 1 (seasons: 1 spring to 4 winter), 0 where it is only "the quarter"."""

    unit: Literal["quarter", "half", "season"]
    number: int
    which: Which = ""
    year: Calendar | Relative | None = None


class Era(msgspec.Struct, frozen=True):
    """A decade or century, known as it stands."""

    period: Period


class Clock(msgspec.Struct, frozen=True):
    """A time of day; `hour` null for a part of the day (`part`: MO AF EV NI DT MI), `half` says whether am or pm was given, `zone` as written."""

    hour: int | None
    minute: int | None = None
    second: int | None = None
    part: str = ""
    zone: str = ""
    half: bool = False
    day: Meaning | None = None


class Length(msgspec.Struct, frozen=True):
    """A duration: amounts by unit (a unit of the calendar, or hour, minute, second), null where the number is left open; `age`: of somebody or something that old."""

    amounts: tuple[tuple[str, float | None], ...]
    age: bool = False


class Repeated(msgspec.Struct, frozen=True):
    """A set of times, by its TIMEX3 value."""

    timex3: str
    value: str


class Vague(msgspec.Struct, frozen=True):
    """PRESENT_REF, PAST_REF or FUTURE_REF."""

    reference: str


class Interval(msgspec.Struct, frozen=True):
    """From one time to another; a missing end is open."""

    first: Meaning | None
    last: Meaning | None


class Modified(msgspec.Struct, frozen=True):
    """A time with a word that narrows or loosens it: START MID END APPROX."""

    meaning: Meaning
    how: str


Meaning = Calendar | Weekday | Holiday | Relative | Away | Part | Era | Clock | Length | Repeated | Vague | Interval | Modified


class Expression(msgspec.Struct, frozen=True):
    """A time expression at characters `start` to `end`: its meaning and the rule that read it."""

    start: int
    end: int
    meaning: Meaning
    rule: str


def fixed(day: date) -> Calendar:
    """The date as a meaning."""
    return Calendar(day.year, day.month, day.day)
