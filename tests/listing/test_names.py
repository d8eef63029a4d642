"""Names as they are compared: pairs that are one name, pairs that are not. All of them are invented or no name of anybody in particular."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.listing.acronyms import acronyms, without_brackets
from onrecord.listing.alike import LONE, compare
from onrecord.listing.names import folded, name
from onrecord.listing.weights import Weights

SAME_PERSON = [
    ("MÅRA LINDQVARN", "Mara Lindqvarn"),
    ("Lindqvarn, Mara", "Mara Lindqvarn"),
    ("Jakub Ørdłowski", "JAKUB ORDLOWSKI"),
    ("Đorđe Þelmaß", "Dorde Thelmass"),
    ("Mohammed Tarvani", "Muhammad Tarvani"),
    ("Mohamed Tarwani", "Muhammad Tarvani"),
    ("Sergei Brovkov", "Sergey Brovkow"),
    ("Brovkoff Sergej", "Sergei Brovkov"),
    ("Qasim Tharun", "Kasim Tharoon"),
    ("Abd al-Karim Tarvani", "Abdul Karim Tarvani"),
    ("Abdulkarim Tarvani", "Abd-al-Karim al-Tarvani"),
    ("Abdel Karim el-Tarvani", "Abdul Karim Tarvani"),
    ("Yong-nam Chorvak", "Chorvak Yongnam"),
    ("Oren bin Sarek al-Mordavi", "Oren Sarek Mordavi"),
    ("Oren ibn Sarek", "Oren Sarek"),
    ("Saif al-Din Velor", "Sayfuddin Velor"),
    ("Khair Ullah Zornak", "Khairullah Zornak"),
    ("Oren Sarek Mordavi", "Oren Mordavi"),
    ("Oren Mordavi", "Oren Petrovich Mordavi"),
    ("O. Mordavi", "Oren Mordavi"),
    ("Sa‘d Tal'vi", "Sad Talvi"),
    ("General Oren Mordavi", "Oren Mordavi"),
]
OTHER_PERSON = [
    ("Mara Lindqvarn", "Mara Holtby"),
    ("Lindqvarn", "Mara Lindqvarn"),
    ("Mohammed", "Mohammed Tarvani"),
    ("Mohammed Velor", "Mohammed Tarvani"),
    ("Jamal Tarvani", "Kamal Brovkov"),
    ("President Mordavi", "Oren Mordavi"),
    ("Lindqvarn", "Lindkvarn"),
    ("Mara Lindqvarn", "Lindqvarn"),
]
SAME_BODY = [
    ("Meridian Harbour Trading Co.", "Meridian Harbour Trading Company Ltd"),
    ("the Meridian Harbour Company", "Meridian Harbour"),
    ("Vostrava Liberation Front", "Vostrava Liberation Front (VLF)"),
    ("Organisation of Velorian Miners", "Velorian Miners Organization"),
    ("al-Qarnoum", "Qarnoum"),
]
OTHER_BODY = [
    ("Meridian Bank", "Selwick Bank"),
    ("Harbour Trading Company", "Velorian Trading Company"),
    ("Ministry of Defence", "Uzbek Ministry of Defence"),
    ("Norwegian Foreign Ministry", "Chilean Foreign Ministry"),
    ("South Velorian Airways", "Meridian Airways"),
    ("ABX", "ABY"),
]


def score(asked: str, listed: str, *, person: bool) -> float:
    one, other = name(without_brackets(asked), person=person), name(without_brackets(listed), person=person)
    like = compare(one, other, Weights([[other], [name("Mohammed Velor", person=True)]]))
    return 0.0 if like is None else like.score


@pytest.mark.parametrize(("asked", "listed"), SAME_PERSON)
def test_one_person(asked: str, listed: str) -> None:
    assert score(asked, listed, person=True) >= LONE
    assert score(listed, asked, person=True) >= LONE


@pytest.mark.parametrize(("asked", "listed"), OTHER_PERSON)
def test_two_persons(asked: str, listed: str) -> None:
    assert score(asked, listed, person=True) < LONE


@pytest.mark.parametrize(("asked", "listed"), SAME_BODY)
def test_one_body(asked: str, listed: str) -> None:
    assert score(asked, listed, person=False) >= LONE


@pytest.mark.parametrize(("asked", "listed"), OTHER_BODY)
def test_two_bodies(asked: str, listed: str) -> None:
    assert score(asked, listed, person=False) < LONE


def test_a_word_alone_scores_the_least_and_says_so() -> None:
    word = name("Brask", person=True)
    like = compare(word, word, Weights([[word]]))
    assert like is not None
    assert like.score == LONE
    assert "one word alone" in like.reasons


def test_reasons_say_what_is_the_same_and_what_is_not() -> None:
    asked, listed = name("Mohammed Tarvani", person=True), name("Muhammad Oren Tarvani", person=True)
    like = compare(asked, listed, Weights([[listed]]))
    assert like is not None
    assert like.reasons[:3] == ["same: tarvani", "mohammed ~ muhammad", "not in the report: oren"]


def test_folding() -> None:
    assert folded("Sa‘d Ø. al-Łódź’s U.S.") == "sad o. al-lodz us"


@pytest.mark.parametrize(
    ("text", "found"),
    [("Harbour Works Organization (HWO)", ["HWO"]), ("Harbour Works (SOUTHERN AREA", []), ("Harbour (formerly)", []), ("Works (XYZ)", [])],
)
def test_acronyms_in_brackets(text: str, found: list[str]) -> None:
    assert acronyms(text) == found


@given(st.text(max_size=40), st.text(max_size=40), st.booleans())
def test_any_two_texts_have_a_score_between_nothing_and_one(one: str, other: str, person: bool) -> None:
    assert 0 <= score(one, other, person=person) <= 1
    assert score(one, one, person=person) <= 1
