"""Whom a definite noun speaks of by what the encoder finds likely, where no rule says it. Invented sentences, parsed by hand, with odds made by hand."""

from __future__ import annotations

import pytest

from onrecord.understanding.marks import Antecedent
from tests.recording.actors.test_order import forms, marked
from tests.recording.statements.parsed import draft_of

_TEXT = (
    "Brenn/PROPN/2/nsubj met/VERB/0/root/meet Ada/PROPN/2/obj Lind/PROPN/3/flat at/ADP/6/case Tavex/PROPN/2/obl ./_PUNCT/2/punct\n"
    "The/DET/2/det {noun}/NOUN/3/nsubj said/VERB/0/root/say so/ADV/3/advmod ./_PUNCT/3/punct"
)
_BRENN, _LIND, _TAVEX, _NOUN = 0, 2, 5, 8


def called(noun: str, odds: dict[int, float]) -> str:
    """The name of the actor that "The `noun`" speaks of, with these probabilities of the names before it by token."""
    draft = draft_of(_TEXT.format(noun=noun))
    draft.marks.candidates.extend(Antecedent(_NOUN, token, p) for token, p in odds.items())
    return forms(marked(draft, Brenn="PERSON", Ada_Lind="PERSON", Tavex="ORGANIZATION"))[f"The {noun}"][0]


@pytest.mark.parametrize(
    ("noun", "odds", "who"),
    [
        ("jurist", {_LIND: 0.9, _BRENN: 0.4}, "Ada Lind"),
        ("jurist", {_TAVEX: 0.95, _BRENN: 0.8, _LIND: 0.4}, "Brenn"),
        ("jurist", {_LIND: 0.1, _BRENN: 0.05}, "jurist"),
        ("jurist", {_LIND: 0.80, _BRENN: 0.79}, "jurist"),
        ("jurist", {}, "jurist"),
        ("airline", {_TAVEX: 0.9, _BRENN: 0.95}, "Tavex"),
        ("airline", {_TAVEX: 0.3}, "airline"),
    ],
)
def test_the_likeliest_of_its_kind_if_it_stands_out(noun: str, odds: dict[int, float], who: str) -> None:
    assert called(noun, odds) == who
