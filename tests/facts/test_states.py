"""Which words name a state, and which only look so."""

from __future__ import annotations

import pytest

from onrecord.facts import states


@pytest.mark.parametrize(
    ("words", "code", "form"),
    [
        ("North Korea", "PRK", "name"), ("DPRK", "PRK", "alias"), ("Democratic People’s Republic of Korea", "PRK", "alias"), ("the U.S.", "USA", "alias"),
        ("Britain", "GBR", "alias"), ("Congolese", "COD", "demonym"), ("Poles", "POL", "people"), ("Kiev", "UKR", "capital"), ("GITEGA", "BDI", "capital"),
        ("Kremlin", "RUS", "seat"), ("Kosovo", "KOS", "name"), ("Soviet Union", "SUN", "name"), ("Zaïre", "ZAR", "name"),
    ],
)  # fmt: skip
def test_words_name_a_state(words: str, code: str, form: str) -> None:
    found = states.named(words)
    assert (found[0].code, found[0].form) == (code, form)


@pytest.mark.parametrize("words", ["us", "nk", "turkey", "chad", "", "Atlantis"])
def test_words_that_name_no_state(words: str) -> None:
    assert states.named(words) == []


def test_what_names_much_else_is_marked() -> None:
    assert states.named("Victoria")[0].shared
    assert not states.named("Nairobi")[0].shared


def test_every_state_has_a_name_that_finds_it() -> None:
    for code in states.codes():
        assert code in {found.code for found in states.named(states.name(code) or "")}
