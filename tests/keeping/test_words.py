"""Words as every backend knows them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.keeping.words import LONGEST, folded, together, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kim's U.S. envoy", "kims u s envoy"),
        ("“Don’t,” he said — 20,000…", "dont he said 20 000"),
        ("Müller, Łódź, Ærø, İstanbul, ﬁne", "muller lodz aero istanbul fine"),
        ("ĐẶNG Ðorđe Œuvre", "dang dorde oeuvre"),
        ("snake_case", "snake case"),
        ("Москва 北京", "москва 北京"),
        ("", ""),
        ("--- \x00 \n", ""),
    ],
)
def test_words_are_folded(text: str, expected: str) -> None:
    assert folded(text) == expected


def test_of_a_blob_the_beginning_counts() -> None:
    assert words("x" * 5000) == ["x" * LONGEST]


@given(st.text())
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text())
def test_words_have_letters_and_figures_alone(text: str) -> None:
    assert all(word and all(c.isalnum() for c in word) for word in words(text))


@pytest.mark.parametrize(
    ("phrase", "beginning", "stands"),
    [(["b", "c"], False, True), (["a", "c"], False, False), (["c", "dee"], True, True), (["c", "dee"], False, False), (["deep", "x"], False, False), (["a"], False, True)],
)  # fmt: skip
def test_a_phrase_stands_together(phrase: list[str], *, beginning: bool, stands: bool) -> None:
    assert together(phrase, ["a", "b", "c", "deep"], beginning=beginning) is stands
