"""What each feature of likeness is worth, in units of log odds."""

from __future__ import annotations

from functools import lru_cache

from onrecord.facts.document_frequencies import rarity

BIAS = "bias"
EVENT: dict[str, float] = {BIAS: 0.0}
STATEMENT: dict[str, float] = {BIAS: 0.0}
_FLOOR = 0.05
_UNKNOWN = rarity("")


@lru_cache(1 << 16)
def tells(word: str) -> float:
    """How much a word tells, 0.05 to 1.05: little for one that most news texts have, most for one that none has."""
    return _FLOOR + rarity(word) / _UNKNOWN
