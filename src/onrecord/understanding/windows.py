"""Long texts in windows: packed at what looks like a sentence end, each with a little of what stood before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from onrecord.understanding.pieces import NEW_LINE

if TYPE_CHECKING:
    from onrecord.understanding.pieces import Pieces

SIZE = 382  # pieces in a window, without the two that frame it
CONTEXT = 64  # of which at most so many repeat the end of the window before
_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_OPEN = re.compile(r"[\"'“‘(\[]?[A-Z0-9]")


class Window(msgspec.Struct, frozen=True):
    """Pieces `start` to `end` are encoded together; those from `own` on are read here, the ones before in an earlier window."""

    start: int
    own: int
    end: int


def pack(pieces: Pieces, text: str, *, size: int = SIZE, context: int = CONTEXT) -> list[Window]:
    """Windows over all pieces, in order; every piece is owned by exactly one."""
    cuts = [*_cuts(pieces, text, size - context), len(pieces)]
    windows: list[Window] = []
    own = 0
    while own < len(pieces):
        starts = [c for c in cuts if own - context <= c <= own]
        start = min(starts, default=own)
        end = max((c for c in cuts if own < c <= start + size), default=own + 1)
        windows.append(Window(start, own, end))
        own = end
    return windows


def _cuts(pieces: Pieces, text: str, longest: int) -> list[int]:
    """Indices of pieces where a window may begin, none further than `longest` from the last."""
    cuts = [0]
    ends = pieces.ends.tolist()
    starts = pieces.starts.tolist()
    for i in range(1, len(pieces)):
        here = starts[i]
        fresh = pieces.space[i] == NEW_LINE or (
            pieces.space[i] and _END.search(text[max(0, ends[i - 1] - 4) : ends[i - 1]]) and _OPEN.match(text[here : here + 2])
        )
        if fresh or i - cuts[-1] >= longest:
            cuts.append(i)
    return cuts
