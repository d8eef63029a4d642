"""How likely it is that content and speaker are right, from what parse, encoder and quotation marks say."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from onrecord.recording.statements.extents import ends_quoted

if TYPE_CHECKING:
    from onrecord.recording.statements.candidate import Candidate
    from onrecord.recording.statements.scene import Scene

KEPT = 0.45
NAMES = ("parse", "seen", "quoted", "both", "named")
_WEIGHTS = (5.34, 4.74, 0.26, -2.96, 0.29)
_BIAS = -3.15


def features(scene: Scene, candidate: Candidate) -> list[float]:
    """What is weighed, in the order of `NAMES`: what the parse's rule and the encoder give it, a quotation in it, that both see it, that somebody holds it."""
    both = candidate.parse > 0 and candidate.seen > 0
    held = bool(candidate.holders) or candidate.carried is not None
    return [candidate.parse, candidate.seen, float(ends_quoted(scene, candidate)), float(both), float(held)]


def weigh(values: list[float]) -> float:
    """Probability, 0 to 1, from the features: a logistic mix; `benchmarks/trusting.py` fits it to another model (what both see together counts less than twice)."""
    score = _BIAS + sum(w * v for w, v in zip(_WEIGHTS, values, strict=True))
    return round(1 / (1 + math.exp(-score)), 3)


def confidence(scene: Scene, candidate: Candidate) -> float:
    """Probability, 0 to 1, that the candidate is right."""
    return weigh(features(scene, candidate))
