"""The act of a statement by what the encoder makes of its cue and by the rule that names one: whichever of the acts both together make likeliest."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.record.items import Act
    from onrecord.recording.statements.candidate import Candidate
    from onrecord.recording.statements.scene import Scene

TRUST = {"named": 6.0, "plain": 2.5, "other": 3.0}
"""What the word of a rule adds to the log probability of its act: of a cue that names the act, of one of plain saying, of what is said.

`benchmarks/acting.py` fits them; that of plain saying was then settled among four values on all labelled reports, since readers of `held` call blame what those of gold call saying."""
ALIKE: dict[str, str] = {"order": "demand", "admit": "say", "retract": "say", "decline": "reject"}
"""Acts that the encoder was not taught, and what stands for them there."""


def choose(scene: Scene, candidate: Candidate, act: Act, rule: str) -> Act:
    """The act, where a rule says `act`; the rule's where the encoder says nothing of the cue."""
    if candidate.cue is None:
        return act
    seen = scene.marks.act(list(scene.marks.between(*candidate.cue)))
    best = likeliest(seen, ALIKE.get(act, act), TRUST[kind(act, rule)]) if seen else act
    return act if best == ALIKE.get(act, act) else best  # type: ignore[return-value]


def kind(act: str, rule: str) -> str:
    """Which weight the rule has: its cue names the act, its cue is plain saying, or another word says it."""
    if rule != "cue":
        return "other"
    return "plain" if act in ("say", "announce") else "named"


def likeliest(seen: dict[str, float], act: str, trust: float) -> str:
    """Of what the encoder gives to each act, and the rule's act, which counts `trust` more."""
    score = {a: math.log(p + 1e-4) + trust * (a == act) for a, p in seen.items()}
    return max(score, key=lambda a: score[a], default=act)
