"""Clauses and whose word they are, on trees written by hand (the notation of test_phrases)."""

from __future__ import annotations

import msgspec
import pytest

from onrecord.understanding.clauses import governed, sourced, with_subjects
from onrecord.understanding.marks import Attribution, Name
from tests.understanding.test_phrases import tree


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The|det/2 mayor|nsubj/3 said|root/0 it|nsubj/5 rains|ccomp/3 .|punct/3", [("The mayor", "it rains")]),
        ("She|nsubj/2 came|root/0 and|cc/4 said|conj/2 it|nsubj/6 rains|ccomp/4", [("She", "it rains")]),
        ("She|nsubj/2 said|root/0 he|nsubj/4 ran|ccomp/2 and|cc/6 hid|conj/4", [("She", "he ran")]),
        ("It|expl/2 rains|root/0", []),
    ],
)
def test_a_governed_clause_is_its_governors_subjects_word(words: str, found: list[tuple[str, str]]) -> None:
    text, marks = tree(words)
    shown = [(text[slice(*a.source[0])], " ".join(text[slice(*r)] for r in a.content)) for a in governed(marks)]
    assert shown == found


def test_the_encoder_confirms_what_the_tree_governs_and_adds_what_it_does_not() -> None:
    text, marks = tree("She|nsubj/2 said|root/0 it|nsubj/4 rains|ccomp/2 ,|punct/2 they|nsubj/7 know|parataxis/2 he|nsubj/9 ran|ccomp/7 :|punct/2 go|dep/2")

    def shown(*spans: tuple[str, str, float]) -> list[tuple[str, str]]:
        named = [Name(text.index(words), text.index(words) + len(words), label, score) for words, label, score in spans]
        found = sourced(msgspec.structs.replace(marks, sourced=named))
        return [(text[slice(*a.source[0])], text[slice(*a.content[0])]) for a in found]

    assert shown() == []
    assert shown(("rains", "CONTENT", 0.4)) == [("She", "it rains")]
    assert shown(("go", "CONTENT", 0.9), ("they", "SOURCE", 0.9)) == [("they", "go")]
    assert shown(("go", "CONTENT", 0.5), ("they", "SOURCE", 0.9)) == []
    assert shown(("go", "CONTENT", 0.9)) == []


@pytest.mark.parametrize(
    ("words", "sources", "found"),
    [
        ("The|det/2 mayor|nsubj/3 said|root/0 it|nsubj/5 rains|ccomp/3 and|cc/7 added|conj/3 snow|obj/7", ["The mayor"], "The mayor"),
        ("The|det/2 mayor|nsubj/3 said|root/0 it|nsubj/5 rains|ccomp/3 and|cc/7 added|conj/3 snow|obj/7", ["mayor"], "mayor"),  # as the encoder bounds it
        ("The|det/2 mayor|nsubj/3 said|root/0 it|nsubj/5 rains|ccomp/3 and|cc/7 added|conj/3 snow|obj/7", [], None),
        ("It|expl/2 rains|root/0 ,|punct/2 added|parataxis/2 snow|obj/4", [], None),
    ],
)
def test_a_cue_without_source_has_its_subject_where_that_is_the_source_of_another(words: str, sources: list[str], found: str | None) -> None:
    text, marks = tree(words)

    def at(part: str) -> list[tuple[int, int]]:
        return [(text.index(part), text.index(part) + len(part))]

    seen = [Attribution(at(s), at("said"), at("rains"), 0.9) for s in sources] + [Attribution([], at("added"), at("snow"), 0.9)]
    last = with_subjects(msgspec.structs.replace(marks, attributions=seen))[-1]
    assert [text[s:e] for s, e in last.source] == ([found] if found else [])
    assert (last.cue, last.content) == (at("added"), at("snow"))
