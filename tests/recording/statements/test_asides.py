"""What belongs to a content and what is the reporter's. Invented sentences, parsed by hand."""

from __future__ import annotations

import pytest

from onrecord.recording.statements import find
from onrecord.understanding.marks import Attribution
from tests.recording.statements.parsed import Names, draft_of

THING = (
    "Berrio/PROPN/2/nsubj condemned/VERB/0/root/condemn the/DET/4/det plan/NOUN/2/obj ,/_PUNCT/7/punct which/PRON/7/nsubj failed/VERB/4/acl:relcl/fail ./_PUNCT/2/punct"
)
JOINED = (
    "Berrio/PROPN/2/nsubj stressed/VERB/0/root/stress that/SCONJ/6/mark peace/NOUN/6/nsubj is/AUX/6/cop/be/VBZ good/ADJ/2/ccomp and/CCONJ/8/cc "
    "gave/VERB/6/conj/give examples/NOUN/8/obj/example/NNS ./_PUNCT/2/punct"
)
WHOM = (
    "Envoys/NOUN/2/nsubj/envoy/NNS met/VERB/0/root/meet Families/PROPN/2/obj ,/_PUNCT/8/punct many/ADJ/8/nsubj of/ADP/7/case whom/PRON/5/nmod "
    "say/VERB/2/conj/say/VBP trucks/NOUN/10/nsubj/truck/NNS burned/VERB/8/ccomp/burn ./_PUNCT/2/punct"
)
DAY = (
    "Berrio/PROPN/2/nsubj condemned/VERB/0/root/condemn the/DET/5/det Sunday/PROPN/2/obl:unmarked shelling/NOUN/2/obj of/ADP/7/case towns/NOUN/5/nmod/town/NNS ./_PUNCT/2/punct"
)
CLAUSE = (
    "Berrio/PROPN/2/nsubj said/VERB/0/root/say crews/NOUN/4/nsubj/crew/NNS found/VERB/2/ccomp/find ships/NOUN/4/obj/ship/NNS ,/_PUNCT/8/punct "
    "whose/PRON/8/nmod:poss engines/NOUN/9/nsubj/engine/NNS failed/VERB/5/acl:relcl/fail ./_PUNCT/2/punct"
)


def contents(sentence: str, attributions: list[Attribution] | None = None) -> list[list[str]]:
    """What each statement of the sentence holds."""
    draft = draft_of(sentence, attributions=attributions)
    return [[span.text for span in s.content] for s in find(draft, Names(draft, {}), [], [])]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        (THING, "the plan"),
        (JOINED, "peace is good"),
        (DAY, "the Sunday shelling of towns"),
        (CLAUSE, "crews found ships, whose engines failed"),
    ],
)
def test_where_a_content_ends(sentence: str, content: str) -> None:
    assert contents(sentence) == [[content]]


def test_many_of_whom_are_those_before_the_comma() -> None:
    draft = draft_of(WHOM)
    (statement,) = find(draft, Names(draft, {"Families": "people"}), [], [])  # type: ignore[arg-type]
    assert (statement.speakers, statement.source and statement.source.text) == (["a1"], "Families")


def test_the_encoder_does_not_cut_a_clause_that_the_parse_has_whole() -> None:
    text = draft_of(CLAUSE).text
    short = text.index("crews")
    seen = Attribution([(0, 6)], [(7, 11)], [(short, short + len("crews found"))], 0.95)
    assert contents(CLAUSE, [seen]) == [["crews found ships, whose engines failed"]]
