"""What the order of words says of a name, where a parse went wrong. Invented sentences, parsed by hand, heads wrong on purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.recording.actors import find
from onrecord.understanding.marks import Name
from tests.recording.statements.parsed import draft_of

if TYPE_CHECKING:
    from onrecord.recording.draft import Draft


def marked(draft: Draft, **labels: str) -> Draft:
    """The draft with these words as names; `_` stands for a space."""
    for words, label in labels.items():
        name = words.replace("_", " ")
        at = draft.text.index(name)
        draft.marks.names.append(Name(at, at + len(name), label, 1.0))
    return draft


def forms(draft: Draft) -> dict[str, tuple[str, str]]:
    """For each mention's words the actor's name and the mention's form."""
    return {m.text: (actor.name, m.form) for actor in find(draft, []).actors for m in actor.mentions}


def test_two_capitals_before_a_verb_are_two_governments() -> None:
    draft = draft_of("""Envoys/NOUN/2/nsubj/envoy/NNS left/VERB/0/root as/SCONJ/7/mark Oslo/PROPN/7/nsubj and/CCONJ/6/cc Lima/PROPN/1/conj
agreed/VERB/2/advcl/agree ./_PUNCT/2/punct""".replace("\n", " "))  # fmt: skip
    found = forms(marked(draft, Oslo="LOCATION", Lima="LOCATION"))
    assert (found["Oslo"], found["Lima"]) == (("Norway", "metonym"), ("Peru", "metonym"))


def test_an_owner_s_mark_outweighs_the_preposition_before_it() -> None:
    draft = draft_of(
        "Troops/NOUN/2/nsubj/troop/NNS fought/VERB/0/root in/ADP/4/case Lima/PROPN/6/compound 's/_PART/4/case war/NOUN/2/obl ./_PUNCT/2/punct"
    )
    assert forms(marked(draft, Lima="LOCATION"))["Lima"] == ("Peru", "metonym")


def test_a_role_after_the_name_belongs_to_it_whatever_its_head() -> None:
    draft = draft_of(
        "Ada/PROPN/9/nsubj Brenn/PROPN/1/flat ,/_PUNCT/9/punct the/DET/5/det Pentagon/PROPN/8/nmod 's/_PART/5/case deputy/ADJ/8/amod spokeswoman/NOUN/9/obl "
        "spoke/VERB/0/root/speak ./_PUNCT/9/punct".replace(" spokeswoman/NOUN/9/obl ", " spokeswoman/NOUN/9/obl ,/_PUNCT/9/punct ").replace(
            "/9/", "/10/"
        ),
    )
    cast = find(marked(draft, Ada_Brenn="PERSON", Pentagon="ORGANIZATION"), [])
    ada = next(actor for actor in cast.actors if actor.name == "Ada Brenn")
    body = next(actor for actor in cast.actors if actor.name == "Pentagon")
    assert [(role.title, role.of) for role in ada.roles] == [("deputy spokeswoman", body.id)]
    assert ada.country == "USA"


@pytest.mark.parametrize("words", ["Democratic People's Republic of Korea", "DPRK", "South Korea"])
def test_a_state_is_found_by_its_spelling_alone(words: str) -> None:
    pieces = words.replace("'s", " 's").split()
    last = len(pieces) + 1
    name = " ".join(f"{piece}/{'_' if piece == chr(39) + 's' else ''}PROPN/{last}/nsubj" for piece in pieces)
    draft = draft_of(f"{name} refused/VERB/0/root/refuse ./_PUNCT/{last}/punct")
    assert forms(draft)[words][0] in ("North Korea", "South Korea")


def test_a_second_subject_of_one_verb_is_another_clauses() -> None:
    """ "Marta Kell was so tired that she left" with both hung on one verb."""
    draft = marked(
        draft_of(
            "Marta/PROPN/4/nsubj Kell/PROPN/1/flat had/AUX/4/aux/have become/VERB/0/root so/ADV/6/advmod tired/ADJ/4/xcomp that/SCONJ/9/mark "
            "she/PRON/4/nsubj left/VERB/4/conj/leave ./_PUNCT/4/punct"
        ),
        Marta_Kell="PERSON",
    )
    assert forms(draft)["she"] == ("Marta Kell", "pronoun")


def test_it_is_the_subject_of_the_sentence_before() -> None:
    """ "The Fishery gave another account. It said …", though the Chamber spoke oftener before."""
    draft = marked(
        draft_of(
            "The/DET/2/det Chamber/PROPN/3/nsubj said/VERB/0/root/say boats/NOUN/5/nsubj/boat/NNS left/VERB/3/ccomp/leave ./_PUNCT/3/punct",
            "It/PRON/2/nsubj said/VERB/0/root/say nets/NOUN/4/nsubj/net/NNS tore/VERB/2/ccomp/tear ./_PUNCT/2/punct",
            "The/DET/2/det Fishery/PROPN/3/nsubj gave/VERB/0/root/give another/DET/5/det account/NOUN/3/obj ./_PUNCT/3/punct",
            "It/PRON/2/nsubj said/VERB/0/root/say ropes/NOUN/4/nsubj/rope/NNS broke/VERB/2/ccomp/break ./_PUNCT/2/punct",
        ),
        Chamber="ORGANIZATION",
        Fishery="ORGANIZATION",
    )
    found = [(m.text, actor.name) for actor in find(draft, []).actors for m in actor.mentions if m.text == "It"]
    assert found == [("It", "Chamber"), ("It", "Fishery")]
