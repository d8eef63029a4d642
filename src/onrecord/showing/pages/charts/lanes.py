"""A ledger as lanes over time: who affirms stands above the line, who denies below it; entries of one origin on one day are one mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.showing.pages.charts.days import Line, Tick, day_of, line

if TYPE_CHECKING:
    from onrecord.record import Claim, Entry

ABOVE = ("predicts", "affirms")
BELOW = ("possible", "doubts", "denies", "declines", "retracts")
ALWAYS = ("affirms", "denies")
WIDTH, LEFT, RIGHT = 960, 116, 936
ROW, PAD, AXIS = 24, 10, 30


class Dot(NamedTuple):
    """One mark: the entries (indices) that it stands for, first in time first."""

    x: float
    y: float
    stance: str
    entries: list[int]
    origin: int
    words: str


class Lane(NamedTuple):
    """A lane with its name, its line, and the space it takes."""

    stance: str
    y: float
    top: float
    height: float
    dots: list[Dot]


class Lanes(NamedTuple):
    """The whole chart."""

    width: int
    height: float
    axis: float
    left: float
    right: float
    lanes: list[Lane]
    ticks: list[Tick]
    undated: list[int]


def lanes(claim: Claim) -> Lanes:
    """The chart of a claim's entries."""
    placed = {i: day for i, entry in enumerate(claim.entries) if (day := day_of(entry.said, entry.published)) is not None}
    over = line(list(placed.values()), LEFT + 14, RIGHT - 14)
    used = {claim.entries[i].stance for i in placed}
    out, top = [], 6.0
    axis = top
    for stance in (*ABOVE, None, *BELOW):
        if stance is None:
            axis, top = top, top + AXIS
            continue
        if stance not in used and stance not in ALWAYS:
            continue
        lane = _lane(claim, stance, placed, over, top)
        out.append(lane)
        top += lane.height
    return Lanes(WIDTH, top + 6, axis, LEFT, RIGHT, out, over.ticks(), [i for i in range(len(claim.entries)) if i not in placed])


def _lane(claim: Claim, stance: str, placed: dict[int, int], over: Line, top: float) -> Lane:
    """One lane: marks on one spot are stacked, away from the line of days."""
    groups: dict[tuple[int, int], list[int]] = {}
    for i, day in sorted(placed.items(), key=lambda pair: (pair[1], pair[0])):
        if claim.entries[i].stance == stance:
            groups.setdefault((day, claim.entries[i].origin), []).append(i)
    levels: list[float] = []
    spots = []
    for (day, origin), found in groups.items():
        x = over.x(day)
        room = 22 + (14 if len(found) > 1 else 0)
        level = next((n for n, until in enumerate(levels) if until <= x), len(levels))
        levels[level : level + 1] = [x + room]
        spots.append((x, level, origin, found))
    height = max(len(levels), 1) * ROW + PAD
    up = stance in ABOVE
    first = top + height - PAD / 2 - ROW / 2 if up else top + PAD / 2 + ROW / 2
    step = -ROW if up else ROW
    dots = [Dot(x, first + level * step, stance, found, origin, _words(claim, found)) for x, level, origin, found in spots]
    return Lane(stance, first, top, height, dots)


def _words(claim: Claim, found: list[int]) -> str:
    """What a mark says when it is asked: who, the words, the way they came; of copies how many."""
    entry = claim.entries[found[0]]
    words = " … ".join(span.text for span in entry.words)
    told = f"{voice(entry)}: “{words[:280]}{'…' if len(words) > 280 else ''}”"
    way = " ← ".join(step.name for step in entry.chain)
    return told + (f" ({way})" if way else "") + (f", and {len(found) - 1} more of the same origin" if len(found) > 1 else "")


def voice(entry: Entry) -> str:
    """Whose word an entry is, in words."""
    return ", ".join(party.name for party in entry.speakers) or f"{entry.outlet or 'the report'}, in its own voice"
