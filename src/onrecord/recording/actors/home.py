"""The state that a report is about: whose "the government", "the police", "the president" are where no owner is named."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns

if TYPE_CHECKING:
    from onrecord.recording.actors.gathering import Entity, Gathering

_WEIGHT = {"title": 3.0, "heading": 1.0, "dateline": 3.0, "caption": 0.5}
_LEAD = 2  # sentences of the body that count double
_CLEAR = 1.5  # how many times more than any other the state must be spoken of
_STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
_NOT_NATIONAL = frozenset({"foreign", "international", "local", "regional", "municipal", "provincial", "rebel", "opposition", "world", "global", "separatist", "district", "city", "county",
                           "town", "provisional", "coalition", "allied", "joint", "multinational", "occupying", "occupation", "border", "neighbouring", "neighboring", "enemy", "religious",
                           "church", "village", "community", "shadow", "other", "peacekeeping", "autonomous", "self-proclaimed", "breakaway", "ad", "health", "various"})  # fmt: skip


def find(gathering: Gathering) -> str | None:
    """The code of the state that is spoken of most, by names, adjectives, leaders and known bodies; null where none stands out."""
    ground, votes = gathering.ground, defaultdict[str, float](float)
    body = [t.sentence for i, t in enumerate(ground.tokens) if ground.kinds[i] == "body"]
    lead = body[0] + _LEAD if body else 0
    for token, code in gathering.behind.items():
        if gathering.behind.get(token - 1) == code and token - 1 not in gathering.of:
            continue
        kind = ground.kinds[token]
        votes[code] += _WEIGHT.get(kind, 2.0 if ground.tokens[token].sentence < lead else 1.0)
    for entity in gathering.actors.values():
        if entity.kind != "government" and entity.country is not None and entity.named:
            votes[entity.country] += min(2.0, 0.5 * len(entity.mentions) + 0.5)
    ranked = sorted(votes.items(), key=lambda pair: (-pair[1], pair[0]))[:2]
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _CLEAR * ranked[1][1]):
        return None
    return ranked[0][0] if ranked[0][1] >= 1 else None


def national(words: set[str], noun: str) -> bool:
    """Whether a body called by this noun with these words of its own, and no owner, is one of the state that the report is about."""
    known = actor_nouns.noun(noun)
    return known is not None and known.kind in ("body", "forces", "government") and known.sector in _STATE and not words & _NOT_NATIONAL


def settle(gathering: Gathering, entity: Entity) -> None:
    """A ministry, court or army that nobody is said to own belongs to the state that the report is about."""
    code = gathering.home
    if (
        code is None
        or entity.country is not None
        or entity.part_of is not None
        or entity.kind != "organization"
        or entity.head in ("troops", "force")
    ):
        return
    words = entity.name.lower().replace("’s", "").replace("'s", "").split()
    if not words or not national(set(words[:-1]), entity.head or words[-1]) or any(gathering.ground.known.body(p.words) for p, _ in entity.mentions):
        return
    entity.country = code
    gathering.ground.draft.because(entity.id, "country", "the state that the report is about")
    if code in gathering.states:
        entity.part_of = gathering.states[code]
