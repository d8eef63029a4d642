"""A record in the making: the report, what was seen in it, and the reasons given so far."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.record import Reason, Report, Span
from onrecord.recording.nearby import Nearby

if TYPE_CHECKING:
    from collections.abc import Container

    from onrecord.facts.custom import Own
    from onrecord.record.report import BlockKind
    from onrecord.understanding.marks import Marks, Name


@dataclass
class Draft:
    """Report and marks of one report, and the ontology of the reader's own, shared by all who decide. Ids handed out before `numbering` are provisional."""

    report: Report
    marks: Marks
    reasons: dict[str, list[Reason]] = field(default_factory=dict)
    own: Own | None = None

    @property
    def text(self) -> str:
        """The report's text, into which all spans point."""
        return self.report.text

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.report.blocks]

    def kind_at(self, position: int) -> BlockKind:
        """What kind of block the character at `position` stands in; white space between blocks belongs to the one before."""
        i = max(0, bisect_right(self._block_starts, position) - 1)
        return self.report.blocks[i].kind if self.report.blocks else "body"

    def paragraphs(self, kinds: Container[str]) -> list[tuple[int, int]]:
        """Characters of the blocks of these kinds, in order; a block with blank lines inside counts as several."""
        out: list[tuple[int, int]] = []
        for block in self.report.blocks:
            if block.kind not in kinds:
                continue
            at = block.start
            for piece in self.text[block.start : block.end].split("\n\n"):
                if piece.strip():
                    out.append((at, at + len(piece)))
                at += len(piece) + 2
        return out

    @cached_property
    def _names_by_place(self) -> Nearby[Name]:
        out: Nearby[Name] = Nearby()
        for name in self.marks.names:
            out.add(name, [(name.start, name.end)])
        return out

    def names_near(self, start: int, end: int) -> list[Name]:
        """The names that these characters touch, and some close by, in order."""
        return list(self._names_by_place.at([(start, end)]))

    def span(self, start: int, end: int) -> Span:
        """The span of the report's text from `start` to `end`."""
        return Span.of(self.text, start, end)

    def words(self, tokens: list[int] | range) -> Span:
        """The span from the first to the last of these tokens (indices)."""
        seen = self.marks.tokens
        return self.span(min(seen[i].start for i in tokens), max(seen[i].end for i in tokens))

    def because(self, item: str, decided: str, rule: str, *spans: Span, score: float | None = None) -> None:
        """Notes why `decided` (a field's name) of `item` (an id) was decided as it was."""
        self.reasons.setdefault(f"{item}.{decided}", []).append(Reason(rule=rule, spans=list(spans), score=score))
