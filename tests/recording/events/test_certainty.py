"""How sure an event is, from a parse written by hand. Invented text."""

from __future__ import annotations

import pytest

from onrecord.recording.events.certainty import Sure, sure_of
from onrecord.recording.statements.scene import Scene
from tests.recording.statements.parsed import draft_of

FLED = "Guards/NOUN/2/nsubj fled/VERB/0/root/flee ./_PUNCT/2/punct"
NOT_FLED = "Guards/NOUN/4/nsubj did/AUX/4/aux/do not/PART/4/advmod flee/VERB/0/root/flee/VB ./_PUNCT/4/punct"
MAY = "Guards/NOUN/3/nsubj may/AUX/3/aux/may/MD flee/VERB/0/root/flee/VB ./_PUNCT/3/punct"
WILL_NOT = "Guards/NOUN/4/nsubj will/AUX/4/aux/will/MD not/PART/4/advmod flee/VERB/0/root/flee/VB ./_PUNCT/4/punct"
CAN_NOT = "Guards/NOUN/4/nsubj could/AUX/4/aux/could/MD not/PART/4/advmod flee/VERB/0/root/flee/VB ./_PUNCT/4/punct"
NOBODY = "Nobody/PRON/2/nsubj fled/VERB/0/root/flee ./_PUNCT/2/punct"
FAILED = "Guards/NOUN/2/nsubj failed/VERB/0/root/fail to/PART/4/mark flee/VERB/2/xcomp/flee/VB ./_PUNCT/2/punct"
NOT_FAILED = (
    "Guards/NOUN/4/nsubj did/AUX/4/aux/do not/PART/4/advmod fail/VERB/0/root/fail/VB to/PART/6/mark flee/VERB/4/xcomp/flee/VB ./_PUNCT/4/punct"
)
PLAN = "Guards/NOUN/2/nsubj plan/VERB/0/root/plan/VBP to/PART/4/mark flee/VERB/2/xcomp/flee/VB ./_PUNCT/2/punct"
WANT = "Guards/NOUN/2/nsubj want/VERB/0/root/want/VBP to/PART/4/mark flee/VERB/2/xcomp/flee/VB ./_PUNCT/2/punct"
TRIED = "Guards/NOUN/2/nsubj tried/VERB/0/root/try to/PART/4/mark flee/VERB/2/xcomp/flee/VB ./_PUNCT/2/punct"
DENIED = "Lima/PROPN/2/nsubj denied/VERB/0/root/deny that/SCONJ/5/mark guards/NOUN/5/nsubj fled/VERB/2/ccomp/flee ./_PUNCT/2/punct"
KNEW = (
    "Lima/PROPN/4/nsubj did/AUX/4/aux/do not/PART/4/advmod know/VERB/0/root/know/VB that/SCONJ/7/mark guards/NOUN/7/nsubj fled/VERB/4/ccomp/flee "
    "./_PUNCT/4/punct"
)
IF = (
    "If/SCONJ/3/mark guards/NOUN/3/nsubj flee/VERB/7/advcl/flee/VBP ,/_PUNCT/3/punct Lima/PROPN/7/nsubj will/AUX/7/aux/will/MD fall/VERB/0/root/fall/VB "
    "./_PUNCT/7/punct"
)
ASKED = "Did/AUX/3/aux/do guards/NOUN/3/nsubj flee/VERB/0/root/flee/VB ?/_PUNCT/3/punct"
REPORTEDLY = "Guards/NOUN/3/nsubj reportedly/ADV/3/advmod fled/VERB/0/root/flee ./_PUNCT/3/punct"
ALLEGED = "The/DET/3/det alleged/ADJ/3/amod attack/NOUN/4/nsubj/attack/NN hurt/VERB/0/root/hurt Lima/PROPN/4/obj ./_PUNCT/4/punct"
RISK = "Lima/PROPN/2/nsubj saw/VERB/0/root/see risks/NOUN/2/obj/risk/NNS of/ADP/5/case war/NOUN/3/nmod/war/NN ./_PUNCT/2/punct"


def sure(sentence: str, word: str, *, until: str | None = None) -> tuple[Sure, str]:
    draft = draft_of(sentence)
    words = [token.text for token in draft.marks.tokens]
    return sure_of(Scene(draft), words.index(word), until=words.index(until) if until else None), draft.text


@pytest.mark.parametrize(
    ("sentence", "word", "wanted"),
    [
        (FLED, "fled", "certain positive past"),
        (NOT_FLED, "flee", "certain negative past"),
        (MAY, "flee", "possible positive future"),
        (WILL_NOT, "flee", "certain negative future"),
        (CAN_NOT, "flee", "certain negative future"),
        (NOBODY, "fled", "certain negative past"),
        (FAILED, "flee", "certain negative past"),
        (NOT_FAILED, "flee", "certain positive past"),
        (PLAN, "flee", "certain positive future"),
        (WANT, "flee", "unknown positive future"),
        (TRIED, "flee", "possible positive past"),
        (DENIED, "fled", "certain negative past"),
        (KNEW, "fled", "certain positive past"),
        (IF, "flee", "possible positive future"),
        (ASKED, "flee", "unknown positive past"),
        (REPORTEDLY, "fled", "probable positive past"),
        (ALLEGED, "attack", "possible positive past"),
        (RISK, "war", "possible positive future"),
    ],
)
def test_what_words_make_of_an_event(sentence: str, word: str, wanted: str) -> None:
    found, _ = sure(sentence, word)
    assert f"{found.certainty} {found.polarity} {found.when}" == wanted


@pytest.mark.parametrize(
    ("sentence", "word", "cue"), [(MAY, "flee", "may"), (NOT_FLED, "flee", "not"), (DENIED, "fled", "denied"), (FLED, "fled", None)]
)
def test_the_word_that_decided_is_named(sentence: str, word: str, cue: str | None) -> None:
    found, text = sure(sentence, word)
    assert (found.cue and text[slice(*found.cue)]) == cue


def test_both_sides_of_a_conditional_carry_the_condition() -> None:
    for word in ("flee", "fall"):
        found, text = sure(IF, word)
        assert found.condition is not None
        assert text[slice(*found.condition)] == "If guards flee"


def test_a_speaker_is_not_touched_by_what_is_above_but_by_denying() -> None:
    not_said = NOT_FLED.replace("flee/VERB/0/root/flee", "say/VERB/0/root/say").replace(
        " ./_PUNCT/4/punct", " men/NOUN/6/nsubj fled/VERB/4/ccomp/flee ./_PUNCT/4/punct"
    )
    assert sure(not_said, "fled", until="say")[0].polarity == "positive"
    assert sure(DENIED, "fled", until="denied")[0].polarity == "negative"


def test_scores_are_probabilities() -> None:
    for sentence, word in ((FLED, "fled"), (MAY, "flee"), (NOBODY, "fled"), (ASKED, "flee")):
        assert 0 <= sure(sentence, word)[0].score <= 1
