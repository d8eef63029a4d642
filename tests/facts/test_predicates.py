"""The lexicon of predicates: well formed, unique, in PLOVER, of every type."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord import ontology
from onrecord.facts import predicates

if TYPE_CHECKING:
    from onrecord.facts.predicates import Entry

ROOT = Path(__file__).resolve().parents[2]
SLOTS = {"subj", "obj", "iobj", "clause", "poss"}
BUILT_IN = {"any", "none", "infinitive", "owned", "place", "politician"}


def entries() -> list[Entry]:
    return predicates.entries()


def test_there_are_enough_for_every_type() -> None:
    assert len(entries()) >= 900
    for name in ontology.types():
        assert sum(entry.type == name for entry in entries()) >= 25, name


def test_types_and_modes_are_plovers() -> None:
    for entry in entries():
        assert entry.mode is None or ontology.is_mode(entry.type, entry.mode), entry


def test_entries_are_unique() -> None:
    keys = [(e.lemma, e.pos, e.words, e.objects, e.type, e.mode, e.requires) for e in entries()]
    assert len(set(keys)) == len(keys)


def test_strength_and_words_are_well_formed() -> None:
    for entry in entries():
        assert 0 < entry.strength < 1, entry
        for word in (entry.lemma, *entry.words, *entry.objects):
            assert word == word.strip().lower(), entry
            assert " " not in word, entry


def test_frames_name_slots_or_prepositions() -> None:
    for entry in entries():
        for slot in (*entry.actors, *entry.recipients, *(r.slot for r in entry.requires)):
            assert slot in SLOTS or slot.isalpha(), entry
        assert not (entry.reciprocal and entry.recipients), entry


def test_classes_are_known() -> None:
    for entry in entries():
        for requirement in entry.requires:
            for name in requirement.classes:
                assert name in BUILT_IN or predicates._tables().classes[name], (entry, name)


@pytest.mark.parametrize(
    ("noun", "kind", "sectors", "name", "wanted"),
    [
        ("rebel", None, (), "armed", True),
        ("Borvia", "government", (), "armed", True),
        ("Singh", "person", ("MIL",), "political", True),
        ("Singh", "person", (), "political", False),
        ("bottle", None, (), "weapon", False),
    ],
)
def test_a_noun_or_an_actor_is_of_a_class(noun: str, kind: str | None, sectors: tuple[str, ...], name: str, *, wanted: bool) -> None:
    assert predicates.in_class(name, noun, kind=kind, sectors=sectors) == wanted


def test_a_phrase_is_found_by_its_head() -> None:
    assert any(e.words == ("military",) and e.type == "MOBILIZE" for e in predicates.of_noun("exercise"))
    assert any(e.words == ("off",) and "visit" in e.objects and e.type == "REJECT" for e in predicates.of_verb("call"))
    assert any(e.words == ("of", "emergency") for e in predicates.of_noun("state"))


def test_what_demands_more_comes_first() -> None:
    for lemma in ("call", "fire", "meet", "launch"):
        weights = [entry.weight for entry in predicates.of_verb(lemma)]
        assert weights == sorted(weights, reverse=True)


def test_the_cases_are_labelled_in_plover() -> None:
    with (ROOT / "cases" / "predicates.csv").open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) >= 60
    assert len({row["clause"] for row in rows}) == len(rows)
    for row in rows:
        assert row["type"] in ("", *ontology.types()), row
        assert not row["mode"] or ontology.is_mode(row["type"], row["mode"]), row  # type: ignore[arg-type]
