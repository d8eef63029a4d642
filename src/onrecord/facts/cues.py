"""Cue words: which words attribute speech and thought, with what act, and how they take their content (`resources/cues.csv`)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from onrecord.record.items import Act, Distance, OccasionKind

Part = Literal["verb", "noun", "adjective", "adverb"]
Frame = Literal["c", "i", "o", "oi", "oa", "op", "p", "s", "t"]


class Cue(msgspec.Struct, frozen=True):
    """A word that attributes.

    `frames` says what its content is: c a clause or quotation, i an infinitive, o its object, oi object and infinitive, oa object and what it is
    held to be, op object and prepositional phrase, p a phrase with one of `prepositions` (`for:demand` gives that phrase an act of its own),
    s its subject where it is passive; t: its object is the one told. `effect` is what it does to the certainty of its content (factive, hedge,
    claim, negative, future, wish, question or nothing); `strength` how often the word was a cue where it stood in PolNeAR train.
    """

    lemma: str
    pos: Part
    act: Act
    distance: Distance
    kind: str
    frames: list[Frame]
    prepositions: list[str]
    effect: str
    strength: float

    def takes(self, *frames: Frame) -> bool:
        """Whether it has one of these frames."""
        return any(frame in self.frames for frame in frames)

    def act_with(self, preposition: str) -> Act | None:
        """Its act with a content that this preposition introduces; null where it takes none such."""
        for known in self.prepositions:
            word, _, act = known.partition(":")
            if word == preposition:
                return msgspec.convert(act, Act) if act else self.act
        return None


class _Tables(msgspec.Struct, frozen=True):
    cues: list[Cue]
    occasions: dict[str, OccasionKind]


_PARTS: dict[str, Part] = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective", "ADV": "adverb"}


@cache
def _tables() -> _Tables:
    return msgspec.json.decode(files("onrecord").joinpath("data/cues.json").read_bytes(), type=_Tables)


@cache
def _index() -> dict[tuple[str, Part], Cue]:
    return {(cue.lemma, cue.pos): cue for cue in _tables().cues}


def cue(lemma: str, upos: str) -> Cue | None:
    """The cue word with this lemma and part of speech (UPOS), or null."""
    part = _PARTS.get(upos)
    return _index().get((lemma.lower(), part)) if part else None


def occasion(word: str) -> OccasionKind | None:
    """What kind of occasion this noun (lemma or word, lower case) names, or null."""
    return _tables().occasions.get(word)
