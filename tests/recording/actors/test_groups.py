"""Of whom "they", "the two ministers", "both countries", "his movement", "the appeals court" speak. Invented sentences, parsed by hand."""

from __future__ import annotations

from onrecord.recording.actors import find
from tests.recording.actors.test_order import marked
from tests.recording.statements.parsed import draft_of

MET = "Lind/PROPN/4/nsubj and/CCONJ/3/cc Ferro/PROPN/1/conj agreed/VERB/0/root/agree ./_PUNCT/4/punct"
THEY = "They/PRON/2/nsubj left/VERB/0/root/leave ./_PUNCT/2/punct"
TWO = "The/DET/3/det two/NUM/3/nummod ministers/NOUN/4/nsubj/minister/NNS spoke/VERB/0/root/speak ./_PUNCT/4/punct"


def spoken(text: str, words: str, **names: str) -> set[str]:
    """Names of the actors that a mention with these words speaks of."""
    cast = find(marked(draft_of(text), **names), [])
    return {a.name for a in cast.actors for m in a.mentions if m.text == words}


def test_they_are_the_two_who_were_named_together() -> None:
    assert spoken(f"{MET}\n{THEY}", "They", Lind="PERSON", Ferro="PERSON") == {"Lind", "Ferro"}


def test_they_are_not_one_person_alone() -> None:
    alone = "Lind/PROPN/2/nsubj agreed/VERB/0/root/agree ./_PUNCT/2/punct"
    assert spoken(f"{alone}\n{THEY}", "They", Lind="PERSON") == set()


def test_the_two_ministers_are_those_named_together_before() -> None:
    assert spoken(f"{MET}\n{TWO}", "The two ministers", Lind="PERSON", Ferro="PERSON") == {"Lind", "Ferro"}


def test_the_three_ministers_are_not_two() -> None:
    three = TWO.replace("two/", "three/")
    assert spoken(f"{MET}\n{three}", "The three ministers", Lind="PERSON", Ferro="PERSON") == {"ministers"}


def test_who_meets_whom_is_a_pair_too() -> None:
    met = "Lind/PROPN/2/nsubj met/VERB/0/root/meet Ferro/PROPN/2/obj ./_PUNCT/2/punct"
    assert spoken(f"{met}\n{TWO}", "The two ministers", Lind="PERSON", Ferro="PERSON") == {"Lind", "Ferro"}


def test_two_countries_are_the_states_named_together() -> None:
    met = "Peru/PROPN/4/nsubj and/CCONJ/3/cc Chile/PROPN/1/conj agreed/VERB/0/root/agree ./_PUNCT/4/punct"
    both = "The/DET/3/det two/NUM/3/nummod countries/NOUN/4/nsubj/country/NNS trade/VERB/0/root ./_PUNCT/4/punct"
    assert spoken(f"{met}\n{both}", "The two countries", Peru="LOCATION", Chile="LOCATION") == {"Peru", "Chile"}


def test_a_court_is_called_by_the_noun_of_its_name() -> None:
    ruled = "The/DET/2/det Court/PROPN/7/nsubj of/ADP/4/case Appeals/PROPN/2/nmod for/ADP/6/case Ruthia/PROPN/4/nmod ruled/VERB/0/root/rule ./_PUNCT/7/punct"
    later = "The/DET/3/det appeals/NOUN/3/compound/appeal/NNS court/NOUN/4/nsubj closed/VERB/0/root/close ./_PUNCT/4/punct"
    draft = draft_of(f"{ruled}\n{later}")
    cast = find(marked(draft, Court_of_Appeals_for_Ruthia="ORGANIZATION"), [])
    assert [a.name for a in cast.actors for m in a.mentions if m.text == "The appeals court"] == ["Court of Appeals for Ruthia"]


def test_a_word_of_quantity_before_two_does_not_stop_the_reading() -> None:
    """ "Both of the two ministers": the word of quantity speaks of the two, and stands where no mention of theirs does."""
    both = "Both/DET/6/nsubj of/ADP/5/case the/DET/5/det two/NUM/5/nummod ministers/NOUN/1/nmod/minister/NNS left/VERB/0/root/leave ./_PUNCT/6/punct"
    assert spoken(f"{MET}\n{both}\n{THEY}", "the two ministers", Lind="PERSON", Ferro="PERSON") == {"Lind", "Ferro"}
