"""A ledger at a glance, as small as a line of text: who affirms above, who denies below, in time from left to right; one mark an origin and day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.showing.pages.charts.days import day_of, line
from onrecord.showing.pages.charts.lanes import ABOVE, BELOW

if TYPE_CHECKING:
    from onrecord.record import Claim

WIDTH, MIDDLE, APART = 128, 20, 7
_STACKED = 2  # marks of one side that stand on each other; more are told in words alone


class Mark(NamedTuple):
    """A mark with its stance."""

    x: float
    y: float
    stance: str


class Strip(NamedTuple):
    """The strip, and what it says in words."""

    marks: list[Mark]
    says: str


def strip(claim: Claim) -> Strip:
    """The strip of a claim; without marks where no entry has a day."""
    found = {(day, entry.stance, entry.origin) for entry in claim.entries if (day := day_of(entry.said, entry.published)) is not None}
    over = line([day for day, *_ in found], 4, WIDTH - 4)
    height: dict[tuple[float, bool], int] = {}
    marks = []
    for day, stance, _ in sorted(found):
        above = stance in ABOVE
        x = round(over.x(day) / APART) * APART
        level = height.get((x, above), 0)
        if level < _STACKED:
            height[x, above] = level + 1
            marks.append(Mark(x, MIDDLE + (-APART if above else APART) * (level + 0.9), stance))
    origins = {stance: len({entry.origin for entry in claim.entries if entry.stance == stance}) for stance in (*ABOVE[::-1], *BELOW)}
    return Strip(marks, ", ".join(f"{stance}: {count}" for stance, count in origins.items() if count))
