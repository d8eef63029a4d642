"""Figures as ranges, one line for each time a value was given, with its source; time runs downwards as in a ledger."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from onrecord.showing.pages.charts.days import day_of, iso
from onrecord.showing.pages.charts.lanes import voice
from onrecord.showing.pages.filters import day, number

if TYPE_CHECKING:
    from onrecord.record import Claim, Figure

_MOVES = ("up", "down", "narrowed", "corrected")
"""Revisions in which a source moves its own figure; a figure of something else is no move of it."""
TOP = 34


class Size(NamedTuple):
    """A chart for one kind of window: its width, where values begin and end, a row's height and line, letters of a source and of whom it counts."""

    width: int
    left: int
    right: int
    row: int
    line: int
    source: int
    of: int


WIDE, NARROW = Size(960, 440, 820, 30, 15, 24, 19), Size(360, 8, 246, 54, 38, 22, 12)

class Range(NamedTuple):
    """One value: its bounds as places on the line; null where a side is open."""

    y: float
    when: str
    source: str
    whole: str
    of: str
    low: float | None
    high: float | None
    value: float | None
    open_below: bool
    open_above: bool
    figure: Figure
    before: tuple[float, float] | None


class Ranges(NamedTuple):
    """All values of one thing that is counted."""

    title: str
    height: float
    width: int
    left: float
    right: float
    rows: list[Range]
    ticks: list[tuple[float, str]]


def ranges(claim: Claim, size: Size = WIDE) -> list[Ranges]:
    """One chart for each thing that is counted, the most often counted first."""
    groups: dict[tuple[str, str | None], list[Figure]] = {}
    for figure in claim.figures:
        groups.setdefault((figure.counts, figure.unit if figure.counts in ("money", "other") else None), []).append(figure)
    return [_chart(claim, counts, unit, found, size) for (counts, unit), found in sorted(groups.items(), key=lambda pair: -len(pair[1]))]


def _chart(claim: Claim, counts: str, unit: str | None, found: list[Figure], size: Size) -> Ranges:
    known = [v for f in found for v in (f.value, f.low, f.high) if v is not None]
    most = _round_up(max(known, default=1))

    def x(value: float) -> float:
        return round(size.left + value / most * (size.right - size.left), 1)

    named = {f.of for f in found if f.of}
    same = len(named) <= 1 and all(f.of for f in found)
    rows: list[Range] = []
    last: dict[str, tuple[float, float]] = {}
    for n, figure in enumerate(sorted(found, key=lambda f: _when(claim, f))):
        entry = claim.entries[figure.entry]
        source = voice(entry)
        y = TOP + n * size.row + size.line
        value = None if figure.value is None else x(figure.value)
        at = x(next((v for v in (figure.value, figure.low, figure.high) if v is not None), 0))
        when = _when(claim, figure)
        rows.append(Range(
            y, day(figure.as_of) if figure.as_of else day(iso(when)) if when else "undated",
            _short(source, size.source), source, "" if figure.of is None or same else _short(f"of {figure.of}", size.of),
            None if figure.low is None else x(figure.low), None if figure.high is None else x(figure.high), value,
            figure.low is None and figure.value is None, figure.high is None and figure.value != figure.low, figure,
            last.get(source) if figure.revision in _MOVES else None,
        ))  # fmt: skip
        last[source] = (at, y)
    of = next(iter(named), None) if same else None
    name = (unit or "counted") if counts == "other" else counts
    ticks = [(x(most * i / 4), number(most * i / 4)) for i in range(5)]
    return Ranges(f"{name}{f' of {of}' if of else ''}", TOP + len(rows) * size.row + 8, size.width, size.left, size.right, rows, ticks)


def _short(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"


def _when(claim: Claim, figure: Figure) -> int:
    entry = claim.entries[figure.entry]
    return day_of(entry.said, entry.published) or 0


def _round_up(value: float) -> float:
    """The next value that parts well into four."""
    if value <= 4:
        return 4
    unit = 10 ** math.floor(math.log10(value))
    return next(float(unit * step) for step in (1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10) if unit * step >= value)
