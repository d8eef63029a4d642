from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.corroborating.signature import ANCHORS, anchors, sample, signature
from onrecord.corroborating.spelling import forms
from onrecord.corroborating.words import words
from onrecord.record import Block
from tests.corroborating.invented import BRITISH, INDEPENDENT, OTHER, WIRE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("labor", "labour"), ("organized", "organised"), ("Center", "Centre"), ("traveling", "travelling"), ("defense", "defence"), ("programs", "programmes"),
        ("analyze", "analyse"), ("U.S.", "US"), ("dialog", "dialogue"), ("gray", "grey"), ("pediatric", "paediatric"), ("neighborhood", "neighbourhood"),
        ("Mr.", "mr"), ("twelve", "12"), ("kilometers", "kilometres"), ("don't", "don’t"), ("café", "cafe"), ("1,200", "1200"), ("Sept", "September"),
        ("mobilization", "mobilisation"), ("jewelry", "jewellery"), ("theaters", "theatres"), ("kidnaped", "kidnapped"), ("skeptical", "sceptical"),
    ],
)  # fmt: skip
def test_two_spellings_have_one_form(one: str, other: str) -> None:
    assert forms(one) == forms(other)


@pytest.mark.parametrize(("one", "other"), [("four", "for"), ("killed", "kilned"), ("war", "was"), ("12", "13"), ("rejected", "elected"), ("kill", "kiln")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert forms(one) != forms(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("on March 9, 2021 the ship", "on 9 March 2021, the ship"),
        ("on the 9th of March", "on March 9"),
        ("rose 4 per cent", "rose 4%"),
        ("a co-operation deal", "cooperation deal"),
        ("$3 million", "US$3m"),
        ("at 5 p.m. on Monday", "at 5pm on Monday"),
    ],
)
def test_two_ways_to_write_it_are_one(one: str, other: str) -> None:
    left, right = words(one).forms, words(other).forms
    assert [w for w in left if w != "us"] == [w for w in right if w != "us"]


@pytest.mark.parametrize(
    "text",
    ['He said "we shall not go" on Monday.', "He said “we shall not go” on Monday.", "He said ‘we shall not go’ on Monday.", "He said 'we shall not go' on Monday."],
)
def test_words_in_quotation_marks_are_known(text: str) -> None:
    found = words(text)
    assert [form for form, quoted in zip(found.forms, found.quoted, strict=True) if quoted] == ["we", "shall", "not", "go"]


def test_posts_are_cited_as_a_whole() -> None:
    found = words("She wrote on Monday:\nThe boats are in.\nAll of them.\n— Dorrit Hale (@doritt) March 9\nNobody answered.")
    assert [form for form, quoted in zip(found.forms, found.quoted, strict=True) if not quoted] == ["she", "wrote", "on", "monday", "nobody", "answered"]


def test_stock_phrases_are_no_words_of_a_report() -> None:
    assert words("The boats are in. All rights reserved. Sign up for our daily newsletter").forms == ["boats", "are", "in"]


def test_blocks_leave_out_what_is_not_the_reports_own() -> None:
    text = "A headline\nBy Ann Lee\nThe boats are in port again today."
    blocks = [Block("title", 0, 10), Block("byline", 11, 21), Block("body", 22, len(text))]
    assert signature(text, blocks) == signature(text[22:])


def test_spelling_makes_no_difference() -> None:
    head = "\n".join(WIRE.split("\n")[:5])
    assert words(head).forms == words(BRITISH).forms


def test_size_and_anchors() -> None:
    long = f"{WIRE}\n{INDEPENDENT}\n{OTHER}"
    assert 450 < len(long.split()) < 700
    assert len(signature(long)) <= 1500
    found = anchors(signature(long))
    assert len(found) <= ANCHORS and found == sorted(set(found))
    assert all(0 <= each < 1 << 63 for each in found)


def test_a_third_of_a_report_shares_an_anchor_with_it() -> None:
    whole = set(anchors(signature(WIRE)))
    lines = WIRE.split("\n")
    assert all(whole & set(anchors(signature("\n".join(lines[i : i + 2])))) for i in range(len(lines) - 1))


@pytest.mark.parametrize("text", ["", "one two", "«»“”\"'", "\n\n \n", "%", "1,2.3:4"])
def test_what_has_no_runs_has_a_signature(text: str) -> None:
    assert sample(signature(text)).runs == 0
    assert anchors(signature(text)) == []


def test_no_signature_is_refused() -> None:
    with pytest.raises(ValueError, match="no signature"):
        sample(b"\x09" * 40)


def test_the_same_in_every_process() -> None:
    code = "from tests.corroborating.invented import WIRE; from onrecord.corroborating.signature import signature; print(signature(WIRE).hex())"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert bytes.fromhex(out.stdout.strip()) == signature(WIRE)


@given(st.text(max_size=400))
def test_any_text_has_a_signature(text: str) -> None:
    taken = sample(signature(text))
    assert taken.own <= taken.runs
    assert len(anchors(signature(text))) <= ANCHORS


@given(st.lists(st.sampled_from(WIRE.split()), max_size=900))
def test_kept_runs_stay_below_the_bound(drawn: list[str]) -> None:
    taken = sample(signature(" ".join(drawn)))
    assert bool((taken.keys < taken.bound).all())
    assert len(taken.keys) <= taken.runs
