"""Verbs whose subject stands in a paragraph above. Invented lines, parsed by hand."""

from __future__ import annotations

from onrecord.recording.statements.scene import Scene
from tests.recording.statements.parsed import draft_of

LEAD = "The/DET/2/det Council/PROPN/0/root of/ADP/5/case Coastal/PROPN/5/compound States/PROPN/2/nmod ,/_PUNCT/2/punct"
CONCERN = "Concerned/ADJ/0/root/concerned at/ADP/4/case the/DET/4/det shelling/NOUN/1/obl ,/_PUNCT/1/punct"
VERB = "Condemns/VERB/0/root/condemn/VBZ the/DET/3/det shelling/NOUN/1/obj ;/_PUNCT/1/punct"
LAST = "Welcomes/VERB/0/root/welcome/VBZ the/DET/3/det report/NOUN/1/obj ./_PUNCT/1/punct"
TOLD = "Nobody/PRON/2/nsubj answered/VERB/0/root/answer ./_PUNCT/2/punct"


def _held(*paragraphs: str) -> list[tuple[str, list[str]]]:
    scene = Scene(draft_of(*paragraphs))
    return [(scene.tokens[verb].text, [scene.tokens[i].text for i in holders]) for verb, holders in scene.operative.items()]


def test_the_body_above_holds_what_its_verbs_say_across_open_paragraphs() -> None:
    assert _held(LEAD, CONCERN, VERB, LAST) == [("Condemns", ["Council"]), ("Welcomes", ["Council"])]


def test_running_text_between_ends_what_the_body_holds() -> None:
    assert _held(LEAD, TOLD, VERB) == []


def test_a_verb_with_no_body_above_it_is_nobodys() -> None:
    assert _held(CONCERN, VERB) == []
