"""Predicates: which words express which PLOVER event, and where its parties stand (`resources/predicates.csv`, `classes.csv`)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

import msgspec

from onrecord.record.items import PloverType

if TYPE_CHECKING:
    from collections.abc import Iterable

Part = Literal["verb", "noun", "adj"]


class Requirement(msgspec.Struct, frozen=True):
    """What must fill a slot (or, `negative`, must not): one of `classes`.

    A class is a row of `classes.csv` or one of six words: any (the slot is filled), none (it is empty), infinitive (the content is an infinitive),
    owned (an actor, or a thing that belongs to one: "its demand", "the Iranian decision", "the vote of parliament"), place (a name of a place),
    politician (a person who holds, held or seeks an office, or sits for a party).
    """

    slot: str
    classes: tuple[str, ...]
    negative: bool = False


class Entry(msgspec.Struct, frozen=True):
    """A word or phrase that expresses an event.

    `words` (particle, preposition, adverb, parts of a compound) must all stand in its phrase; one of `objects` (lemmas), if there are any, must head
    its object, the phrase of the last of `words`, or its infinitive; in the passive the object is the subject. `actors` and `recipients` are
    the slots where the parties stand, first found first taken; reciprocal predicates have all their slots in `actors`. Slots: subj, obj, iobj;
    clause (subject of the content clause, object of an infinitive); poss (possessor or adjective of nationality); else a preposition.
    A party that owns what fills the slot counts as filling it. In the passive subj and obj trade places ("by").
    `strength` is the share of clauses with this predicate in world news that tell an event of this type; `verbal`: the act is done by saying it.
    """

    lemma: str
    pos: Part
    words: tuple[str, ...]
    objects: tuple[str, ...]
    type: PloverType
    mode: str | None
    frame: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    requires: tuple[Requirement, ...]
    strength: float
    verbal: bool

    @property
    def reciprocal(self) -> bool:
        """Whether all parties are actors, as in "held talks with"."""
        return "+" in self.frame

    @property
    def weight(self) -> int:
        """How much the entry demands: of two that fit, the heavier one is right."""
        return 4 * len(self.words) + 4 * bool(self.objects) + len(self.requires)


class NounClass(msgspec.Struct, frozen=True):
    """Nouns (lemmas) and actors (by kind or PLOVER sector) that may fill a slot."""

    noun: frozenset[str]
    kind: frozenset[str]
    sector: frozenset[str]


class _Tables(msgspec.Struct, frozen=True):
    entries: list[Entry]
    classes: dict[str, NounClass]


@cache
def _tables() -> _Tables:
    return msgspec.json.decode(files("onrecord").joinpath("data/predicates.json").read_bytes(), type=_Tables)


@cache
def _index() -> dict[tuple[str, Part], list[Entry]]:
    index: dict[tuple[str, Part], list[Entry]] = {}
    for entry in sorted(_tables().entries, key=lambda e: (-e.weight, -e.strength)):
        index.setdefault((entry.lemma, entry.pos), []).append(entry)
    return index


def of_verb(lemma: str) -> list[Entry]:
    """Entries headed by this verb, those that demand most first."""
    return _index().get((lemma.lower(), "verb"), [])


def of_noun(lemma: str) -> list[Entry]:
    """Entries headed by this noun, those that demand most first."""
    return _index().get((lemma.lower(), "noun"), [])


def of_adj(lemma: str) -> list[Entry]:
    """Entries headed by this adjective, those that demand most first."""
    return _index().get((lemma.lower(), "adj"), [])


def in_class(name: str, noun: str, *, kind: str | None = None, sectors: Iterable[str] = ()) -> bool:
    """Whether the noun (lemma), or the actor of this kind and these sectors, is of the class."""
    known = _tables().classes.get(name)
    if known is None:
        return False
    return noun.lower() in known.noun or (kind is not None and kind in known.kind) or any(sector in known.sector for sector in sectors)


def is_class(name: str) -> bool:
    """Whether there is a class of this name."""
    return name in _tables().classes


def entries() -> list[Entry]:
    """All entries, in the order of the table."""
    return _tables().entries
