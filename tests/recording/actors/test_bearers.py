"""Whom "the police", "the former president", a title before a comma speak of. Invented sentences, parsed by hand."""

from __future__ import annotations

from onrecord.facts import actor_nouns
from onrecord.recording.actors import find
from tests.recording.actors.test_order import forms, marked
from tests.recording.statements.parsed import draft_of


def test_a_title_with_its_body_before_a_comma_belongs_to_the_name_after_it() -> None:
    draft = draft_of(
        "The/DET/2/det spokesperson/NOUN/9/nsubj for/ADP/4/case Interpol/PROPN/2/nmod ,/_PUNCT/4/punct Ada/PROPN/4/nmod Brenn/PROPN/6/flat ,/_PUNCT/6/punct "
        "resigned/VERB/0/root/resign ./_PUNCT/9/punct"
    )
    found = forms(marked(draft, Ada_Brenn="PERSON", Interpol="ORGANIZATION"))
    assert found["The spokesperson"] == ("Ada Brenn", "nominal")


def test_the_government_that_nobody_owns_is_that_of_the_state_spoken_of() -> None:
    draft = draft_of(
        "Peru/PROPN/2/nsubj agreed/VERB/0/root/agree ./_PUNCT/2/punct\nThe/DET/2/det authorities/NOUN/3/nsubj/authority/NNS refused/VERB/0/root/refuse ./_PUNCT/3/punct\n"
        "The/DET/2/det police/NOUN/3/nsubj/police/NNS left/VERB/0/root/leave ./_PUNCT/3/punct"
    )
    cast = find(marked(draft, Peru="LOCATION"), [])
    assert {m.text for a in cast.actors if a.name == "Peru" for m in a.mentions} == {"Peru", "The authorities"}
    assert [(a.country, a.sectors) for a in cast.actors if a.name == "police"] == [("PER", ["COP"])]


def test_who_is_president_is_not_the_former_one() -> None:
    draft = draft_of(
        "President/PROPN/2/nmod:desc Brenn/PROPN/5/nsubj and/CCONJ/4/cc Lind/PROPN/2/conj met/VERB/0/root/meet ./_PUNCT/5/punct\n"
        "The/DET/3/det former/ADJ/3/amod president/NOUN/4/nsubj spoke/VERB/0/root/speak ./_PUNCT/4/punct\n"
        "The/DET/2/det president/NOUN/3/nsubj left/VERB/0/root/leave ./_PUNCT/3/punct"
    )
    found = forms(marked(draft, Brenn="PERSON", Lind="PERSON"))
    assert found["The president"][0] == "Brenn"
    assert found["The former president"][0] != "Brenn"


def test_a_noun_and_the_noun_before_it_are_one_phrase() -> None:
    draft = draft_of(
        "Norway/PROPN/2/nsubj saw/VERB/0/root/see police/NOUN/2/obj officers/NOUN/2/obj/officer/NNS leave/VERB/2/xcomp/leave/VB ./_PUNCT/2/punct"
    )
    found = forms(marked(draft, Norway="LOCATION"))
    assert "police officers" in found
    assert "police" not in found


def test_titles_of_women_are_women_s() -> None:
    told = {word: noun.gender for word in ("spokeswoman", "chairwoman", "congresswoman", "spokesman") if (noun := actor_nouns.noun(word)) is not None}
    assert told == {"spokeswoman": "f", "chairwoman": "f", "congresswoman": "f", "spokesman": "m"}


def test_letters_in_brackets_are_short_for_the_name_before_them() -> None:
    draft = draft_of(
        "The/DET/4/det Interim/PROPN/4/compound Army/PROPN/4/compound Council/PROPN/8/nsubj (/PUNCT/6/punct CAI/_PROPN/4/appos )/_PUNCT/6/punct "
        "resigned/VERB/0/root/resign ./_PUNCT/8/punct"
    )
    found = forms(marked(draft, Interim_Army_Council="ORGANIZATION", CAI="ORGANIZATION"))
    assert found["CAI"] == ("Interim Army Council", "alias")


def test_a_noun_of_any_trade_is_the_person_s_who_stands_in_apposition() -> None:
    draft = draft_of(
        "Tavex/PROPN/2/nsubj sank/VERB/0/root/sink ./_PUNCT/2/punct\n"
        "Its/PRON/2/nmod:poss skipper/NOUN/7/nsubj ,/_PUNCT/4/punct Ada/PROPN/2/appos Brenn/PROPN/4/flat ,/_PUNCT/2/punct confirmed/VERB/0/root/confirm it/PRON/7/obj ./_PUNCT/7/punct"
    )
    assert forms(marked(draft, Tavex="ORGANIZATION", Ada_Brenn="PERSON"))["Its skipper"] == ("Ada Brenn", "nominal")


def _doctors(then: str) -> str:
    """Whom "A doctor" speaks of where the next sentence begins with these words, "Ada Brenn" among them."""
    draft = draft_of(
        "Oslo/PROPN/2/nsubj burnt/VERB/0/root/burn ./_PUNCT/2/punct\nNobody/PRON/2/nsubj came/VERB/0/root/come ./_PUNCT/2/punct\n"
        "A/DET/2/det doctor/NOUN/3/nsubj said/VERB/0/root/say so/ADV/3/advmod ./_PUNCT/3/punct\n" + then
    )
    return forms(marked(draft, Oslo="LOCATION", Ada_Brenn="PERSON"))["A doctor"][0]


def test_who_is_spoken_of_as_unknown_is_the_one_whom_the_next_definite_noun_names() -> None:
    named = "The/DET/2/det doctor/NOUN/7/nsubj ,/_PUNCT/4/punct Ada/PROPN/2/appos Brenn/PROPN/4/flat ,/_PUNCT/2/punct left/VERB/0/root/leave ./_PUNCT/7/punct"
    another = "Ada/PROPN/6/nsubj Brenn/PROPN/1/flat ,/_PUNCT/5/punct a/DET/5/det doctor/NOUN/1/appos left/VERB/0/root/leave ./_PUNCT/6/punct"
    assert _doctors(named) == "Ada Brenn"
    assert _doctors(another) == "doctor", "another doctor, who is called one in her own right"
