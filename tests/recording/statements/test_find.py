"""What is said, by whom, from a parse written by hand. All people and sayings are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.recording.statements import find
from onrecord.understanding.marks import Attribution
from tests.recording.statements.parsed import Names, draft_of

if TYPE_CHECKING:
    from onrecord.record import Statement

CONFIRMED = (
    "Lima/PROPN/4/nsubj and/CCONJ/3/cc Quito/PROPN/1/conj confirmed/VERB/0/root/confirm that/SCONJ/7/mark trucks/NOUN/7/nsubj/truck/NNS "
    "crossed/VERB/4/ccomp/cross rivers/NOUN/7/obj/river/NNS ./_PUNCT/4/punct"
)
CLAIM = (
    "Berrio/PROPN/2/nsubj rejected/VERB/0/root/reject Mali/PROPN/5/nmod:poss 's/_PART/3/case claim/NOUN/2/obj that/SCONJ/8/mark "
    "soldiers/NOUN/8/nsubj/soldier/NNS fled/VERB/5/acl/flee ./_PUNCT/2/punct"
)
ADDING = (
    "Voskova/PROPN/2/nsubj said/VERB/0/root/say roads/NOUN/5/nsubj/road/NNS were/AUX/5/cop/be safe/ADJ/2/ccomp ,/_PUNCT/7/punct "
    "adding/VERB/2/advcl/add/VBG that/SCONJ/11/mark buses/NOUN/11/nsubj/bus/NNS would/AUX/11/aux/will run/VERB/7/ccomp ./_PUNCT/2/punct"
)
AROUND = (
    '"/PUNCT/3/open The/DET/3/det bridge/NOUN/11/nsubj ,/_PUNCT/11/punct "/_PUNCT/11/punct Berrio/PROPN/7/nsubj said/VERB/11/parataxis/say ,/_PUNCT/7/punct '
    '"/PUNCT/11/open is/AUX/11/cop/be ours/PRON/0/root ./_PUNCT/11/punct "/_PUNCT/11/punct'
)
GOES_ON = '"/PUNCT/3/open Nobody/PRON/3/nsubj crosses/VERB/0/root/cross tonight/NOUN/3/obl ./_PUNCT/3/punct "/_PUNCT/3/punct'
WAVED = "Berrio/PROPN/2/nsubj waved/VERB/0/root/wave as/SCONJ/5/mark he/PRON/5/nsubj left/VERB/2/advcl/leave ./_PUNCT/2/punct"
NOT_SAID = "Berrio/PROPN/4/nsubj did/AUX/4/aux/do not/PART/4/advmod say/VERB/0/root/say/VB why/ADV/7/advmod he/PRON/7/nsubj left/VERB/4/ccomp/leave ./_PUNCT/4/punct"
DECLINED = (
    "Berrio/PROPN/2/nsubj declined/VERB/0/root/decline to/PART/4/mark comment/VERB/2/xcomp/comment/VB on/ADP/7/case the/DET/7/det deal/NOUN/4/obl "
    "./_PUNCT/2/punct"
)
ACCORDING = (
    "According/VERB/3/case/accord to/ADP/1/fixed doctors/NOUN/6/obl/doctor/NNS ,/_PUNCT/6/punct eleven/NUM/6/nsubj died/VERB/0/root/die ./_PUNCT/6/punct"
)
PROMISED = "Kenya/PROPN/2/nsubj promised/VERB/0/root/promise to/PART/4/mark lift/VERB/2/xcomp bans/NOUN/4/obj/ban/NNS ./_PUNCT/2/punct"
BELIEVED = (
    "It/PRON/3/expl is/AUX/3/aux:pass/be believed/VERB/0/root/believe/VBN that/SCONJ/6/mark crews/NOUN/6/nsubj/crew/NNS escaped/VERB/3/ccomp/escape "
    "./_PUNCT/3/punct"
)


def read(*paragraphs: str, names: dict[str, str] | None = None, attributions: list[Attribution] | None = None) -> list[Statement]:
    draft = draft_of(*paragraphs, attributions=attributions)
    return find(draft, Names(draft, names or {}), [], [])  # type: ignore[arg-type]


def contents(statement: Statement) -> list[str]:
    return [piece.text for piece in statement.content]


def test_two_speakers_of_one_act_are_one_statement() -> None:
    (statement,) = read(CONFIRMED, names={"Lima": "government", "Quito": "government"})
    assert statement.speakers == ["a1", "a2"]
    assert (statement.act, statement.form, contents(statement)) == ("confirm", "indirect", ["trucks crossed rivers"])
    assert statement.cue is not None
    assert statement.cue.text == "confirmed"


def test_a_claim_inside_what_is_rejected_is_nested() -> None:
    outer, inner = read(CLAIM)
    assert (outer.act, contents(outer)) == ("reject", ["Mali's claim that soldiers fled"])
    assert (inner.within, contents(inner), inner.distance) == (outer.id, ["soldiers fled"], "claimed")
    assert inner.source is not None
    assert inner.source.text == "Mali"


def test_a_second_cue_starts_a_second_statement_with_the_same_speaker() -> None:
    first, second = read(ADDING, names={"Voskova": "person"})
    assert contents(first) == ["roads were safe"]
    assert contents(second) == ["buses would run"]
    assert second.speakers == first.speakers == ["a1"]
    assert second.within is None


def test_a_cue_inside_a_sentence_leaves_two_pieces_and_the_next_quoted_sentence_joins_them() -> None:
    (statement,) = read(AROUND + "\n" + GOES_ON)
    assert contents(statement) == ['"The bridge,"', '"is ours." "Nobody crosses tonight."']
    assert [q.text for q in statement.quoted] == ["The bridge,", "is ours.", "Nobody crosses tonight."]
    assert statement.form == "direct"


def test_the_next_paragraph_of_quotation_continues_with_the_same_speaker() -> None:
    first, second = read(AROUND, GOES_ON, names={"Berrio": "person"})
    assert (second.continues, second.speakers, second.cue, second.source) == (first.id, ["a1"], None, None)


def test_what_was_not_said_is_no_statement() -> None:
    assert read(NOT_SAID) == []


def test_no_comment_is_declining_and_its_content_what_it_was_about() -> None:
    (statement,) = read(DECLINED)
    assert (statement.act, contents(statement)) == ("decline", ["the deal"])


@pytest.mark.parametrize(
    ("sentence", "cue", "source", "content", "act"),
    [
        (ACCORDING, "According to", "doctors", "eleven died", "say"),
        (PROMISED, "promised", "Kenya", "to lift bans", "promise"),
        (BELIEVED, "believed", None, "crews escaped", "believe"),
    ],
)
def test_frames(sentence: str, cue: str, source: str | None, content: str, act: str) -> None:
    (statement,) = read(sentence)
    assert statement.cue is not None
    assert (statement.cue.text, statement.source.text if statement.source else None, contents(statement), statement.act) == (cue, source, [content], act)


def test_the_encoder_adds_what_the_parse_does_not_see_and_raises_what_it_does() -> None:
    (alone,) = read(WAVED, attributions=[Attribution([(0, 6)], [(7, 12)], [(16, 23)], 0.9)])
    assert contents(alone) == ["he left"]
    (parsed,), (both,) = read(PROMISED), read(PROMISED, attributions=[Attribution([(0, 5)], [(6, 14)], [(15, 27)], 0.9)])
    assert both.confidence > parsed.confidence


def test_what_another_says_meanwhile_is_not_said() -> None:
    """ "Berrio spoke as Lind confirmed it": that Lind confirmed it is not what Berrio said."""
    words = "Berrio/PROPN/2/nsubj spoke/VERB/0/root/speak as/SCONJ/5/mark Lind/PROPN/5/nsubj {verb}/VERB/2/advcl/{lemma} it/PRON/5/obj ./_PUNCT/2/punct"
    told = [Attribution([(0, 6)], [(7, 12)], [(16, 33)], 0.9)]
    assert "Lind confirmed it" not in [text for s in read(words.format(verb="confirmed", lemma="confirm"), attributions=told) for text in contents(s)]
    assert ["Lind shoveled it"] in [contents(s) for s in read(words.format(verb="shoveled", lemma="shovel"), attributions=[Attribution([(0, 6)], [(7, 12)], [(16, 32)], 0.9)])]


def test_who_speaks_on_condition_of_anonymity_says_what_stands_behind() -> None:
    (statement,) = read(
        "Officers/NOUN/11/nsubj/officer/NNS ,/_PUNCT/1/punct who/PRON/4/nsubj spoke/VERB/1/acl:relcl/speak on/ADP/6/case condition/NOUN/4/obl of/ADP/8/case anonymity/NOUN/6/nmod "
        ",/_PUNCT/1/punct today/NOUN/11/obl:tmod said/VERB/0/root/say shots/NOUN/13/nsubj/shot/NNS fell/VERB/11/ccomp/fall ./_PUNCT/11/punct"
    )
    assert contents(statement) == ["shots fell"]
    assert statement.source_kind == "anonymous"
    assert statement.reason is not None
    assert statement.reason.text == "who spoke on condition of anonymity, today"


def test_what_a_saying_rests_on_is_not_said() -> None:
    words = "Citing/VERB/5/advcl/cite/VBG a/DET/3/det memo/NOUN/1/obj/memo/NN Berrio/PROPN/5/nsubj said/VERB/0/root/say it/PRON/7/nsubj failed/VERB/5/ccomp/fail ./_PUNCT/5/punct"
    found = read(words, attributions=[Attribution([(14, 20)], [(0, 6)], [(7, 13)], 0.9)])
    assert [contents(s) for s in found] == [["it failed"]]


def test_what_something_goes_by_does_not_say_it() -> None:
    words = "Berrio/PROPN/2/nsubj paid/VERB/0/root/pay according/VERB/6/case to/ADP/3/fixed his/PRON/6/nmod:poss {noun}/NOUN/2/obl ./_PUNCT/2/punct"
    means = [Attribution([(25, 34)], [(12, 24)], [(0, 11)], 0.9)]
    assert read(words.format(noun="means"), attributions=means) == []
    assert len(read(words.format(noun="uncle"), attributions=means)) == 1


def test_every_decision_has_a_reason() -> None:
    draft = draft_of(CONFIRMED)
    (statement,) = find(draft, Names(draft, {}), [], [])  # type: ignore[arg-type]
    for field in ("content", "speakers", "act"):
        assert draft.reasons[f"{statement.id}.{field}"]
