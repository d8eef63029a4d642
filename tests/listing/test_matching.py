"""Names asked of a list: who is proposed, who never is, and how long it takes."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

import pytest

from onrecord.listing.entries import Called, Entry, Listing
from onrecord.listing.matching import THRESHOLD, Matcher
from onrecord.listing.reading import read_list
from tests.listing.invented import CSV, XML

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def asked(tmp_path: Path) -> Matcher:
    (tmp_path / "list.csv").write_text(CSV, encoding="utf-8")
    return Matcher(read_list(tmp_path / "list.csv"))


@pytest.fixture
def consolidated(tmp_path: Path) -> Matcher:
    (tmp_path / "list.xml").write_text(XML, encoding="utf-8")
    return Matcher(read_list(tmp_path / "list.xml"))


@pytest.mark.parametrize(
    ("words", "person", "entry"),
    [
        ("Mara Lindqvarn", True, "P-1"), ("Sofia Lindkvarn", True, "P-1"), ("Abdulkarim Tarvani", True, "P-2"), ("Karimov", True, "P-2"),
        ("Abu Zelim", True, "P-2"), ("Jakub Ordlow", True, "P-4"), ("Yongnam Chorvak", True, "P-3"), ("MHTC", False, "E-1"), ("VLF", False, "E-2"),
        ("Qarnoum", False, "E-2"), ("Vostravan Liberation Front", False, "E-2"), ("Selwick Tarn", True, "U-1"), ("Selwick Tarn", False, "U-1"),
    ],
)  # fmt: skip
def test_who_is_proposed(asked: Matcher, words: str, person: bool, entry: str) -> None:
    found = asked.find(words, person=person)
    assert [each.entry.id for each in found][:1] == [entry]
    assert THRESHOLD <= found[0].score <= 1
    assert found[0].reasons


@pytest.mark.parametrize(
    ("words", "person"),
    [
        ("Mara Lindqvarn", False), ("Vostrava Liberation Front", True), ("Lindqvarn", True), ("Jakub", True), ("Mara", True), ("Liberation Front", False),
        ("Harbour Company", False), ("Trading Company", False), ("M.", True), ("", True), ("…", False), ("VLD", False),
    ],
)  # fmt: skip
def test_who_is_not(asked: Matcher, words: str, person: bool) -> None:
    assert asked.find(words, person=person) == []


def test_aliases_between_semicolons_original_script_and_low_quality(consolidated: Matcher) -> None:
    assert consolidated.find("Orin Talvi Mordavi", person=True)[0].name == "Orin Talvi Mordawi"
    assert consolidated.find("Орен Талви", person=True)[0].score > 0.9
    (weak,) = consolidated.find("Brask", person=True)
    assert weak.score == THRESHOLD
    assert {"one word alone", "low-quality alias"} <= set(weak.reasons)
    assert consolidated.find("MOEC", person=False)[0].reasons == ["acronym"]


def test_a_name_left_out_is_not_compared(consolidated: Matcher) -> None:
    assert consolidated.find("Mordavi Ores", person=False, but={"Mordavi Ores"}) == []


def test_ten_thousand_entries_take_no_time() -> None:
    draw = random.Random(7)

    def word() -> str:
        return "".join(draw.choice("bdfgklmnrstvz") + draw.choice("aeiou") for _ in range(draw.randint(2, 4))).title()

    words = [word() for _ in range(6_000)]
    names = [f"{draw.choice(words)} {draw.choice(words)} {draw.choice(words)}" for _ in range(10_000)]
    matcher = Matcher(Listing("invented", "", [Entry(str(n), "person", [Called(text)], []) for n, text in enumerate(names)]))
    seconds = []
    for trial in range(3):
        start = time.process_time()
        found = [matcher.find(names[n], person=True) for n in range(trial * 50, trial * 50 + 50)]
        seconds.append(time.process_time() - start)
        assert all(each and each[0].score == 1 for each in found)
    assert min(seconds) < 0.1


def test_names_of_the_real_list_find_their_entries(shared: Path) -> None:
    matcher = Matcher(read_list(shared / "data/lists/un_consolidated_2015-03-27.xml"))
    entries = [entry for entry in matcher.listing.entries if len(entry.names[0].text.split()) > 1][::7]
    found = [any(f.entry == entry for f in matcher.find(entry.names[0].text.title(), person=entry.kind == "person")) for entry in entries]
    assert sum(found) / len(found) > 0.98
    parts = [entry.names[0].text.split() for entry in entries if entry.kind == "person"]
    swapped = [f"{last}, {' '.join(first)}" for *first, last in parts]
    assert sum(bool(matcher.find(text, person=True)) for text in swapped) / len(swapped) > 0.95
