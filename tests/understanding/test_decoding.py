"""Words, lemmas and spans from scores made by hand."""

import re

import numpy as np
import pytest

from onrecord.understanding.decoding.names import agreed, joined, tidy
from onrecord.understanding.decoding.tags import best_spans
from onrecord.understanding.decoding.words import cut_words, lemma
from onrecord.understanding.marks import Name
from onrecord.understanding.pieces import Pieces

TAGS = ["O", "B-A", "I-A", "B-B", "I-B"]


def _logits(*tags: str) -> np.ndarray:
    return np.array([[4.0 if t == tag else 0.0 for t in TAGS] for tag in tags], dtype=np.float32)


def test_an_inside_tag_never_stands_alone() -> None:
    logits = _logits("O", "I-A", "I-A", "O", "B-B")
    logits[1, TAGS.index("B-A")] = 3.0
    spans = best_spans(logits, TAGS, np.zeros(5, dtype=bool))
    assert [(s.first, s.last, s.label) for s in spans] == [(1, 3, "A"), (4, 5, "B")]


def test_no_span_crosses_a_break() -> None:
    breaks = np.array([True, False, True, False])
    spans = best_spans(_logits("B-A", "I-A", "I-A", "I-A"), TAGS, breaks)
    assert not any(s.first < 2 < s.last for s in spans)


def test_a_lasting_span_ends_only_where_it_is_likelier_by_so_much() -> None:
    logits = _logits("B-A", "I-A", "O", "I-A", "B-B", "I-B")
    logits[2, TAGS.index("I-A")] = 3.5  # by half a logarithm likelier outside
    whole = [(0, 4, "A"), (4, 6, "B")]  # another class may follow at any time
    free = np.zeros(6, dtype=bool)
    for hold, wanted in ((0.0, [(0, 2, "A"), (3, 4, "A"), (4, 6, "B")]), (0.9, whole)):
        logits[3, TAGS.index("B-A")] = 3.9
        spans = best_spans(logits, TAGS, free, ("A", hold))
        assert [(s.first, s.last, s.label) for s in spans] == wanted
    breaks = np.array([False, False, True, False, False, False])
    assert not any(s.first < 2 < s.last for s in best_spans(logits, TAGS, breaks, ("A", 0.9)))


@pytest.mark.parametrize(("form", "script", "expected"), [("Troops", "l1", "troop"), ("said", "l2y", "say"), ("Seoul", "c0", "Seoul"), ("was", "l3be", "be"), ("a", "l3be", "be")])
def test_lemma_scripts(form: str, script: str, expected: str) -> None:
    assert lemma(form, script) == expected


def test_words_cover_what_no_piece_covers_and_stop_at_blocks() -> None:
    text = "don't go\u200b now\n\nThen"
    starts = np.array([0, 2, 3, 4, 6, 10, 15], np.int32)
    ends = np.array([2, 3, 4, 5, 8, 13, 19], np.int32)
    space = np.array([2, 0, 0, 0, 1, 1, 2], np.int8)
    pieces = Pieces(np.zeros(7, np.int32), starts, ends, np.zeros(7, np.int8), space)
    tok = np.zeros((7, 3), np.float32)
    for i, kind in enumerate([1, 2, 0, 0, 1, 1, 1]):
        tok[i, kind] = 3.0
    words = cut_words(text, pieces, tok, np.tile(np.array([1.0, 0.0], np.float32), (7, 1)), range(7), {0, 15}, len(text))
    assert [text[s:e] for s, e in words.ranges] == ["do", "n't", "go\u200b", "now", "Then"]
    assert words.surfaces == [(0, 5), (0, 5), None, None, None]
    assert words.opens.tolist() == [True, False, False, False, True]


@pytest.mark.parametrize(("text", "opens"), [("They left. Chad won", True), ("They left, Chad won", False), ("They met Mr. Chad now", False)])
def test_a_sentence_begins_after_the_stop_of_a_small_word(text: str, opens: bool) -> None:
    """Whatever the encoder holds likely, within reason; a full stop after a title is none."""
    spans = [m.span() for m in re.finditer(r"\w+|[.,]", text)]
    starts, ends = (np.array(column, np.int32) for column in zip(*spans, strict=True))
    space = np.array([2] + [int(text[s - 1] == " ") for s, _ in spans[1:]], np.int8)
    pieces = Pieces(np.zeros(len(spans), np.int32), starts, ends, np.zeros(len(spans), np.int8), space)
    tok = np.tile(np.array([0.0, 3.0, 0.0], np.float32), (len(spans), 1))
    sent = np.tile(np.array([4.0, 0.0], np.float32), (len(spans), 1))
    words = cut_words(text, pieces, tok, sent, range(len(spans)), set(), len(text))
    assert [text[s:e] for (s, e), opened in zip(words.ranges, words.opens, strict=True) if opened] == ["They", *(["Chad"] if opens else [])]


