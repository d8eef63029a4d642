"""GUM's eRST layer: whose word a clause is, by the relation `attribution-positive` and the tokens that signal its source."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord_training.corpora.document import Document

_UNIT = re.compile(r"^[a-zA-Z_-]+:(\d+)")
_ATTRIBUTION = re.compile(r"attribution-positive:\d+->(\d+):\d+:([^;]*)")
_SOURCE = re.compile(r"sem-atsrc-([\d,-]+)")


def add_attributions(document: Document, discourse: list[tuple[int, str]]) -> None:
    """Sets `sourced`: (source words, content unit) of each attribution. `discourse` holds (word, `Discourse=` value) in order of words.

    A unit (elementary discourse unit) begins at the word that bears its number and runs to the next one's; source tokens are counted from 1 in the text.
    """
    begins: dict[int, int] = {}
    for word, value in discourse:
        unit = _UNIT.match(value)
        if unit:
            begins.setdefault(int(unit[1]), word)
    firsts = [*sorted(begins.values()), len(document.words)]
    ends = dict(itertools.pairwise(firsts))
    document.sourced = []
    for _, value in discourse:
        for target, signals in _ATTRIBUTION.findall(value):
            source = _SOURCE.search(signals)
            first = begins.get(int(target))
            if source is None or first is None:
                continue
            words = [w for w in _numbers(source[1]) if 0 <= w < len(document.words)]
            if words:
                document.sourced.append((words, (first, ends[first] - 1)))


def _numbers(text: str) -> list[int]:
    """`279-280,282` to word indices (from 0)."""
    out: list[int] = []
    for piece in text.strip("-,").split(","):
        first, _, last = piece.partition("-")
        if first.isdigit():
            out += range(int(first) - 1, int(last) if last.isdigit() else int(first))
    return out
