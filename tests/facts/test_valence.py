"""How far words praise or blame."""

from __future__ import annotations

from onrecord.facts.valence import valence


def test_the_first_spelling_that_is_known_decides() -> None:
    assert valence("disgrace") < -1.5
    assert valence("superbly", "superb") > 1.5
    assert valence("unheardof", "excellent") > 1.5
    assert valence("bridge") == 0.0
