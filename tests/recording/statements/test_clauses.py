"""What plainly said clauses do, and whose the pieces are that the encoder gives to one cue. All people and sayings are invented."""

from __future__ import annotations

import pytest

from onrecord.record import Time
from onrecord.recording.statements import find
from onrecord.recording.statements.scene import Scene
from onrecord.recording.statements.sharing import shared_out
from onrecord.understanding.marks import Attribution
from tests.recording.statements.parsed import Names, draft_of

SAID = "Berrio/PROPN/2/nsubj said/VERB/0/root/say"
TWO_CUES = (
    f"{SAID} roads/NOUN/4/nsubj/road/NNS closed/VERB/2/ccomp/close ,/_PUNCT/6/punct claiming/VERB/2/advcl/claim/VBG "
    "bridges/NOUN/8/nsubj/bridge/NNS fell/VERB/6/ccomp/fall ./_PUNCT/2/punct"
)


@pytest.mark.parametrize(
    ("clause", "act"),
    [
        ("they/PRON/5/nsubj will/AUX/5/aux/will help/VERB/2/ccomp/help/VB miners/NOUN/5/obj/miner/NNS", "promise"),
        ("they/PRON/5/nsubj will/AUX/5/aux/will march/VERB/2/ccomp/march/VB tomorrow/NOUN/5/obl", "promise"),
        ("we/PRON/6/nsubj will/AUX/6/aux/will not/PART/6/advmod accept/VERB/2/ccomp/accept/VB terms/NOUN/6/obj/term/NNS", "reject"),
        ("they/PRON/4/nsubj had/VERB/2/ccomp/have no/DET/6/det role/NOUN/4/obj", "deny"),
        ("Harlin/PROPN/5/nsubj must/AUX/5/aux/must pay/VERB/2/ccomp/pay/VB", "demand"),
        ("Harlin/PROPN/5/nsubj was/AUX/5/cop/be responsible/ADJ/2/ccomp", "accuse"),
        ("roads/NOUN/4/nsubj/road/NNS closed/VERB/2/ccomp/close", "say"),
    ],
)
def test_a_plain_clause_acts_by_its_own_words(clause: str, act: str) -> None:
    draft = draft_of(f"{SAID} {clause} ./_PUNCT/2/punct")
    (statement,) = find(draft, Names(draft, {"Berrio": "person"}), [], [])  # type: ignore[arg-type]
    assert statement.act == act


def test_pieces_go_to_the_cue_before_them() -> None:
    draft = draft_of(TWO_CUES)
    text = draft.text
    first, second = (text.index(words) for words in ("roads closed", "bridges fell"))
    seen = Attribution([(0, 6)], [(7, 11)], [(first, first + 12), (second, second + 12)], 0.9)
    shared = [([text[slice(*c)] for c in cue], [text[slice(*c)] for c in content]) for cue, content in shared_out(Scene(draft), seen)]
    assert shared == [(["said"], ["roads closed"]), (["claiming"], ["bridges fell"])]


def test_a_weekday_behind_the_object_is_the_days_of_saying() -> None:
    draft = draft_of(
        "Berrio/PROPN/2/nsubj voiced/VERB/0/root/voice opposition/NOUN/2/obj Wednesday/PROPN/3/compound to/ADP/7/case the/DET/7/det plan/NOUN/3/nmod ./_PUNCT/2/punct"
    )
    start = draft.text.index("Wednesday")
    day = Time(id="t1", start=start, end=start + 9, text="Wednesday", kind="date", value="2023-02-22", timex3="2023-02-22", basis="publication")
    said = find(draft, Names(draft, {"Berrio": "person"}), [day], [])  # type: ignore[arg-type]
    statement = next(s for s in said if s.cue is not None and s.cue.text == "voiced")
    assert statement.time.ref == "t1"
    assert [piece.text for piece in statement.content] == ["opposition", "to the plan"]
