"""Who cannot hold a statement. Invented sentences, parsed by hand."""

from __future__ import annotations

import pytest

from onrecord.recording.statements.candidate import Candidate
from onrecord.recording.statements.holding import hold
from onrecord.recording.statements.scene import Scene
from tests.recording.statements.parsed import draft_of

_ACCUSED = (
    "The/DET/2/det envoy/NOUN/4/nsubj:pass was/AUX/4/aux:pass accused/VERB/0/root/accuse/VBN of/SCONJ/6/mark lying/VERB/4/advcl/lie/VBG by/ADP/9/case the/DET/9/det panel/NOUN/4/obl:agent "
    "./_PUNCT/4/punct"
)
_REPORTED = "The/DET/2/det fire/NOUN/4/nsubj reportedly/ADV/4/advmod/reportedly/RB started/VERB/0/root/start/VBD at/ADP/6/case noon/NOUN/4/obl ./_PUNCT/4/punct"
_ASKED = (
    "Asked/VERB/7/advcl/ask/VBN about/ADP/4/case the/DET/4/det plan/NOUN/1/obl ,/_PUNCT/1/punct Brenn/PROPN/7/nsubj shrugged/VERB/0/root/shrug/VBD ./_PUNCT/7/punct"
)


@pytest.mark.parametrize(
    ("sentence", "cue", "holder", "left"),
    [(_ACCUSED, 3, 1, []), (_ACCUSED, 3, 8, [8]), (_REPORTED, 2, 1, []), (_ASKED, 0, 5, []), (_ASKED, 6, 5, [5])],
)
def test_who_undergoes_it_does_not_say_it(sentence: str, cue: int, holder: int, left: list[int]) -> None:
    scene = Scene(draft_of(sentence))
    tokens = scene.tokens
    span = (tokens[holder].start, tokens[holder].end)
    candidate = Candidate(anchor=cue, cue=(tokens[cue].start, tokens[cue].end), source=span, content=[(tokens[-2].start, tokens[-2].end)], act="say", rule="verb.o", holders=[holder])
    hold(scene, candidate)
    assert candidate.holders == left
    assert candidate.source == (span if left else None)
