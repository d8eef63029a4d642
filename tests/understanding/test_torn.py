"""Parses that cannot be, mended: written by hand, invented."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.understanding.decoding.closed import open_classes, reopen
from onrecord.understanding.decoding.torn import mend
from onrecord.understanding.decoding.trees import doubled

_FINE = {"VERB": "VBD", "AUX": "MD", "NOUN": "NN", "PROPN": "NNP", "PRON": "PRP", "DET": "DT", "ADP": "IN", "SCONJ": "IN", "PUNCT": ",", "ADJ": "JJ"}


def _mended(words: str) -> dict[str, tuple[str, str]]:
    """Head and relation of each word after mending; each token `form/UPOS/head/relation[/XPOS]`, heads counted from 1."""
    items = [w.split("/") for w in words.split()]
    labels = sorted({i[3] for i in items} | {"ccomp", "csubj", "advcl", "obj", "nsubj", "mark", "nmod:poss"})
    forms, upos = [i[0] for i in items], [i[1] for i in items]
    heads, relations = np.array([int(i[2]) - 1 for i in items]), np.array([labels.index(i[3]) for i in items])
    mend(forms, heads, relations, (upos, [i[4] if len(i) > 4 else _FINE.get(i[1], "") for i in items]), labels)
    return {form: (forms[h] if h >= 0 else "", labels[r]) for form, h, r in zip(forms, heads.tolist(), relations.tolist(), strict=True)}


def test_a_clause_with_that_has_a_finite_verb() -> None:
    """ "Soto repeated that Lima turning to Oslo, if true, shows despair": what is repeated is "shows"."""
    found = _mended(
        "Soto/PROPN/2/nsubj repeated/VERB/0/root that/SCONJ/5/mark Lima/PROPN/5/nsubj turning/VERB/2/advcl/VBG to/ADP/7/case Oslo/PROPN/5/obl ,/PUNCT/10/punct if/SCONJ/10/mark "
        "true/ADJ/12/advcl ,/PUNCT/12/punct shows/VERB/2/conj/VBZ despair/NOUN/12/obj"
    )
    assert (found["shows"], found["that"], found["turning"]) == (("repeated", "ccomp"), ("shows", "mark"), ("shows", "csubj"))


def test_what_stands_behind_the_clauses_verb_is_its_own() -> None:
    """The verb taken for a plural noun and its object taken for that of the verb above it: both are the clause's."""
    found = _mended(
        "Soto/PROPN/2/nsubj repeated/VERB/0/root that/SCONJ/5/mark Lima/PROPN/5/nsubj turning/VERB/2/advcl/VBG away/ADV/5/advmod ,/PUNCT/8/punct "
        "shows/VERB/2/conj/NNS despair/NOUN/2/obj"
    )
    assert (found["shows"], found["despair"]) == (("repeated", "ccomp"), ("shows", "obj"))


def test_what_is_joined_by_a_conjunction_stays_joined() -> None:
    words = "Soto/PROPN/2/nsubj asked/VERB/0/root that/SCONJ/5/mark Lima/PROPN/5/nsubj paying/VERB/2/ccomp/VBG and/CCONJ/7/cc left/VERB/2/conj/VBD"
    assert _mended(words)["left"] == ("asked", "conj")


def test_if_belongs_to_its_own_clause() -> None:
    """ "warned that if they fire, we will answer": "if" marks "fire"."""
    found = _mended(
        "warned/VERB/0/root that/SCONJ/9/mark if/SCONJ/9/mark they/PRON/5/nsubj fire/VERB/9/xcomp/VBP ,/PUNCT/5/punct we/PRON/9/nsubj will/AUX/9/aux answer/VERB/1/ccomp/VB"
    )
    assert (found["if"], found["fire"], found["that"]) == (("fire", "mark"), ("answer", "advcl"), ("answer", "mark"))


@pytest.mark.parametrize(("noun", "relation"), [("raid", "obj"), ("week", "obl")])
def test_a_bare_phrase_behind_a_verb_is_its_object(noun: str, relation: str) -> None:
    assert _mended(f"Chile/PROPN/2/nsubj condemned/VERB/0/root the/DET/4/det {noun}/NOUN/2/obl")[noun] == ("condemned", relation)


def test_a_phrase_belongs_to_the_verb_before_it_and_not_beyond_a_comma() -> None:
    found = _mended("if/SCONJ/3/mark troops/NOUN/3/nsubj go/VERB/8/advcl/VBP into/ADP/5/case combat/NOUN/8/obl ,/PUNCT/3/punct they/PRON/8/nsubj become/VERB/0/root/VBP")
    assert found["combat"] == ("go", "obl")


def test_no_tree_gets_a_circle() -> None:
    """A verb that hangs from the phrase behind it cannot be above it."""
    found = _mended("go/VERB/3/acl/VB into/ADP/3/case combat/NOUN/5/obl ,/PUNCT/5/punct ends/VERB/0/root/VBZ")
    assert found["combat"] == ("ends", "obl")


