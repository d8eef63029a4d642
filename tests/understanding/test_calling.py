"""Whom a pronoun or definite noun may speak of, from scores made by hand."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.understanding.decoding.calling import MOST, candidates
from onrecord.understanding.marks import Token

_WORDS = "Berg/PROPN/0 met/VERB/-1 Lind/PROPN/1 ;/PUNCT/1 the/DET/5 mayor/NOUN/6 left/VERB/1 before/SCONJ/9 she/PRON/9 spoke/VERB/6 to/ADP/11 mayors/NOUN/9"
TOKENS = [Token(9 * i, 9 * i + len(w), w, w.lower(), upos, "", int(head), "dep", 0) for i, (w, upos, head) in enumerate(x.split("/") for x in _WORDS.split())]
MENTIONS = [0, 2, 5, 8, 11]


def told(asked: list[float], new: float = 0.0, carried: int = 0) -> dict[int, list[tuple[int, float]]]:
    """By token, whom it may speak of and how likely, where each mention is asked for with a score of its own."""
    one = np.ones((len(asked), 1), dtype=np.float32)
    out: dict[int, list[tuple[int, float]]] = {}
    for a in candidates(MENTIONS, one, np.array(asked, dtype=np.float32)[:, None], np.full(len(asked), new, dtype=np.float32), TOKENS, carried):
        out.setdefault(a.token, []).append((a.antecedent, round(a.score, 3)))
    return out


def test_names_and_nouns_before_are_told_likeliest_first() -> None:
    found = told([1, 2, 0, 5, 9])
    assert found == {5: [(2, 0.881), (0, 0.731)], 8: [(2, 0.881), (0, 0.731), (5, 0.5)]}, "no pronoun is told, and nothing for a noun without an article"


def test_what_is_all_too_unlikely_is_not_told_nor_what_was_told_before() -> None:
    assert told([-6, 1, 0, 0, 0]) == {5: [(2, 0.731)], 8: [(2, 0.731), (5, 0.5)]}
    assert told([1, 2, 0, 5, 9], new=8) == {}
    assert set(told([1, 2, 0, 5, 9], carried=3)) == {8}


def test_no_more_are_told_than_are_of_use() -> None:
    tokens = [Token(i, i + 1, "Berg", "berg", "PROPN", "", -1, "root", 0) for i in range(MOST + 5)] + [Token(99, 101, "he", "he", "PRON", "", -1, "root", 0)]
    one = np.ones((len(tokens), 1), dtype=np.float32)
    found = candidates(range(len(tokens)), one, one, np.zeros(len(tokens), dtype=np.float32), tokens)
    assert len(found) == MOST
    assert found[0].score == pytest.approx(1 / (1 + np.exp(-1)))
