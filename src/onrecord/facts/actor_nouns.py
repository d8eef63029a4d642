"""Nouns for those who act: persons, bodies, forces, peoples (`resources/actor_nouns.csv`)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

NounKind = Literal["person", "body", "government", "forces", "armed", "armed_body", "people", "outlet"]


class ActorNoun(msgspec.Struct, frozen=True):
    """A noun (lemma) that names one who acts; `sector` a PLOVER code or nothing, `gender` m, f or nothing, `title` whether it stands before names."""

    noun: str
    kind: NounKind
    sector: str
    gender: str
    title: bool


@cache
def _nouns() -> dict[str, ActorNoun]:
    read = msgspec.json.decode(files("onrecord").joinpath("data/actor_nouns.json").read_bytes(), type=list[ActorNoun])
    return {noun.noun: noun for noun in read}


def noun(word: str) -> ActorNoun | None:
    """What this noun names (lemma or plural, any case), or null where it names nobody."""
    known, low = _nouns(), word.lower()
    for form in _forms(low):
        if form in known:
            return known[form]
    return None


def _forms(low: str) -> list[str]:
    """The word, what it may be the plural of, and its last part after a hyphen."""
    forms = [low]
    if low.endswith("men"):
        forms.append(low[:-3] + "man")
    if low.endswith("ies"):
        forms.append(low[:-3] + "y")
    if low.endswith("es"):
        forms.append(low[:-2])
    if low.endswith("s"):
        forms.append(low[:-1])
    if "-" in low:
        forms += _forms(low.rsplit("-", 1)[1])
    return forms
