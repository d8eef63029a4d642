"""Whom a definite noun speaks of where no rule ties it to anybody: the actor that the encoder finds likeliest, if it is likely enough and stands out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns
from onrecord.recording.actors.epithets import ONE_OF_A_KIND

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.recording.actors.gathering import Entity, Gathering
    from onrecord.recording.actors.owners import Owner
    from onrecord.recording.actors.phrase import Phrase

PERSON, BODY = -0.5, 0.5  # log odds that are needed
OFFICE = 1.0  # the same of a holder of an office who may be spoken of without having been named
MARGIN = 0.5  # by how much the likeliest must be likelier than the next


def odds(gathering: Gathering, token: int) -> dict[str, float]:
    """How likely the encoder holds each actor for whom the word at `token` speaks of, against somebody new: log odds by actor id."""
    out: dict[str, float] = {}
    for antecedent, value in gathering.ground.marks.calling.get(token, {}).items():
        for entity in gathering.of.get(antecedent, ()):
            out[entity] = max(value, out.get(entity, value))
    return out


def person(gathering: Gathering, phrase: Phrase, belongs: Owner | None) -> Entity | None:
    """The named person whom a definite noun for one person speaks of."""
    noun = actor_nouns.noun(phrase.words)
    gender = noun.gender if noun is not None else ""
    country = belongs.country if belongs is not None else None

    def fits(entity: Entity) -> bool:
        if entity.kind != "person" or not entity.named or entity.many:
            return False
        if gender and (entity.gender or entity.guessed) not in ("", gender):
            return False
        return country is None or entity.country is None or entity.country == country

    return _best(gathering, phrase, fits, OFFICE if phrase.words in ONE_OF_A_KIND else PERSON)


def body(gathering: Gathering, phrase: Phrase, belongs: Owner | None) -> Entity | None:
    """The named body that a definite noun for one body speaks of."""
    if gathering.ground.plural(phrase.head):
        return None
    country = belongs.country if belongs is not None else None

    def fits(entity: Entity) -> bool:
        if entity.kind not in ("organization", "armed_group", "outlet") or not entity.named or entity.many:
            return False
        return country is None or entity.country is None or entity.country == country

    return _best(gathering, phrase, fits, BODY)


def _best(gathering: Gathering, phrase: Phrase, fits: Callable[[Entity], bool], need: float) -> Entity | None:
    """The actor that fits and is the likeliest of them, where it is likely enough and stands out."""
    ranked = sorted(((v, k) for k, v in odds(gathering, phrase.head).items() if fits(gathering.actors[k])), reverse=True)
    if not ranked or ranked[0][0] < need or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN):
        return None
    return gathering.actors[ranked[0][1]]
