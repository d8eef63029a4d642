"""Antecedents from scores made by hand: grammar breaks the tie, and nothing is said of words that head no mention."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.understanding.decoding.coreference import NEAR, antecedents
from onrecord.understanding.marks import Token


def linked(words: str, score: float = 0.5) -> dict[int, int]:
    """Links between words `form/UPOS/XPOS`, all pairs of which the encoder holds equally likely."""
    rows = [word.split("/") for word in words.split()]
    tokens = [Token(8 * i, 8 * i + len(form), form, form.lower(), upos, xpos, -1, "root", 0) for i, (form, upos, xpos) in enumerate(rows)]
    n = len(tokens)
    flat = np.full((n, 1), score**0.5, dtype=np.float32)
    return {a.token: a.antecedent for a in antecedents(list(range(n)), flat, flat, np.zeros(n, dtype=np.float32), tokens)}


@pytest.mark.parametrize(
    ("words", "links"),
    [
        ("Berg/PROPN/NNP Oslo/PROPN/NNP Berg/PROPN/NNP", {2: 0}),
        ("she/PRON/PRP he/PRON/PRP her/PRON/PRP$", {2: 0}),
        ("he/PRON/PRP she/PRON/PRP", {}),
        ("Berg/PROPN/NNP who/PRON/WP", {}),
        ("port/NOUN/NN town/NOUN/NN", {}),
    ],
)
def test_grammar_settles_what_scores_leave_open(words: str, links: dict[int, int]) -> None:
    assert linked(words) == links


def test_a_pronoun_of_the_third_person_looks_not_far_back() -> None:
    filler = [f"thing{i}/NOUN/NN" for i in range(NEAR + 5)]
    assert NEAR + 6 not in linked(" ".join(["she/PRON/PRP", *filler, "she/PRON/PRP"]))
    assert linked(" ".join(["I/PRON/PRP", *filler, "I/PRON/PRP"]))[NEAR + 6] == 0


def test_without_tokens_the_scores_decide_alone() -> None:
    one = np.ones((3, 1), dtype=np.float32)
    found = antecedents([4, 6, 9], one, one, np.array([0, 2, 0], dtype=np.float32))
    assert [(a.token, a.antecedent) for a in found] == [(9, 4)]
    assert 0 < found[0].score < 1
