"""From a head to its phrase, on trees written by hand: `form relation head` a word, heads counted from 1."""

from __future__ import annotations

import pytest

from onrecord.understanding.marks import Argument, Marks, Token
from onrecord.understanding.phrases import argument, mention

_TAGS = {"nsubj": "NOUN", "obj": "NOUN", "punct": "PUNCT", "det": "DET", "case": "ADP", "amod": "ADJ", "root": "VERB", "xcomp": "VERB"}


def tree(words: str) -> tuple[str, Marks]:
    rows = [(form, *place.rsplit("/", 1)) for form, place in (word.split("|") for word in words.split())]
    text, tokens = "", []
    for form, kind, head in rows:
        relation, _, upos = kind.partition("=")
        tokens.append(Token(len(text), len(text) + len(form), form, form, upos or _TAGS.get(relation, "X"), "", int(head) - 1, relation, 0))
        text += form + " "
    return text, Marks(tokens=tokens, sentences=[])


@pytest.mark.parametrize(
    ("words", "predicate", "role", "head", "phrase"),
    [
        ("Troops|nsubj/2 shelled|root/0 the|det/5 old|amod/5 port|obj/2 .|punct/2", 2, "ARG1", 5, "the old port"),
        ("It|nsubj/5 was|cop/5 also|advmod=ADV/5 a|det/5 warning|root=NOUN/0 .|punct/5", 2, "ARG2", 5, "a warning"),
        ("It|nsubj/4 was|cop/4 very|advmod=ADV/4 quiet|root=ADJ/0 ,|punct/8 and|cc/8 they|nsubj/8 left|conj/4 .|punct/4", 2, "ARG2", 4, "very quiet"),
        ("with|case/3 the|det/3 troops|obl=NOUN/0 that|nsubj/5 left|acl:relcl/3", 5, "ARG0", 3, "the troops"),
        ("Let|root/0 me|obj/1 know|xcomp/1", 1, "ARG1", 2, "me know"),
        ("In|case/2 May|obl=NOUN/5 ,|punct/2 they|nsubj/5 left|root/0", 5, "TMP", 2, "In May"),
        ("They|nsubj/2 quit|root/0 the|det/4 club|obj/2 (|punct/6 UN|appos=PROPN/4 )|punct/6", 2, "ARG1", 4, "the club ( UN )"),
        ("She|nsubj/4 has|aux/4 not|advmod/4 come|root/0", 4, "NEG", 3, "not"),
    ],
)
def test_the_phrase_of_an_argument(words: str, predicate: int, role: str, head: int, phrase: str) -> None:
    text, marks = tree(words)
    assert text[slice(*argument(marks, Argument(predicate - 1, role, head - 1, 1.0)))] == phrase


@pytest.mark.parametrize(
    ("words", "head", "phrase"),
    [
        ("of|case/3 the|det/3 town|nmod=NOUN/0 ,|punct/6 a|det/6 port|appos=NOUN/3", 3, "the town"),
        ("the|det/2 boy|nmod:poss=NOUN/4 's|case/2 dog|root=NOUN/0", 2, "the boy 's"),
        ("(|punct/3 the|det/3 Club|appos=PROPN/0 )|punct/3", 3, "the Club"),
        ("only|advmod/3 two|nummod/3 men|nsubj/4 left|root/0", 3, "two men"),
        ("men|nsubj=NOUN/0 and|cc/3 women|conj=NOUN/1", 1, "men"),
    ],
)
def test_the_phrase_of_a_mention(words: str, head: int, phrase: str) -> None:
    text, marks = tree(words)
    assert text[slice(*mention(marks, head - 1))] == phrase
