"""A statement as first seen: which words attribute, to whom, what. Later steps correct and complete it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.facts.cues import Cue
    from onrecord.record.items import Act, Distance
    from onrecord.recording.statements.scene import Range


@dataclass
class Candidate:
    """An attribution in the making.

    `anchor` is the token of the cue word (null where there is none), `holders` the head tokens of its source, `told` the head token of the one
    addressed; `parse` and `seen` what the parse's rule and the encoder give it, 0 to 1.
    """

    anchor: int | None
    cue: Range | None
    source: Range | None
    content: list[Range]
    act: Act
    rule: str
    word: Cue | None = None
    holders: list[int] = field(default_factory=list)
    told: int | None = None
    distance: Distance = "neutral"
    parse: float = 0.0
    seen: float = 0.0
    carried: Candidate | None = None
    continues: Candidate | None = None
    within: Candidate | None = None

    @property
    def start(self) -> int:
        """Where its content begins."""
        return min(start for start, _ in self.content)

    @property
    def end(self) -> int:
        """Where its content ends."""
        return max(end for _, end in self.content)
