"""Antecedents from scores made by hand: grammar breaks the tie, and nothing is said of words that head no mention."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.understanding.decoding.coreference import KINDS, NEAR, antecedents, kind
from onrecord.understanding.marks import Token, log_odds


def linked(words: str, score: float = 0.5) -> dict[int, int]:
    """Links between words `form/UPOS/XPOS`, all pairs of which the encoder holds equally likely."""
    rows = [word.split("/") for word in words.split()]
    tokens = [Token(8 * i, 8 * i + len(form), form, form.lower(), upos, xpos, -1, "root", 0) for i, (form, upos, xpos) in enumerate(rows)]
    n = len(tokens)
    flat = np.full((n, 1), score**0.5, dtype=np.float32)
    return {a.token: a.antecedent for a in antecedents(list(range(n)), flat, flat, np.zeros(n, dtype=np.float32), tokens)[0]}


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
    found, entities = antecedents([4, 6, 9], one, one, np.array([0, 2, 0], dtype=np.float32))
    assert [(a.token, a.antecedent) for a in found] == [(9, 4)]
    assert entities == [4, 6, 4]
    e = np.e
    assert found[0].score == pytest.approx(e / (1 + 2 * e), abs=1e-4)


def test_a_link_is_as_sure_as_its_whole_entity() -> None:
    """Three words that are one have as much of the softmax together as each by itself, and the curve bends that by the kind of mention."""
    one = np.ones((4, 1), dtype=np.float32)
    none = np.zeros(4, dtype=np.float32)
    found, entities = antecedents([0, 1, 2, 3], one, one, none)
    assert entities == [0, 0, 0, 0]
    assert [a.score for a in found] == pytest.approx([n * np.e / (1 + n * np.e) for n in (1, 2, 3)], abs=1e-4)
    bent, _ = antecedents([0, 1, 2, 3], one, one, none, curve=np.array([0.5, *[9] * (len(KINDS) - 1), 1], np.float32))
    assert [a.score for a in bent] == pytest.approx([1 / (1 + np.exp(-1 - 0.5 * log_odds(a.score))) for a in found], abs=1e-4)


def test_what_was_linked_before_is_looked_back_at_alone() -> None:
    """Linked in two parts, the second part of which knows the entities of the first."""
    one = np.ones((4, 1), dtype=np.float32)
    none = np.zeros(4, dtype=np.float32)
    whole, entities = antecedents([2, 4, 6, 8], one, one, none)
    begun, known = antecedents([2, 4], one[:2], one[:2], none[:2])
    rest, last = antecedents([2, 4, 6, 8], one, one, none, carried=known)
    assert begun + rest == whole
    assert last == entities


@pytest.mark.parametrize(
    ("word", "of"), [("Us/PRON/PRP", 0), ("herself/PRON/PRP", 1), ("its/PRON/PRP$", 2), ("Them/PRON/PRP", 3), ("those/PRON/DT", 4), ("some/PRON/DT", 4), ("US/PROPN/NNP", 5), ("port/NOUN/NN", 6)]
)
def test_the_kind_of_a_mention_is_that_of_its_head(word: str, of: int) -> None:
    form, upos, xpos = word.split("/")
    assert kind(Token(0, 4, form, form.lower(), upos, xpos, -1, "root", 0)) == of
