"""Quotation marks paired into quotations, paragraph by paragraph, whatever their shape and however they were damaged."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

OPENING, CLOSING = "“„«‟〝‹", "”»〞›"
Side = Literal["open", "close", "either"]
_MARK = re.compile(r"""``|''|"{1,2}|[“„«‟〝‹”»〞›]{1,2}|['‘’‚`]""")


@dataclass(frozen=True)
class Quotation:
    """Characters `start` to `end`, marks included; `inner` without them. `closed` is false where a paragraph ended before a closing mark."""

    start: int
    end: int
    inner: tuple[int, int]
    depth: int
    closed: bool

    def covers(self, start: int, end: int) -> bool:
        """Whether these characters lie within it."""
        return self.start <= start and end <= self.end


@dataclass(frozen=True)
class _Mark:
    start: int
    end: int
    single: bool
    side: Side


def find_quotations(text: str, paragraphs: list[tuple[int, int]]) -> list[Quotation]:
    """The quotations of these paragraphs (character ranges), outer before inner, in order of position."""
    out: list[Quotation] = []
    for start, end in paragraphs:
        out.extend(_pair(text, start, end))
    return sorted(out, key=lambda q: (q.start, -q.end))


def opens_with_mark(text: str, start: int, end: int) -> bool:
    """Whether the first thing between these characters is a mark that can open a quotation."""
    found = _MARK.match(text, start + len(text[start:end]) - len(text[start:end].lstrip()), end)
    return found is not None and found[0][0] not in CLOSING


def _pair(text: str, start: int, end: int) -> list[Quotation]:
    """Double marks first; single ones where they stand inside a pair of doubles or where the paragraph has no double ones."""
    marks = [mark for found in _MARK.finditer(text, start, end) if (mark := _mark(text, start, end, found)) is not None]
    doubles = [mark for mark in marks if not mark.single]
    outer = _stack(text, doubles, start, end, depth=0)
    singles = [mark for mark in marks if mark.single]
    inner = []
    if doubles:
        for quotation in outer:
            within = [mark for mark in singles if quotation.inner[0] <= mark.start < quotation.inner[1]]
            inner.extend(_stack(text, within, *quotation.inner, depth=1))
        outside = [mark for mark in singles if not any(q.start <= mark.start < q.end for q in outer)]
        inner.extend(_stack(text, outside, start, end, depth=0))
    else:
        inner.extend(_stack(text, singles, start, end, depth=0))
    return outer + [q for q in inner if q.closed]


def _mark(text: str, start: int, end: int, found: re.Match[str]) -> _Mark | None:
    """What this mark can be; null for an apostrophe, a foot or an inch."""
    shape = found[0]
    before = text[found.start() - 1] if found.start() > start else " "
    after = text[found.end()] if found.end() < end else " "
    single = shape in ("'", "‘", "’", "‚", "`")
    side: Side
    faced = _by_neighbours(before, after)
    if shape[0] in OPENING or shape == "``":
        side = "close" if faced == "close" and not after.isalnum() else "open"
    elif shape[0] in CLOSING:
        side = "open" if faced == "open" and not before.isalnum() else "close"
    else:
        side = faced
    if single:
        if before.isalnum() and after.isalnum():
            return None
        if shape in "‘‚`":
            side = "open"
        elif side == "either" or (shape == "’" and side == "open"):
            return None
    elif before.isdigit() and side == "close" and shape == '"' and after.isdigit():
        return None
    return _Mark(found.start(), found.end(), single, side)


def _by_neighbours(before: str, after: str) -> Side:
    """Which way a straight mark faces: towards the word it touches."""
    left = before.isspace() or before in "([{—–-/:" or before in OPENING or before in "'‘"
    right = after.isspace() or after in ".,;:!?)]}—–-/" or after in CLOSING or after in "'’\""
    if left and not right:
        return "open"
    if right and not left:
        return "close"
    return "either"


def _stack(text: str, marks: list[_Mark], start: int, end: int, *, depth: int) -> list[Quotation]:
    """Pairs marks in order. A mark that faces the wrong way counts as what is expected; one left open runs to the end."""
    out: list[Quotation] = []
    opened: _Mark | None = None
    nested = 0
    for position, mark in enumerate(marks):
        rest = marks[position + 1 :]
        if opened is None:
            if mark.side != "close" or (rest and rest[0].side == "close" and not mark.single and _after_colon(text, mark)):
                opened = mark
            elif not mark.single and text[mark.start - 1] in ".,!?":
                begun = _sentence_start(text, max([start, *(q.end for q in out)]), mark.start)
                out.append(Quotation(begun, mark.end, (begun, mark.start), depth, closed=True))
        elif mark.side != "open" and nested:
            nested -= 1
        elif mark.side != "open":
            out.append(Quotation(opened.start, mark.end, (opened.end, mark.start), depth, closed=True))
            opened = None
        elif sum(m.side == "close" for m in rest) - sum(m.side == "open" for m in rest) >= nested + 2:
            nested += 1
        elif mark.single:
            opened = mark
        elif any(m.side == "close" for m in rest):
            out.append(_cut(text, opened, mark.start, depth))
            opened = mark
        else:
            out.append(Quotation(opened.start, mark.end, (opened.end, mark.start), depth, closed=True))
            opened = None
    stop = start + len(text[start:end].rstrip())
    if opened is not None and stop > opened.end:
        out.append(Quotation(opened.start, stop, (opened.end, stop), depth, closed=False))
    return out


def _after_colon(text: str, mark: _Mark) -> bool:
    r"""Whether a mark that leans on the comma before it ("said,\" [He] ...") is an opening one set in the wrong place."""
    return text[mark.start - 1] in ",:" and text[mark.end : mark.end + 1].isspace()


def _sentence_start(text: str, start: int, before: int) -> int:
    """Where the last sentence before this position begins."""
    ends = [m.end() for m in re.finditer(r"[.!?][\"”’')]*\s+", text[start : before - 1])]
    begun = start + (ends[-1] if ends else 0)
    return begun + len(text[begun:before]) - len(text[begun:before].lstrip())


def _cut(text: str, opened: _Mark, before: int, depth: int) -> Quotation:
    """A quotation whose closing mark was lost before another opened: it ends with the last sentence before that."""
    piece = text[opened.end : before]
    ends = [m.end() for m in re.finditer(r"[.!?,](?=\s)", piece)]
    stop = opened.end + (ends[0] if ends else len(piece.rstrip()))
    return Quotation(opened.start, stop, (opened.end, stop), depth, closed=False)
