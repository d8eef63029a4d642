"""The compact vectors of words: of one length, the same whatever stands beside them, alike for words of one meaning."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np

from onrecord.corroborating.sides import Sides
from onrecord.understanding.decoding.vectors import word_vectors
from tests.corroborating.test_linking import profile

if TYPE_CHECKING:
    from onrecord.pipeline import Reader

AXES = np.eye(4, 2, dtype=np.float32)
MEAN = np.array([1, 0, 0, 0], dtype=np.float32)


def test_a_word_is_the_mean_of_its_pieces_on_the_axes() -> None:
    seen = np.array([[1, 1, 0, 0], [1, 3, 9, 9], [4, 0, 0, 0]], dtype=np.float32)
    assert word_vectors(seen, np.array([0, 2]), MEAN, AXES).tolist() == [[0, 127], [127, 0]]


def test_a_word_that_is_the_mean_itself_has_no_direction() -> None:
    assert word_vectors(MEAN[None, :], np.array([0]), MEAN, AXES).tolist() == [[0, 0]]


def test_reports_of_one_thing_have_vectors_that_are_more_alike(reader: Reader) -> None:
    texts = ("Police arrested two men in Oslo on Monday.", "Two men were detained by police in Oslo.", "Norway and Iceland signed a treaty in Oslo on Monday.")
    vectors = []
    for text in texts:
        filed = reader.file(BytesIO(text.encode()))
        assert set(filed.vectors) <= {item.key for item in (*filed.record.events, *filed.record.statements)}
        vectors.append(next(iter(filed.vectors.values())))
    one, *others = (profile(str(i), vector=vector) for i, vector in enumerate(vectors))
    same, another = Sides([one, one], others).cosine
    assert same > another + 0.2
