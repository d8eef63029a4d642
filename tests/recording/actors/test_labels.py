"""Labels of turns, words laid down in brackets, "they" for a government. Invented sentences, parsed by hand."""

from __future__ import annotations

from tests.recording.actors.test_order import forms, marked
from tests.recording.statements.parsed import draft_of

TALK = "{0}/PROPN/3/nsubj :/_PUNCT/1/punct came/VERB/0/root/come ./_PUNCT/3/punct"
ASKED = "{0}/PROPN/4/nsubj :/_PUNCT/1/punct who/PRON/4/nsubj came/VERB/0/root/come ?/_PUNCT/4/punct"


def test_a_label_in_capitals_is_whom_the_text_names_in_full() -> None:
    draft = draft_of(
        "Ada/PROPN/3/nsubj Brenn/PROPN/1/flat met/VERB/0/root/meet Jon/PROPN/3/obj Lind/PROPN/4/flat ./_PUNCT/3/punct",
        ASKED.format("BRENN"), TALK.format("LIND"), ASKED.format("BRENN"),
    )  # fmt: skip
    found = forms(marked(draft, Ada_Brenn="PERSON", Jon_Lind="PERSON"))
    assert found["BRENN"] == ("Ada Brenn", "name")
    assert found["LIND"] == ("Jon Lind", "name")


def test_a_word_laid_down_in_brackets_stands_for_the_name_before_it() -> None:
    draft = draft_of(
        'Ada/PROPN/9/nsubj Brenn/PROPN/1/flat (/PUNCT/6/punct "/_PUNCT/6/open the/_DET/6/det claimant/NOUN/1/appos "/_PUNCT/6/punct )/_PUNCT/6/punct '
        "sued/VERB/0/root/sue ./_PUNCT/9/punct\nThe/DET/2/det claimant/NOUN/3/nsubj won/VERB/0/root/win ./_PUNCT/3/punct"
    )
    assert forms(marked(draft, Ada_Brenn="PERSON"))["The claimant"] == ("Ada Brenn", "nominal")


def test_no_judge_is_nobody() -> None:
    draft = draft_of(
        "The/DET/2/det judge/NOUN/3/nsubj left/VERB/0/root/leave ./_PUNCT/3/punct\nNo/DET/2/det lawyer/NOUN/3/nsubj spoke/VERB/0/root/speak ./_PUNCT/3/punct"
    )
    found = forms(marked(draft))
    assert "The judge" in found
    assert "No lawyer" not in found


def test_a_government_that_takes_a_plural_verb_is_they() -> None:
    draft = draft_of(
        "The/DET/2/det Government/NOUN/3/nsubj contend/VERB/0/root/contend/VBP that/SCONJ/6/mark it/PRON/6/nsubj rained/VERB/3/ccomp/rain ./_PUNCT/3/punct\n"
        "They/PRON/2/nsubj deny/VERB/0/root/deny/VBP the/DET/4/det rest/NOUN/2/obj ./_PUNCT/2/punct"
    )
    assert forms(marked(draft))["They"][0] == "Government"
