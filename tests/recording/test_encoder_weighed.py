"""What the encoder says of whole reports, weighed against rules: cues, acts, who takes part, how events stand, events of no entry. Parses by hand, invented."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from onrecord.recording.events.certainty import sure_of
from onrecord.recording.events.seen import best, unlisted
from onrecord.recording.statements.candidate import Candidate
from onrecord.recording.statements.choosing import choose, kind, likeliest
from onrecord.recording.statements.confidence import NAMES, features, weigh
from onrecord.recording.statements.scene import Scene
from onrecord.recording.statements.taking import heads_of, shares
from onrecord.understanding.marks import Party
from tests.recording.statements.parsed import draft_of

CLASSES = {"status": ["certain", "denied", "possible", "future", "conditional"], "acts": ["say", "deny", "accuse"]}
CLAUSE = "Chile/PROPN/3/nsubj may/AUX/3/aux/may/MD strike/VERB/0/root/strike/VB Peru/PROPN/3/obj"
SAID = "Soto/PROPN/2/nsubj said/VERB/0/root/say Peru/PROPN/4/nsubj lied/VERB/2/ccomp/lie"


def _scene(words: str, **seen: object) -> Scene:
    draft = draft_of(words)
    draft.marks = msgspec.structs.replace(draft.marks, classes=CLASSES, **seen)
    return Scene(draft)


def _status(n: int, **shares_: float) -> tuple[np.ndarray]:
    return (np.tile(np.array([shares_.get(k, 0.0) for k in CLASSES["status"]], np.float32), (n, 1)),)


def _said(scene: Scene, act: str = "say") -> Candidate:
    cue = scene.tokens[1]
    return Candidate(anchor=1, cue=(cue.start, cue.end), source=None, content=[(scene.tokens[2].start, scene.tokens[3].end)], act=act, rule="verb.c", holders=[0], parse=0.7)  # type: ignore[arg-type]


@pytest.mark.parametrize(("certain", "factuality", "overruled"), [(0.95, 2.5, True), (0.8, 2.5, False), (0.95, 0.5, False)])
def test_what_is_sure_to_have_happened_overrules_a_plan(certain: float, factuality: float, overruled: bool) -> None:
    """Both heads must say so; and not where the word that decided stands with the event's own."""
    near = _scene(CLAUSE, statuses=_status(4, certain=certain), certainty=[None, None, factuality, None])
    assert sure_of(near, 2).certainty == "possible"  # "may" is the verb's own
    words = "Peru/PROPN/2/nsubj hopes/VERB/0/root/hope/VBZ to/PART/4/mark help/VERB/2/xcomp/help/VB Chile/PROPN/4/obj strike/VERB/4/xcomp/strike/VB Oslo/PROPN/6/obj"
    rule = sure_of(_scene(words), 5).certainty
    assert rule != "certain"
    far = _scene(words, statuses=_status(7, certain=certain), certainty=[None] * 5 + [factuality, None])
    assert sure_of(far, 5).certainty == ("certain" if overruled else rule)


def test_a_denial_is_never_overruled() -> None:
    words = "Chile/PROPN/4/nsubj did/AUX/4/aux not/PART/4/advmod/not/RB strike/VERB/0/root/strike/VB Peru/PROPN/4/obj"
    sure = sure_of(_scene(words, statuses=_status(5, certain=0.99), certainty=[None, None, None, 2.9, None]), 3)
    assert (sure.certainty, sure.polarity) == ("certain", "negative")


def test_heads_of_a_side_leave_out_what_hangs_from_another_of_it() -> None:
    words = "Chile/PROPN/3/nmod:poss 's/_PART/1/case army/NOUN/4/nsubj struck/VERB/0/root/strike"
    scene = _scene(words, parties=[Party(3, "ACTOR", 2, 0.9), Party(3, "ACTOR", 0, 0.8), Party(3, "ACTOR", 1, 0.9), Party(3, "RECIPIENT", 0, 0.4)])
    assert heads_of(scene, [3], "ACTOR") == [2]
    assert heads_of(scene, [3], "RECIPIENT") == []
    assert shares(scene, [3], "RECIPIENT") == {0: 0.4}


def test_the_act_of_plain_saying_is_the_encoders_where_that_is_sure() -> None:
    acts = (np.tile(np.array([0.02, 0.03, 0.95], np.float32), (4, 1)),)
    scene = _scene(SAID, acts=acts)
    assert choose(scene, _said(scene), "say", "cue") == "accuse"
    assert choose(scene, _said(scene, "deny"), "deny", "cue") == "deny"  # its cue names the act
    assert choose(_scene(SAID), _said(scene), "say", "cue") == "say"  # a model that says nothing
    assert (kind("deny", "cue"), kind("say", "cue"), kind("deny", "noun")) == ("named", "plain", "other")
    assert likeliest({"say": 0.3, "accuse": 0.7}, "say", 0.0) == "accuse"
    assert likeliest({"say": 0.3, "accuse": 0.7}, "say", 1.0) == "say"


def test_a_likelier_cue_makes_a_statement_surer() -> None:
    weights = [weigh(features(s := _scene(SAID, stated=[0.0, p, 0.0, 0.0]), _said(s))) for p in (0.02, 0.5, 0.98)]
    assert weights == sorted(weights)
    assert weights[0] < weights[2]
    assert len(NAMES) == len(features(s, _said(s)))


def test_an_event_of_no_entry_is_told_once_by_its_likeliest_word() -> None:
    words = "Chile/PROPN/2/nsubj shelved/VERB/0/root/shelve the/DET/4/det pact/NOUN/2/obj"
    types: list[dict[str, float]] = [{}, {"REJECT": 0.9, "NONE": 0.1}, {}, {"REJECT": 0.6, "NONE": 0.4}]
    scene = _scene(words, types=types, parties=[Party(1, "ACTOR", 0, 0.9)])
    (found,) = unlisted(scene, [], [0, 1, 2, 3])
    assert (found.type, found.token, found.parties.actors, found.verbal) == ("REJECT", 1, [0], True)
    assert best(scene, 0) == (None, 0.0)
    assert unlisted(scene, [found], [0, 1, 2, 3]) == []
