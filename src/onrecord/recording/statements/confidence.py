"""How likely it is that content and speaker are right, from what parse, encoder and quotation marks say."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from onrecord.recording.statements.extents import ends_quoted
from onrecord.recording.turns import RULE as TURN

if TYPE_CHECKING:
    from onrecord.recording.statements.candidate import Candidate
    from onrecord.recording.statements.scene import Scene

KEPT = 0.36
"""Settled among seven values on the held-out, tuned and opened reports and PolNeAR, which disagree (0.5 is best for the first)."""
NAMES = ("parse", "seen", "quoted", "both", "named", "stated", "bare")
_WEIGHTS = (1.75, 1.06, 0.42, -0.30, 0.36, 0.93, 0.92)
_BIAS = -3.37
_BY_FORM = frozenset({TURN, "operative"})
"""Rules that go by the form of the text, not by words of saying."""
_VOUCHED = 3.0
"""Log odds of a cue where the encoder does not say how likely it is one: a rule vouches for it."""


def features(scene: Scene, candidate: Candidate) -> list[float]:
    """What is weighed, in the order of `NAMES`.

    What the parse's rule and the encoder give it, a quotation in it, that both see it, that somebody holds it; how likely its cue is one as whole
    reports are read, in log odds, and that it has none.
    """
    both = candidate.parse > 0 and candidate.seen > 0
    held = bool(candidate.holders) or candidate.carried is not None
    return [candidate.parse, candidate.seen, float(ends_quoted(scene, candidate)), float(both), float(held), _stated(scene, candidate), float(candidate.cue is None)]


def _stated(scene: Scene, candidate: Candidate) -> float:
    if candidate.rule in _BY_FORM or (candidate.cue is not None and not scene.marks.stated):
        return _VOUCHED
    if candidate.cue is None:
        return 0.0
    p = max((scene.marks.stated[i] for i in scene.marks.between(*candidate.cue)), default=0.0)
    return math.log((p + 0.01) / (1 - p + 0.01))


def weigh(values: list[float]) -> float:
    """Probability, 0 to 1, from the features: a logistic mix; `benchmarks/trusting.py` fits it to another model (what both see together counts less than twice)."""
    score = _BIAS + sum(w * v for w, v in zip(_WEIGHTS, values, strict=True))
    return round(1 / (1 + math.exp(-score)), 3)


def confidence(scene: Scene, candidate: Candidate) -> float:
    """Probability, 0 to 1, that the candidate is right."""
    return weigh(features(scene, candidate))
