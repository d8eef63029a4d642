"""Further texts of the same forms, so that no rule fits one text alone. All of them are invented, like those in the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.forms.looking import Look

if TYPE_CHECKING:
    from onrecord import Reader

HOUSE = """Question time in the Assembly of Osterland

The Assembly sat for four hours on Wednesday. The exchange on water prices is printed here in full.

THE SPEAKER: The member for Tessin has the floor.

Mr HALVIK: Thank you. Will the minister lower the price of water before the summer?

Minister VALE: I will not. The price covers what the pipes cost.

Mr HALVIK: Does she know that old people in Tessin carry buckets from the river?

Minister VALE: I have read the letters. We are sending two engineers next week, and the company has promised new pumps.

THE SPEAKER: Order. The house will come to order.
"""
POINTS = """Dockers end strike in Varnholm after talks with Ada Lind

Q. How long did the strike last?
A. Nine days. We never wanted it.

Q. Who asked for the talks?
A. The mayor did. She said the town could not wait.

Q. What happens now?
A. We go back to work.
"""
RESOLUTION = """Resolution 88 on the Tarn valley

Adopted by the Council of Coastal States on 4 May 2021

The Council of Coastal States,

Deeply concerned that the ceasefire of March has been broken,

1. Condemns the shelling of the ferry at Halvik;

2. Calls upon both parties to withdraw their guns;

3. Welcomes the report of the observers.
"""
REMARKS = """Remarks by President Ilona Varga to the Chamber of Shipping

Ladies and gentlemen, I am glad to be back among you.

We have had three bad years, and I know what they cost you. Our yards stood empty.

I promise that the harbour dues will not rise before the spring. We condemn the attacks on our crews in the strait.

I ask you to hire the young. My father told me that a ship without boys is a wreck.
"""
LAID_DOWN = """Parties settle over the ferry at Halvik

The claim was lodged by Mr Tomas Vane (hereinafter "the claimant") against the Tarn Ferry Company ("the Company").

The claimant said that the ferry had sailed without lights. The Company denied that the lamps were out.
"""
NIGHT = """Election night in Osterland: live updates

Published 3 June 2023

22:40 – Polls have closed in all districts. The electoral commission says turnout was 71 per cent.

21:15
Opposition leader Ada Lind expects a long night. On Friday she had asked for observers.

20:05 – Police have denied reports of a bomb in Tessin.
"""


def _look(reader: Reader, text: str) -> Look:
    return Look(reader.read_text(text))


def _outer(seen: Look) -> list[tuple[list[str], str]]:
    return [(seen.who(s), s.act) for s in seen.statements if s.within is None]


def test_honorifics_and_titles_before_a_label_are_no_part_of_the_name(reader: Reader) -> None:
    seen = _look(reader, HOUSE)
    who = [names for names, _ in _outer(seen)]
    assert who == [["SPEAKER"], ["HALVIK"], ["VALE"], ["HALVIK"], ["VALE"], ["SPEAKER"]]
    assert [act for _, act in _outer(seen)][1] == [act for _, act in _outer(seen)][3] == "ask"
    assert {s.form for s in seen.statements if s.within is None} == {"direct"}


def test_letters_may_have_a_full_stop(reader: Reader) -> None:
    seen = _look(reader, POINTS)
    assert _outer(seen) == [([], "ask"), (["Ada Lind"], "say")] * 3


def test_two_labels_make_no_transcript_where_neither_comes_again(reader: Reader) -> None:
    seen = _look(reader, "Sailing on Sunday\n\nStart: The boats leave the harbour at noon.\n\nFinish: The first is back before dusk.\n\nPrize: The mayor hands out a cup of tin.\n")
    assert seen.shown(iter(seen.statements)) == []


@pytest.mark.parametrize(("words", "act"), [("the shelling of the ferry at Halvik", "condemn"), ("both parties to withdraw their guns", "demand")])
def test_a_council_does_what_its_numbered_verbs_say(reader: Reader, words: str, act: str) -> None:
    seen = _look(reader, RESOLUTION)
    (statement,) = [s for s in seen.statements if seen.said(s) == words]
    assert (seen.who(statement), statement.act) == (["Council of Coastal States"], act)


def test_a_speech_is_the_president_s_whom_its_title_names(reader: Reader) -> None:
    seen = _look(reader, REMARKS)
    acts = {seen.said(s): (seen.who(s), s.act) for s in seen.statements}
    assert acts["the harbour dues will not rise before the spring"] == (["Ilona Varga"], "promise")
    assert acts["the attacks on our crews in the strait"] == (["Ilona Varga"], "condemn")
    assert acts["a ship without boys is a wreck"][0] == ["father"]


def test_a_report_that_says_i_once_is_no_speech(reader: Reader) -> None:
    seen = _look(reader, "Remarks by President Ilona Varga anger dockers\n\nDockers in Varnholm stopped work on Friday. I was there.\n\nThe harbour stood still for a day.\n\nShips waited in the bay.\n\nThe port is closed.\n")
    varga = [a for a in seen.record.actors if a.name == "Ilona Varga"]
    assert [m.text for a in varga for m in a.mentions if m.form == "pronoun"] == []


@pytest.mark.parametrize(("words", "who"), [("the ferry had sailed without lights", "Tomas Vane"), ("the lamps were out", "Tarn Ferry Company")])
def test_a_word_laid_down_in_brackets_stands_for_its_name(reader: Reader, words: str, who: str) -> None:
    seen = _look(reader, LAID_DOWN)
    (statement,) = [s for s in seen.statements if seen.said(s) == words]
    assert seen.who(statement) == [who]


def test_a_stamp_is_of_the_day_of_publication_whatever_day_was_told_above_it(reader: Reader) -> None:
    seen = _look(reader, NIGHT)
    stamps = {t.text: t.value for t in seen.record.times if ":" in t.text}
    assert stamps == {"22:40": "2023-06-03T22:40:00", "21:15": "2023-06-03T21:15:00", "20:05": "2023-06-03T20:05:00"}
    assert seen.shown(s for s in seen.statements if s.content[0].start < len("Election night in Osterland: live updates")) == []