def test_a_doubted_body_and_the_people_before_it_are_one_name() -> None:
    text = "The Kenyan Foreign Ministry met"
    people, body = Name(4, 10, "NORP", 0.8), Name(11, 27, "ORGANIZATION", 0.4)
    assert tidy([people, body], text) == [Name(4, 27, "ORGANIZATION", 0.4)]
    sure = Name(11, 27, "ORGANIZATION", 0.9)
    assert tidy([people, sure], text) == [people, sure]


@pytest.mark.parametrize(("written", "name"), [("Monday,", "Monday"), ("Honor and", "Honor"), ("the Bank of", "the Bank"), ("Borland", "Borland"), ("Doctors Without", "Doctors Without"), (", and", None)])
def test_no_name_ends_in_a_comma_or_conjunction(written: str, name: str | None) -> None:
    found = tidy([Name(0, len(written), "ORGANIZATION", 0.9)], f"{written} more")
    assert [written[n.start : n.end] for n in found] == ([name] if name else [])


@pytest.mark.parametrize(("label", "doubt", "opens", "wanted"), [("LOCATION", 1.5, False, 1), ("LOCATION", 3.0, False, 2), ("LOCATION", 1.5, True, 2), ("DATE", 1.5, False, 2)])
def test_two_near_names_are_one_where_the_tagger_nearly_said_so(label: str, doubt: float, opens: bool, wanted: int) -> None:
    tags = ["O", f"B-{label}", f"I-{label}"]
    logits = np.array([[0, 9, 0], [0, 0, 9], [9, 0, 9 - doubt], [0, 9, 8.9]], np.float32)
    breaks = np.array([False, False, False, opens])  # a sentence begins at the last word
    spans = best_spans(logits, tags, breaks)
    assert [(s.first, s.last) for s in spans] == [(0, 2), (3, 4)]
    assert len(joined(spans, logits, tags, breaks)) == wanted


def test_all_mentions_of_the_same_words_have_the_class_that_most_have() -> None:
    text = "Benfold Benfold Benfold Lake Lake 1999 1999 1999"
    labels = ["PERSON", "PRODUCT", "PRODUCT", "PERSON", "LOCATION", "DATE", "DATE", "QUANTITY"]
    names = [Name(m.start(), m.end(), label, 0.9) for m, label in zip(re.finditer(r"\w+", text), labels, strict=True)]
    assert [n.label for n in agreed(names, text)] == ["PRODUCT", "PRODUCT", "PRODUCT", "PERSON", "LOCATION", "DATE", "DATE", "QUANTITY"]


def test_a_surer_mention_outweighs_and_the_last_of_a_persons_name_is_a_person() -> None:
    text = "Lake Lake, Ana Soto, Soto"
    names = [Name(0, 4, "PERSON", 0.3), Name(5, 9, "LOCATION", 0.9), Name(11, 19, "PERSON", 0.9), Name(21, 25, "ORGANIZATION", 0.5)]
    assert [n.label for n in agreed(names, text)] == ["LOCATION", "LOCATION", "PERSON", "PERSON"]


@pytest.mark.parametrize("mark", ["'", "’"])
def test_what_follows_the_apostrophe_of_a_clitic_is_no_word(mark: str) -> None:
    """Even where every piece claims to begin one."""
    text = f"Kyiv{mark}s war"
    starts, ends = np.array([0, 4, 5, 7], np.int32), np.array([4, 5, 6, 10], np.int32)
    pieces = Pieces(np.zeros(4, np.int32), starts, ends, np.zeros(4, np.int8), np.array([2, 0, 0, 1], np.int8))
    begins = np.tile(np.array([0.0, 5.0, 0.0], np.float32), (4, 1))
    words = cut_words(text, pieces, begins, np.zeros((4, 2), np.float32), range(4), {0}, len(text))
    assert [text[s:e] for s, e in words.ranges] == ["Kyiv", f"{mark}s", "war"]
