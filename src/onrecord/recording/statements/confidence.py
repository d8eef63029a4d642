"""How likely it is that content and speaker are right, from what parse, encoder and quotation marks say."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from onrecord.recording.statements.extents import ends_quoted

if TYPE_CHECKING:
    from onrecord.recording.statements.candidate import Candidate
    from onrecord.recording.statements.scene import Scene

KEPT = 0.3
_BIAS, _PARSE, _SEEN, _QUOTED, _BOTH, _NAMED = -2.6, 3.0, 2.6, 0.7, 0.8, 0.5


def confidence(scene: Scene, candidate: Candidate) -> float:
    """Probability, 0 to 1: a logistic mix, read off PolNeAR dev."""
    score = _BIAS + _PARSE * candidate.parse + _SEEN * candidate.seen
    score += _QUOTED * ends_quoted(scene, candidate)
    score += _BOTH * (candidate.parse > 0 and candidate.seen > 0)
    score += _NAMED * (bool(candidate.holders) or candidate.carried is not None)
    return round(1 / (1 + math.exp(-score)), 3)
