"""PLOVER as data: its types, modes and contexts, the reduction, the contexts of a paragraph."""

from __future__ import annotations

from typing import get_args

import pytest

from onrecord import ontology
from onrecord.ontology.contexts import contexts
from onrecord.ontology.plover import codebook
from onrecord.record.items import PloverType


def test_the_tables_have_what_the_manual_has() -> None:
    book = codebook()
    assert {row.type for row in book.types} == set(get_args(PloverType))
    assert (len(book.types), len(book.modes), len(book.contexts)) == (16, 67, 37)
    assert len({(row.type, row.mode) for row in book.modes}) == 67
    assert {name for name in ontology.types() if not ontology.modes(name)} == {"AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID"}


def test_scores_lie_on_the_side_of_their_quad() -> None:
    for row in codebook().types:
        assert (row.score >= 0) == (row.quad <= 2) or row.type == "REQUEST"
    for mode in codebook().modes:
        assert -10 <= mode.score <= 10


@pytest.mark.parametrize(
    ("plain", "auxiliary", "wanted"),
    [
        ("CONSULT", {"when": "future"}, "AGREE"),
        ("SUPPORT", {"when": "future"}, "AGREE"),
        ("COOPERATE", {"when": "future"}, "AGREE"),
        ("AID", {"when": "future"}, "AGREE"),
        ("RETREAT", {"when": "future"}, "CONCEDE"),
        ("CONCEDE", {"when": "future"}, "CONCEDE"),
        ("ASSAULT", {"conditional": True}, "THREATEN"),
        ("ASSAULT", {"when": "future"}, "ASSAULT"),
        ("CONSULT", {"when": "future", "polarity": "negative"}, "CONSULT"),
        ("ASSAULT", {"when": "past", "polarity": "negative", "conditional": True}, "ASSAULT"),
        ("MOBILIZE", {"when": "future"}, "MOBILIZE"),
        ("AID", {"when": "present"}, "AID"),
    ],
)
def test_reduction(plain: PloverType, auxiliary: dict[str, object], wanted: PloverType) -> None:
    assert ontology.reduce(plain, **auxiliary) == wanted  # type: ignore[arg-type]


def test_a_reduced_event_has_a_mode_of_its_new_type_or_none() -> None:
    assert ontology.reduce_mode("ASSAULT", "firearms", conditional=True) == "violence"
    assert ontology.reduce_mode("RETREAT", "withdraw", when="future") is None
    assert ontology.reduce_mode("RETREAT", "withdraw") == "withdraw"


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("The foreign ministers discussed the embassy", ["diplomatic"]),
        ("Parliament passed a bill on elections", ["election", "legislative"]),
        ("The vaccines were late", ["health"]),
        ("She said that it was raining", []),
        ("A border fence", []),
    ],
)
def test_contexts_of_a_paragraph(words: str, wanted: list[str]) -> None:
    assert sorted(contexts(words.split())) == wanted


def test_every_context_has_phrases_and_no_other_has() -> None:
    from onrecord.ontology.contexts import _index

    named = {context for found in _index().values() for context, _ in found}
    assert named == {row.context for row in codebook().contexts}
