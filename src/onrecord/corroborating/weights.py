"""What each feature of likeness is worth, in units of log odds.

The worth of words, vectors and parties was fitted on ECB+ topics 1 to 25 within the texts of one story, the axes of the vectors always fitted on other
topics than those they were used on (training/EXPERIMENTS.md, "Vectors"). What ECB+ has not
(types, days, identities of parties and places over reports, the speakers of statements) was set by hand and moved towards what the invented stories
say, on which `python -m benchmarks score ledgers` measures it: no held-out figure.
"""

from __future__ import annotations

from functools import lru_cache

from onrecord.facts.document_frequencies import rarity

BIAS = "bias"
TOLD: dict[str, float] = {
    "same_trigger": 0.94, "rare_trigger": 3.3, "trigger_within": -1.26, "alike": 6.5, "alike_in_one_word": -3.6, "clauses": 0.35, "scenes": 1.0,
    "same_actors": 0.5, "same_recipients": 0.8, "crossed": 0.56, "other_actors": -0.3, "other_recipients": -0.3, "same_place": 0.9, "other_place": -0.5,
    BIAS: -4.4,
}  # fmt: skip
"""As fitted, rounded, the last settled among seven settings on topics 26 to 35: mentions of one story, parties by their words."""
EVENT: dict[str, float] = {
    "same_trigger": -1.6, "rare_trigger": 3.0, "trigger_within": -0.3, "alike": 11.0, "alike_in_one_word": -3.8, "clauses": 3.2, "scenes": 1.5,
    "same_actors": 0.3, "same_recipients": 1.4, "crossed": 0.5, "other_actors": -0.8, "other_recipients": -3.0, "same_type": 0.8, "other_type": -0.7, "undoing": -3.0, "strangers": -2.0,
    "same_mode": 0.2, "same_days": 1.2, "other_days": -3.5, "far_apart": -1.2, "same_place": 1.2, "other_place": -2.0, "same_figures": 1.1, "one_setting": 2.0, "one_dyad": 1.5,
    "one_case": 2.0, "named_within": 1.0, "bare": -2.5, "other_victims": -3.0, BIAS: -7.1,
}  # fmt: skip
"""For events of any reports: between what ECB+ gives and what the pairs of the two stories give, rounded."""
STATEMENT: dict[str, float] = {
    "alike": 4.0, "clauses": 9.0, "scenes": 2.0, "same_speakers": 1.0, "same_days": 0.5, "other_days": -1.0, "far_apart": -1.0, "same_figures": 1.5, "same_counted": 1.5,
    "other_counted": -1.5, BIAS: -5.2,
}  # fmt: skip
"""For statements that have no event in them."""
ACROSS: dict[str, float] = {
    "trigger_within": 2.5, "same_trigger": 2.0, "alike": 5.0, "clauses": 7.0, "scenes": 1.5, "same_days": 0.5, "other_days": -2.0, "far_apart": -1.0,
    "same_figures": 1.0, "same_counted": 1.0, "other_counted": -1.5, BIAS: -6.5,
}  # fmt: skip
"""For an event and a statement in which no event was read."""
_FLOOR = 0.05
_EXACT = 1024  # in shares of this, sums are exact in whatever order
_UNKNOWN = rarity("")


@lru_cache(1 << 16)
def tells(word: str) -> float:
    """How much a word tells, 0.05 to 1.05: little for one that most news texts have, most for one that none has."""
    return round(_EXACT * (_FLOOR + rarity(word) / _UNKNOWN)) / _EXACT
