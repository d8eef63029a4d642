"""Embedders: words that decide how sure the event below them is, and whether it happened (`resources/embedders.csv`)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from onrecord.record.items import Certainty, Polarity

Effect = Literal["factive", "implicative", "negative", "hedge", "claim", "future", "wish", "attempt", "question", "request", "condition", "neutral"]
Ahead = Literal["", "past", "future"]


class Embedder(msgspec.Struct, frozen=True):
    """A word in one frame.

    `frame` is how the event hangs from it: xcomp (infinitive), gerund, ccomp (clause), obj (object, passive subject), subj, a preposition, or for
    words that hang from the event themselves aux, advmod, amod, det, case, mark. `certainty` and `polarity` are what it leaves of a certain event,
    `ahead` where it puts an event without tense (empty: where the word itself lies), `forms` its
    irregular inflections, `mean` the mean factuality (-3 to 3) of `n` events in this frame.
    """

    lemma: str
    pos: str
    frame: str
    effect: Effect
    certainty: Certainty
    polarity: Polarity
    ahead: Ahead
    forms: list[str]
    n: int
    mean: float | None


_PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective", "ADV": "adverb", "PART": "adverb", "DET": "determiner"}
_PARTS |= {"PRON": "pronoun", "SCONJ": "subordinator", "ADP": "preposition", "CCONJ": "adverb"}


_ENDINGS = (("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))


def regular(word: str) -> list[str]:
    """What a lower-case verb or noun may be a regular inflection of, itself first: "planned" may be "plann", "planne" and "plan"."""
    out = [word]
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)] + instead
            out.append(stem)
            if len(stem) > 3 and stem[-1] == stem[-2] and ending in ("ed", "ing"):
                out.append(stem[:-1])
    return out


@cache
def _rows() -> list[Embedder]:
    return msgspec.json.decode(files("onrecord").joinpath("data/embedders.json").read_bytes(), type=list[Embedder])


@cache
def _index() -> dict[tuple[str, str, str], Embedder]:
    return {(row.lemma, row.pos, row.frame): row for row in _rows()}


@cache
def _forms() -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for row in _rows():
        for form in row.forms:
            out.setdefault(form, []).append(row.lemma)
    return out


def embedder(lemma: str, upos: str, frame: str) -> Embedder | None:
    """The entry of this lemma, part of speech (UPOS, or a name of the table's own: modal) and frame, or null."""
    return _index().get((lemma.lower(), _PARTS.get(upos, upos), frame))


def embedder_of(lemma: str, text: str, upos: str, frame: str) -> Embedder | None:
    """The entry of a word as it stands in a text: by its lemma, or where that is none the table knows, by what its form may be an inflection of."""
    word = text.lower()
    for known in (lemma.lower(), word, *_forms().get(word, ()), *regular(word)):
        found = embedder(known, upos, frame)
        if found is not None:
            return found
    return None
