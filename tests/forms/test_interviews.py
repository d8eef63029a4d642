"""Interviews and debates: whose each turn is, what is said in it, who asks. All texts are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.forms.looking import TEXTS, Look, at_turn, turns

if TYPE_CHECKING:
    from collections.abc import Callable

INTERVIEWS = [name for name in TEXTS if name.startswith("interview")]
LENK, BERRIO, ALDANA, BRANDT, IRSKY, SILVAN = "Mara Lenk", "Tomas Berrio", "Ines Aldana", "Oona Brandt", "Pavel Irsky", "Radko Silvan"
BY_LABEL = {
    "ALDANA": [ALDANA], "LENK": [LENK], "BERRIO": [BERRIO], IRSKY: [IRSKY], BRANDT: [BRANDT], "SILVAN": [SILVAN], "MERIDIAN PRESS": ["Meridian Press"],
}  # fmt: skip


@pytest.mark.parametrize("name", INTERVIEWS)
def test_each_paragraph_of_a_turn_is_one_direct_statement_without_its_label(look: Callable[[str], Look], name: str) -> None:
    seen, wrong = look(name), []
    for label, paragraphs in turns(seen.text):
        for paragraph in paragraphs:
            there = at_turn(seen, paragraph)
            texts = [seen.said(s).strip('"“”').rstrip(".") for s in there]
            if texts != [paragraph.rstrip(".")] or there[0].form != "direct":
                wrong.append(f"{label} {paragraph!r}: {[seen.brief(s) for s in there]}")
    assert wrong == []


@pytest.mark.parametrize("name", INTERVIEWS)
def test_nothing_outside_the_turns_of_an_interview_is_said(look: Callable[[str], Look], name: str) -> None:
    seen = look(name)
    first = seen.text.index(turns(seen.text)[0][1][0])
    assert seen.shown(s for s in seen.statements if s.content[0].start < first - 1 and '"' not in seen.said(s)) == []


@pytest.mark.parametrize("name", ["interview_capitals.txt", "interview_names.txt", "interview_marks.txt"])
def test_the_speaker_of_a_turn_is_whom_the_label_names(look: Callable[[str], Look], name: str) -> None:
    seen, wrong = look(name), []
    for label, paragraphs in turns(seen.text):
        for paragraph in paragraphs:
            wrong += [f"{label}: {seen.brief(s)}" for s in at_turn(seen, paragraph) if seen.who(s) != BY_LABEL[label]]
    assert wrong == []


@pytest.mark.parametrize(("name", "asked"), [("interview_letters.txt", LENK), ("interview_marks_first.txt", "Lia Marden")])
def test_a_is_whom_the_title_says_was_asked_and_q_is_nobody_else(look: Callable[[str], Look], name: str, asked: str) -> None:
    seen, wrong = look(name), []
    for label, paragraphs in turns(seen.text):
        for paragraph in paragraphs:
            who = [[asked]] if label == "A" else [[], ["The Harbour Courier"], ["Harbour Courier"]]
            wrong += [f"{label}: {seen.brief(s)}" for s in at_turn(seen, paragraph) if seen.who(s) not in who]
    assert wrong == []


@pytest.mark.parametrize("name", INTERVIEWS)
def test_who_asks_asks(look: Callable[[str], Look], name: str) -> None:
    """A turn of the one who puts the questions that ends in a question mark."""
    seen, asking = look(name), {"Q", "ALDANA", IRSKY, "MERIDIAN PRESS"}
    there = [s for label, (paragraph, *_) in turns(seen.text) if label in asking and paragraph.endswith("?") for s in at_turn(seen, paragraph)]
    assert len(there) >= 3
    assert seen.shown(s for s in there if s.act != "ask") == []


@pytest.mark.parametrize("name", INTERVIEWS)
def test_what_somebody_thinks_in_a_turn_is_no_statement_beside_it(look: Callable[[str], Look], name: str) -> None:
    """ "I think", "we hope" are the speaker's words and no second act; what others said, told in a turn, is one within it."""
    seen = look(name)
    assert seen.shown(s for s in seen.statements if s.source and s.source.text.lower() in ("i", "we")) == []


def test_what_others_said_is_told_within_a_turn(look: Callable[[str], Look]) -> None:
    seen = look("interview_names.txt")
    (father,) = [s for s in seen.statements if seen.said(s) == "the stove would be the last thing to go"]
    assert seen.who(father) == ["father"]
    assert father.within == seen.having("tied me to the stove").id


def test_i_is_who_speaks(look: Callable[[str], Look]) -> None:
    """ "I" in a turn is a mention of its speaker."""
    seen = look("interview_names.txt")
    brandt = next(a for a in seen.record.actors if a.name == BRANDT)
    spoken = {seen.text[: m.start].rsplit("\n", 1)[-1].split(":")[0] for m in brandt.mentions if m.text == "I"}
    assert BRANDT in spoken
    assert IRSKY not in spoken
