"""The lines that a report's text is judged by: trimmed, with what a page said of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.record.report import BlockKind

_LETTERS = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"\S+")
_CLOSED = re.compile(r"[.!?…][\"'”’»)\]*]*(?:\s+\([^()\n]{2,60}\))?$|[.!?,][\"”’»]$")
_TERMINAL = re.compile(r"[.!?:;…—-][\"'”’»)\]*]*$")
_WRAP_MIN, _WRAP_MAX = 50, 110
_PROSE_WORDS = 3
_LONG = 28
_SHORT = 15


@dataclass(frozen=True)
class Line:
    """One paragraph: a line of the text, or several that were wrapped; `start` and `end` leave white space at its ends out."""

    start: int
    end: int
    text: str
    hint: BlockKind | None = None

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(_WORD.findall(self.text))

    @property
    def prose(self) -> bool:
        """Whether it reads as running text: closed as sentences are, or too long for anything else."""
        if _LETTERS.search(self.text) is None:
            return False
        trailing_off = self.text.endswith(("...", "…")) and self.words < _SHORT
        return (self.words >= _PROSE_WORDS and _CLOSED.search(self.text) is not None and not trailing_off) or self.words >= _LONG


def lines_of(text: str) -> list[Line]:
    """The paragraphs of a plain text: its lines, joined where it is wrapped."""
    lines = [_line(text, found.start(), found.end()) for found in re.finditer(r"[^\n]+", text) if found.group().strip()]
    if not _wrapped(text, lines):
        return lines
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is not None and _goes_on(text, last, line):
            joined[-1] = Line(last.start, line.end, text[last.start : line.end])
        else:
            joined.append(line)
    return joined


def _line(text: str, start: int, end: int) -> Line:
    raw = text[start:end]
    left = len(raw) - len(raw.lstrip())
    body = raw.strip()
    return Line(start + left, start + left + len(body), body)


def _wrapped(text: str, lines: list[Line]) -> bool:
    """Whether lines end where a column does: most lines with a direct successor are near one length and many end in mid-sentence."""
    followed = [a for a, b in pairwise(lines) if text[a.end : b.start].count("\n") == 1]
    if len(followed) < 4:
        return False
    lengths = sorted(len(line.text) for line in followed)
    middle = lengths[len(lengths) // 2]
    if not _WRAP_MIN <= middle <= _WRAP_MAX or lengths[-1] > _WRAP_MAX + 20:
        return False
    broken = sum(_TERMINAL.search(line.text) is None for line in followed)
    return broken * 2 > len(followed)


def _goes_on(text: str, last: Line, line: Line) -> bool:
    gap = text[last.end : line.start]
    tail = text[last.start : last.end].rsplit("\n", 1)[-1]
    return gap.count("\n") == 1 and len(tail) >= _WRAP_MIN
