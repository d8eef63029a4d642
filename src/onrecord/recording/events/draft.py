"""An event in the making: which word expresses it, of what type, who takes part."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.recording.events.certainty import Sure

if TYPE_CHECKING:
    from onrecord.record import Stance, Statement
    from onrecord.record.items import PloverType
    from onrecord.recording.events.parties import Parties
    from onrecord.recording.statements.scene import Range

PLAIN = Sure("certain", "positive", "past", None, None, "asserted", 0.7)


@dataclass
class Found:
    """One event as first seen. `token` heads its word, `trigger` are the characters of the words that express it, `used` its other tokens.

    `rule` and `spans` say which entry of the lexicon or which act of speech it came from; `score` is what the
    lexicon gives it (or an ontology of one's own, whose type `custom` is), `weight` the probability that it is an event of this type; `performed` the statement that is the act.
    """

    token: int
    trigger: Range
    evidence: Range
    type: PloverType
    mode: str | None
    rule: str
    score: float
    parties: Parties
    used: set[int] = field(default_factory=set)
    actors: list[str] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    performed: Statement | None = None
    verbal: bool = False
    weight: float = 0.0
    features: list[float] = field(default_factory=list)
    stances: list[Stance] = field(default_factory=list)
    sure: Sure = PLAIN
    custom: str | None = None
