"""A report's text as pieces that a page can mark: each with what it is, the items it belongs to and where it leads."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.record import Record, Report

KINDS = ("cue", "trigger", "source", "quantity", "time", "place", "content")
"""What is marked in the text, the most telling first: where two begin at once, the first leads."""


class Piece(NamedTuple):
    """Characters of one look. `kinds` are marks to show, `items` all items that lie here, `leads` the item it leads to where that begins here."""

    text: str
    kinds: list[str]
    items: list[str]
    leads: str | None


class Paragraph(NamedTuple):
    """A paragraph of the report; `kind` is that of its first block, `begins` the items whose words begin in it, in order."""

    kind: str
    pieces: list[Piece]
    begins: list[str]


class _Mark(NamedTuple):
    start: int
    end: int
    item: str
    kind: str | None


def paragraphs(record: Record) -> list[Paragraph]:
    """The report's paragraphs in order, its furniture among them."""
    text = record.report.text
    marks = _marks(record)
    heads = _heads(record)
    out = []
    for start, end, kind in _stretches(record.report):
        here = [mark for mark in marks if mark.start < end and mark.end > start]
        out.append(Paragraph(kind, list(_pieces(text, start, end, here)), [item for at, item in heads if start <= at < end]))
    return out


def passage(record: Record, item: str) -> list[Paragraph]:
    """The paragraphs of the report that an item has words in."""
    own = [mark for mark in _marks(record) if mark.item == item]
    text = record.report.text
    marks = _marks(record)
    return [
        Paragraph(kind, list(_pieces(text, start, end, [m for m in marks if m.start < end and m.end > start])), [])
        for start, end, kind in _stretches(record.report)
        if any(mark.start < end and mark.end > start for mark in own)
    ]


def _stretches(report: Report) -> Iterator[tuple[int, int, str]]:
    """Paragraphs as the text has them: blocks that share a line are one, a block with empty lines in it is several."""
    joined: list[tuple[int, int, str]] = []
    for block in report.blocks:
        if joined and "\n" not in report.text[joined[-1][1] : block.start]:
            start, _, kind = joined.pop()
            joined.append((start, block.end, "body" if "body" in (kind, block.kind) else kind))
        else:
            joined.append((block.start, block.end, block.kind))
    for start, end, kind in joined:
        at = start
        while (cut := report.text.find("\n\n", at, end)) >= 0:
            if cut > at:
                yield at, cut, kind
            at = cut + 2
        if at < end:
            yield at, end, kind


def _heads(record: Record) -> list[tuple[int, str]]:
    """Where each statement and event is told of beside the text: at its cue or first words, at its trigger."""
    said = [((s.content[0] if s.content else s.cue or s.source).start, s.id) for s in record.statements if s.content or s.cue or s.source]  # type: ignore[union-attr]
    return sorted([*said, *((event.trigger.start, event.id) for event in record.events)])


def _marks(record: Record) -> list[_Mark]:
    """All spans of all items."""
    out = []
    for s in record.statements:
        out += [_Mark(span.start, span.end, s.id, "content") for span in s.content]
        told = ((s.source, "source"), (s.cue, "cue"), (s.reason, None))
        out += [_Mark(span.start, span.end, s.id, kind) for span, kind in told if span is not None]
    for e in record.events:
        out += [_Mark(e.trigger.start, e.trigger.end, e.id, "trigger"), _Mark(e.evidence.start, e.evidence.end, e.id, None)]
    out += [_Mark(m.start, m.end, a.id, None) for a in record.actors for m in a.mentions]
    out += [_Mark(m.start, m.end, p.id, "place") for p in record.places for m in p.mentions]
    out += [_Mark(t.start, t.end, t.id, "time") for t in record.times]
    out += [_Mark(q.start, q.end, q.id, "quantity") for q in record.quantities]
    return sorted(out, key=lambda mark: (mark.start, mark.end))


def _pieces(text: str, start: int, end: int, marks: list[_Mark]) -> Iterator[Piece]:
    """The text from `start` to `end`, cut wherever a mark begins or ends."""
    cuts = sorted({start, end, *(c for m in marks for c in (m.start, m.end) if start < c < end)})
    covering: list[list[_Mark]] = [[] for _ in cuts]
    for mark in marks:
        for i in range(max(bisect_right(cuts, mark.start) - 1, 0), len(cuts)):
            if cuts[i] >= mark.end:
                break
            covering[i].append(mark)
    for i, (at, to) in enumerate(itertools.pairwise(cuts)):
        here = covering[i]
        kinds = [kind for kind in KINDS if any(mark.kind == kind for mark in here)]
        beginning = sorted((KINDS.index(mark.kind), mark.item) for mark in here if mark.kind and mark.start == at)
        yield Piece(text[at:to], kinds, list(dict.fromkeys(mark.item for mark in here)), beginning[0][1] if beginning else None)
