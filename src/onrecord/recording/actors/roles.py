"""Roles: an office or function noted for an actor, and what it tells of sectors, country and gender."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns
from onrecord.record import Role

if TYPE_CHECKING:
    from onrecord.recording.actors.gathering import Entity, Gathering

_CIVIL_GENERALS = frozenset({"secretary", "attorney", "director", "consul", "governor", "surgeon", "inspector", "solicitor", "auditor", "prosecutor"})


def add(gathering: Gathering, entity: Entity, first: int, last: int, of: Entity | None, rule: str) -> None:
    """Notes a role of the actor in the words from token `first` to `last` (exclusive); the same title of the same body is noted once."""
    ground = gathering.ground
    title = " ".join(ground.text(first, last).split())
    body = of.id if of is not None and of is not entity else None
    if any(role.title.lower() == title.lower() and (role.of == body or body is None) for role in entity.roles):
        return
    span = ground.draft.span(ground.tokens[first].start, ground.tokens[last - 1].end)
    entity.roles = [role for role in entity.roles if not (role.title.lower() == title.lower() and role.of is None)]
    entity.roles.append(Role(title, body, span))
    ground.draft.because(entity.id, "roles", rule, span)
    sort_out(gathering, entity, title, of)


def sort_out(gathering: Gathering, entity: Entity, title: str, of: Entity | None) -> None:
    """Sectors, country and gender as far as the role tells them."""
    found = sectors(title)
    if not found and of is not None:
        found = of.sectors
    if found and not entity.sectors:
        entity.sectors = list(found)
        gathering.ground.draft.because(entity.id, "sectors", f"role “{title}”")
    if of is not None and of.country and entity.country is None:
        entity.country = of.country
        gathering.ground.draft.because(entity.id, "country", f"its role belongs to {of.name}")
    noun = actor_nouns.noun(title.rsplit(maxsplit=1)[-1])
    if noun is not None and noun.gender and not entity.gender:
        entity.gender = noun.gender


def sectors(words: str) -> list[str]:
    """The PLOVER sectors that the nouns of a title or a noun phrase tell, the head's first."""
    out: list[str] = []
    parts = words.split()
    for at in range(len(parts) - 1, -1, -1):
        word = parts[at]
        if at > 0 and word.lower() == "general" and parts[at - 1].lower() in _CIVIL_GENERALS:
            continue
        noun = (actor_nouns.noun(f"{parts[at - 1]} {word}") if at > 0 else None) or actor_nouns.noun(word.strip(",.'’"))
        if noun is not None and noun.sector and noun.sector not in out:
            out.append(noun.sector)
    return out[:2]
