"""A ledger as lanes over time: who affirms stands above the line, who denies below it; entries of one origin on one day are one mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.showing.pages.charts.days import Line, Tick, day_of, line

if TYPE_CHECKING:
    from onrecord.record import Claim, Entry

ABOVE = ("predicts", "affirms")
BELOW = ("possible", "doubts", "denies", "declines", "retracts")
ALWAYS = ("affirms", "denies")
ROW, PAD, AXIS = 24, 10, 30
_MARK, _LETTER, _GAP = 12, 6.9, 14  # half a mark, a letter of a name as a mean, from a mark to its name
_NAMED = 30  # marks of a lane that still have their names beside them


class Size(NamedTuple):
    """A chart for one kind of window: its width, where the lanes begin and end, the most letters of a name, ticks at most."""

    width: int
    left: int
    right: int
    letters: int
    ticks: int


WIDE, NARROW = Size(960, 116, 936, 30, 9), Size(360, 74, 352, 13, 4)


class Dot(NamedTuple):
    """One mark: the entries (indices) that it stands for, first in time first; `name` stands beside it, before it where `before` is true."""

    x: float
    y: float
    stance: str
    entries: list[int]
    origin: int
    words: str
    name: str
    before: bool


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


def lanes(claim: Claim, size: Size = WIDE) -> Lanes:
    """The chart of a claim's entries."""
    placed = {i: day for i, entry in enumerate(claim.entries) if (day := day_of(entry.said, entry.published)) is not None}
    over = line(list(placed.values()), size.left + 14, size.right - 14)
    used = {claim.entries[i].stance for i in placed}
    out, top = [], 6.0
    axis = top
    for stance in (*ABOVE, None, *BELOW):
        if stance is None:
            axis, top = top, top + AXIS
            continue
        if stance not in used and stance not in ALWAYS:
            continue
        lane = _lane(claim, stance, placed, over, top, size)
        out.append(lane)
        top += lane.height
    undated = [i for i in range(len(claim.entries)) if i not in placed]
    return Lanes(size.width, top + 6, axis, size.left, size.right, out, over.ticks(size.ticks), undated)


def _lane(claim: Claim, stance: str, placed: dict[int, int], over: Line, top: float, size: Size) -> Lane:
    """One lane: marks that would meet, or whose names would, are stacked, away from the line of days."""
    groups: dict[tuple[int, int], list[int]] = {}
    for i, day in sorted(placed.items(), key=lambda pair: (pair[1], pair[0])):
        if claim.entries[i].stance == stance:
            groups.setdefault((day, claim.entries[i].origin), []).append(i)
    levels: list[list[tuple[float, float]]] = []
    spots = []
    for (day, origin), found in groups.items():
        x = over.x(day)
        name = _short(voice(claim.entries[found[0]]), size.letters) if len(groups) <= _NAMED else ""
        before, first, last = _room(x, name, len(found), size)
        level = next((n for n, taken in enumerate(levels) if all(last <= a or first >= b for a, b in taken)), len(levels))
        levels[level:] = levels[level:] or [[]]
        levels[level].append((first, last))
        spots.append((x, level, origin, found, name, before))
    height = max(len(levels), 1) * ROW + PAD
    up = stance in ABOVE
    base = top + height - PAD / 2 - ROW / 2 if up else top + PAD / 2 + ROW / 2
    step = -ROW if up else ROW
    dots = [Dot(x, base + level * step, stance, found, origin, _words(claim, found), name, before) for x, level, origin, found, name, before in spots]
    return Lane(stance, base, top, height, dots)


def _room(x: float, name: str, copies: int, size: Size) -> tuple[bool, float, float]:
    """Whether the name stands before its mark, and from where to where both reach."""
    wide = len(name) * _LETTER + (len(str(copies)) + 2) * _LETTER * (copies > 1) + (_GAP if name or copies > 1 else _MARK)
    before = x + wide > size.right + 6 and x - wide >= size.left
    return (True, x - wide - 4, x + _MARK) if before else (False, x - _MARK, x + wide + 4)


def _short(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


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
