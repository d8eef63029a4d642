"""Which lemma a token gets: the tables' own, a script's that makes a known word, a script's."""

import numpy as np
import pytest

from onrecord.understanding.decoding.words import choose_lemma

SCRIPTS = ["l0", "l1", "l2", "l2y", "l3", "c0"]


def _scores(*likeliest: str) -> np.ndarray:
    scores = np.zeros(len(SCRIPTS), np.float32)
    for place, script in enumerate(likeliest):
        scores[SCRIPTS.index(script)] = 5.0 - place
    return scores


@pytest.mark.parametrize(
    ("form", "upos", "xpos", "script", "expected"),
    [
        ("expressed", "VERB", "VBD", "l1", "express"), ("added", "VERB", "VBD", "l2y", "add"), ("alleging", "VERB", "VBG", "l3", "allege"),
        ("carried", "VERB", "VBN", "l1", "carry"), ("families", "NOUN", "NNS", "l1", "family"), ("Rivers", "PROPN", "NNPS", "l1", "Rivers"),
    ],
)  # fmt: skip
def test_the_tables_go_before_the_script(form: str, upos: str, xpos: str, script: str, expected: str) -> None:
    assert choose_lemma(form, upos, xpos, _scores(script), SCRIPTS) == expected


def test_the_likeliest_script_that_makes_a_known_word() -> None:
    assert choose_lemma("strikezz", "VERB", "VBD", _scores("l1", "l2"), SCRIPTS) == "strike"


def test_the_likeliest_script_where_nothing_is_known() -> None:
    assert choose_lemma("zqxblorped", "VERB", "VBD", _scores("l2", "l1"), SCRIPTS) == "zqxblorp"
    assert choose_lemma("ZQX", "NOUN", "NN", _scores("c0"), SCRIPTS) == "ZQX"
