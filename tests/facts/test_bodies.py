"""Organizations by name and acronym."""

from __future__ import annotations

import pytest

from onrecord.facts import bodies


@pytest.mark.parametrize(
    ("words", "sector", "country"),
    [("the Pentagon", "MIL", "USA"), ("UN Security Council", "UNO", None), ("NATO", "IGO", None), ("WHO", "UNO", None), ("Hezbollah", "REB", "LBN")],
)
def test_a_body_by_its_names(words: str, sector: str, country: str | None) -> None:
    found = bodies.named(words)
    assert found is not None
    assert sector in found.sectors
    assert found.country == country


@pytest.mark.parametrize("words", ["who", "is", "un", "The Nowhere Council"])
def test_words_that_name_no_body(words: str) -> None:
    assert bodies.named(words) is None
