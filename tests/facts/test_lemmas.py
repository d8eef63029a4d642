"""Base forms of irregular, regular and ambiguous forms."""

import csv
from pathlib import Path

import pytest

from onrecord.facts.lemmas import is_base, lemma, tables

RESOURCES = Path(__file__).parents[2] / "resources"
VERBS = """
    expressed VBD express; added VBD add; alleging VBG allege; carried VBN carry; located VBN locate; agreed VBD agree; freed VBN free; died VBD die;
    dying VBG die; tied VBN tie; denies VBZ deny; refuses VBZ refuse; passes VBZ pass; vetoed VBD veto; planned VBD plan; planed VBD plane;
    referred VBD refer; visited VBD visit; cancelled VBN cancel; focused VBN focus; hoping VBG hope; putting VBG put; telling VBG tell; citing VBG cite;
    panicked VBD panic; picked VBD pick; felled VBN fell; fell VBD fall; fled VBD flee; sought VBD seek; sworn VBN swear; shot VBD shoot; slain VBN slay;
    found VBD find; left VBD leave; rose VBD rise; lay VBD lie; lay VB lay; wound VBD wind; leaves VBZ leave; read VBD read; lead VBP lead; led VBD lead;
    re-elected VBN re-elect; overthrown VBN overthrow; hurt VBN hurt; Said VBD say; bases VBZ base; barred VBN bar; kidnapped VBN kidnap
"""
NOUNS = """
    families NNS family; deputies NNS deputy; armies NNS army; crises NNS crisis; wives NNS wife; knives NNS knife; heroes NNS hero; buses NNS bus;
    clashes NNS clash; ceasefires NNS ceasefire; hostages NNS hostage; strikes NNS strike; men NNS man; children NNS child; gunmen NNS gunman;
    spokeswomen NNS spokeswoman; criteria NNS criterion; bases NNS base; leaves NNS leaf; axes NNS axe; rose NN rose; wound NN wound; meeting NN meeting;
    Officials NNS official; series NNS series; police NNS police; schoolchildren NN schoolchild
"""


def _cases(table: str) -> list[list[str]]:
    return [case.split() for case in table.split(";")]


@pytest.mark.parametrize(("form", "xpos", "expected"), _cases(VERBS))
def test_verbs(form: str, xpos: str, expected: str) -> None:
    assert lemma(form, "VERB", xpos) == expected


@pytest.mark.parametrize(("form", "xpos", "expected"), _cases(NOUNS))
def test_nouns(form: str, xpos: str, expected: str) -> None:
    assert lemma(form, "NOUN", xpos) == expected


@pytest.mark.parametrize(
    ("form", "upos", "xpos", "expected"),
    [
        ("larger", "ADJ", "JJR", "large"), ("biggest", "ADJ", "JJS", "big"), ("worst", "ADJ", "JJS", "bad"), ("happier", "ADJ", "JJR", "happy"),
        ("left", "ADJ", "JJ", "left"), ("Iranian", "ADJ", "JJ", "Iranian"), ("later", "ADV", "RBR", "late"), ("better", "ADV", "RBR", "well"),
        ("'s", "AUX", "VBZ", "be"), ("'d", "AUX", "MD", "would"), ("’ll", "AUX", "MD", "will"), ("wo", "AUX", "MD", "will"), ("n’t", "PART", "RB", "not"),
        ("them", "PRON", "PRP", "they"), ("these", "DET", "DT", "this"),
    ],
)  # fmt: skip
def test_other_parts_of_speech(form: str, upos: str, xpos: str, expected: str) -> None:
    assert lemma(form, upos, xpos) == expected


def test_a_proper_noun_keeps_its_form() -> None:
    assert lemma("Rivers", "PROPN", "NNPS") == "Rivers"


def test_what_nobody_knows_has_no_lemma() -> None:
    assert lemma("zqxblorped", "VERB", "VBD") is None
    assert lemma("ZQX", "NOUN", "NN") is None


def test_a_wrong_tag_does_not_hide_an_inflected_form() -> None:
    assert lemma("families", "NOUN", "NN") == "family"
    assert lemma("sought", "VERB", "VB") == "seek"


def test_base_forms_are_of_a_part_of_speech() -> None:
    assert is_base("allege", "VERB")
    assert not is_base("alleg", "VERB")
    assert not is_base("familie", "NOUN")


def test_the_compiled_tables_are_those_of_the_resources() -> None:
    with (RESOURCES / "lemmas.csv").open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert all(row["source"] for row in rows)
    assert sum(map(len, tables().irregular.values())) == len(rows)
    with (RESOURCES / "base_forms.csv").open(encoding="utf8", newline="") as file:
        assert sum(len(row["upos"].split()) for row in csv.DictReader(file)) == sum(map(len, tables().bases.values()))
