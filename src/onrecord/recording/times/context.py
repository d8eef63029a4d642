"""What expressions of time are counted from, and what they come to: anchor, what was told last, tense; periods as values, and the one that the tense asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from onrecord.record.items import TimeKind
from onrecord.recording.times.anchor import Anchor
from onrecord.recording.times.periods import Period

if TYPE_CHECKING:
    from datetime import date

Direction = Literal["past", "future", "none"]
Basis = Literal["text", "dateline", "publication", "none"]
_SURE = 45
_TOLD = ("day", "week", "weekend", "month", "quarter", "season", "half", "year")


class Value(msgspec.Struct, frozen=True):
    """What a time expression comes to; `period` is the stretch of the calendar that later expressions may count from."""

    kind: TimeKind
    timex3: str | None
    value: str | None
    basis: Basis
    period: Period | None = None


class Context(msgspec.Struct):
    """What expressions are counted from: the anchor, the last period told (`narrative`) and the tense around (`direction`)."""

    anchor: Anchor
    direction: Direction = "none"
    narrative: Value | None = None
    told: list[Value] = msgspec.field(default_factory=list)

    def tell(self, value: Value, *, compared: bool) -> None:
        """Takes a value in as told; one that only compares ("a year earlier") moves nothing."""
        if value.period is None or compared or value.period.unit not in _TOLD or value.kind not in ("date", "time"):
            return
        self.narrative = value
        self.told = [*self.told[-3:], value]

    @property
    def quarter(self) -> Value | None:
        """The quarter told last, if lately."""
        return next((v for v in reversed(self.told) if v.period is not None and v.period.unit == "quarter"), None)

    def base(self, of: str) -> tuple[date, Basis] | None:
        """The day that `of` (anchor or narrative) means, and what it rests on."""
        if of == "narrative" and self.narrative is not None and self.narrative.period is not None:
            return self.narrative.period.first, self.narrative.basis
        return None if self.anchor.day is None else (self.anchor.day, self.anchor.basis)


def dated(period: Period, basis: Basis) -> Value:
    """A period as a date."""
    return Value("date", period.timex3, period.edtf, basis, period)


def choose(candidates: list[Period], context: Context, day: date) -> Period:
    """The candidate that the tense asks for: the last not after `day`, the first not before it, or the nearest."""
    here = [c for c in candidates if c.first <= day <= c.last]
    nearest = min(candidates, key=lambda c: abs((c.first - day).days))
    if abs((nearest.first - day).days) <= _SURE or (context.direction == "none" and nearest.unit == "day"):
        return here[0] if here else nearest
    if context.direction == "past":
        past = [c for c in candidates if c.first <= day]
        return past[-1] if past else candidates[0]
    if context.direction == "future":
        ahead = [c for c in candidates if c.last >= day]
        return ahead[0] if ahead else candidates[-1]
    past = [c for c in candidates if c.first <= day]
    return here[0] if here else past[-1] if past else nearest
