"""How likely it is that content and speaker are right, from what parse, encoder and quotation marks say."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from onrecord.recording.statements.extents import ends_quoted

if TYPE_CHECKING:
    from onrecord.recording.statements.candidate import Candidate
    from onrecord.recording.statements.scene import Scene

KEPT = 0.45
_BIAS, _PARSE, _SEEN, _QUOTED, _BOTH, _NAMED = -3.15, 5.34, 4.74, 0.26, -2.96, 0.29


def confidence(scene: Scene, candidate: Candidate) -> float:
    """Probability, 0 to 1: a logistic mix, fitted on PolNeAR dev and our own labels (what both see together counts less than twice)."""
    score = _BIAS + _PARSE * candidate.parse + _SEEN * candidate.seen
    score += _QUOTED * ends_quoted(scene, candidate)
    score += _BOTH * (candidate.parse > 0 and candidate.seen > 0)
    score += _NAMED * (bool(candidate.holders) or candidate.carried is not None)
    return round(1 / (1 + math.exp(-score)), 3)