def test_a_clause_of_time_has_its_subject() -> None:
    found = _mended("fired/VERB/0/root before/ADP/4/case the/DET/4/det truce/NOUN/1/obl began/VERB/4/acl/VBD")
    assert (found["began"], found["truce"], found["before"]) == (("fired", "advcl"), ("began", "nsubj"), ("began", "mark"))


def test_a_clause_of_time_has_its_subject_where_its_mark_hangs_from_its_verb() -> None:
    found = _mended("fired/VERB/0/root before/SCONJ/5/mark the/DET/4/det truce/NOUN/1/obl began/VERB/4/acl/VBD")
    assert (found["began"], found["truce"]) == (("fired", "advcl"), ("began", "nsubj"))


@pytest.mark.parametrize("owner", ["4/nsubj", "5/nsubj"])
def test_who_has_an_s_owns_the_noun_behind_it(owner: str) -> None:
    """ "Soto's campaign said": two subjects, or the one of the other, where there is an owner."""
    found = _mended(f"Mr/PROPN/2/nmod:desc Soto/PROPN/{owner} 's/PART/2/case campaign/NOUN/5/nsubj said/VERB/0/root/VBD so/ADV/5/advmod")
    assert (found["Soto"], found["campaign"]) == (("campaign", "nmod:poss"), ("said", "nsubj"))


def test_what_an_owner_stands_before_is_not_always_owned() -> None:
    words = "Soto/PROPN/5/nsubj 's/PART/1/case ,/PUNCT/5/punct then/ADV/5/advmod said/VERB/0/root/VBD"
    assert _mended(words)["Soto"] == ("said", "nsubj")


def test_who_has_an_object_and_no_auxiliary_acts() -> None:
    assert _mended("Kelland/PROPN/2/nsubj:pass sold/VERB/0/root/VBN ships/NOUN/2/obj")["Kelland"] == ("sold", "nsubj")
    assert _mended("Kelland/PROPN/2/nsubj:pass sold/VERB/0/root/VBD ships/NOUN/2/obj")["Kelland"] == ("sold", "nsubj")
    assert _mended("Kelland/PROPN/3/nsubj:pass was/AUX/3/aux:pass sold/VERB/0/root/VBN ships/NOUN/3/obj")["Kelland"] == ("sold", "nsubj:pass")


def test_what_stands_before_an_owner_is_its_own() -> None:
    found = _mended("the/DET/6/det Danish/ADJ/6/amod ministry/NOUN/6/nmod:poss 's/PART/3/case press/NOUN/6/compound envoy/NOUN/0/root")
    assert (found["the"], found["Danish"], found["press"]) == (("ministry", "det"), ("ministry", "amod"), ("envoy", "compound"))


def test_of_two_subjects_the_first_has_the_verb_between() -> None:
    """ "Lima said troops were sent": Lima is no subject of "sent"."""
    heads, subject, verb = np.array([4, -1, 4, 4, 1]), np.array([True, False, True, False, False]), np.array([False, True, False, True, True])
    barred = doubled(heads, subject, verb)
    assert barred[0, 4]
    assert barred.sum() == 1
    assert not doubled(heads, subject, np.zeros(5, dtype=bool)).any()


@pytest.mark.parametrize(
    ("form", "upos", "first", "classes"),
    [
        ("opposition", "ADV", False, ("NOUN",)), ("quickly", "ADV", False, ()), ("before", "ADP", False, ()), ("opposed", "PART", False, ("VERB",)),
        ("Zelvik", "PART", False, ("PROPN",)), ("Zelvik", "PART", True, ()), ("zelvik", "PART", False, ()), ("to", "PART", False, ()), ("opposition", "NOUN", False, ()), ("goodbye", "INTJ", False, ()),
    ],
)  # fmt: skip
def test_words_of_closed_classes_are_known_ones(form: str, upos: str, first: bool, classes: tuple[str, ...]) -> None:
    assert set(classes) <= set(found := open_classes(form, upos, first=first))
    assert bool(found) == bool(classes)


def test_the_likeliest_open_class_is_taken() -> None:
    labels = {"upos": ["ADV", "NOUN", "PROPN"], "xpos": ["RB", "NN", "NNS", "NNP"]}
    upos, xpos = np.array([0, 1]), np.array([0, 2])
    at = {"upos": np.array([[9.0, 2, 1], [0, 9, 0]], np.float32), "xpos": np.array([[9.0, 1, 2, 0], [0, 0, 9, 0]], np.float32)}
    assert reopen(["opposition", "ships"], np.array([True, False]), upos, xpos, at, labels) == [0]
    assert (upos.tolist(), xpos.tolist()) == ([1, 1], [2, 2])
