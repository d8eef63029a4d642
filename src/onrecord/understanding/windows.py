"""Long texts in windows: packed at what looks like a sentence end, each with a little of what stood before it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from onrecord.understanding.pieces import NEW_LINE

if TYPE_CHECKING:
    from onrecord.understanding.pieces import Pieces

SIZE = 382  # pieces in a window, without the two that frame it
CONTEXT = 64  # of which at most so many repeat the end of the window before
_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_LAST = ".!?…\"'”’)]"  # what that pattern can end in
_OPEN = re.compile(r"[\"'“‘(\[]?[A-Z0-9]")


class Window(msgspec.Struct, frozen=True):
    """Pieces `start` to `end` are encoded together; those from `own` on are read here, the ones before in an earlier window."""

    start: int
    own: int
    end: int


def pack(pieces: Pieces, text: str, *, size: int = SIZE, context: int = CONTEXT) -> list[Window]:
    """Windows over all pieces, in order; every piece is owned by exactly one."""
    may_begin = [*cuts(pieces, text, size - context), len(pieces)]
    windows: list[Window] = []
    own = 0
    while own < len(pieces):
        start = may_begin[bisect_left(may_begin, own - context)]
        end = may_begin[bisect_right(may_begin, start + size) - 1]
        windows.append(Window(start, own, end))
        own = end
    return windows


def cuts(pieces: Pieces, text: str, longest: int) -> list[int]:
    """Indices of pieces where a window may begin, none further than `longest` from the last."""
    cuts = [0]
    ends, starts, space = pieces.ends.tolist(), pieces.starts.tolist(), pieces.space.tolist()
    for i in [*(np.flatnonzero(pieces.space[1:]) + 1).tolist(), len(pieces)]:
        if i < len(pieces) and space[i] != NEW_LINE and not _ends(text, ends[i - 1], starts[i]):
            continue
        cuts += range(cuts[-1] + longest, i, longest)
        if i < len(pieces):
            cuts.append(i)
    return cuts


def _ends(text: str, last: int, first: int) -> bool:
    """Whether a sentence seems to end with the piece before character `last`, and another to begin at `first`."""
    return text[last - 1] in _LAST and _END.search(text[max(0, last - 4) : last]) is not None and _OPEN.match(text[first : first + 2]) is not None
