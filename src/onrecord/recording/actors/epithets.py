"""A definite noun phrase that calls again, by what he is, the person spoken of last: "the lawmaker said", "the New York businessman", "the former governor"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns
from onrecord.recording.actors import roles

if TYPE_CHECKING:
    from onrecord.recording.actors.gathering import Entity, Gathering
    from onrecord.recording.actors.owners import Owner
    from onrecord.recording.actors.phrase import Phrase

PAST = frozenset({"former", "ex", "late", "then", "outgoing", "ousted", "deposed"})
_BACK = 3  # sentences of the reporter's in which the one who spoke last is looked for
_WIDE = frozenset({"official", "leader", "politician"})  # said of the bearers of many offices
_ONE_OF_A_KIND = frozenset(
    {
        "president", "premier", "chancellor", "king", "queen", "emir", "sultan", "monarch", "minister", "mayor", "governor", "prosecutor", "judge", "justice",
        "secretary", "ambassador", "speaker", "pope", "prince", "princess", "attorney", "commissioner", "sheriff", "coroner", "chief", "director", "head", "owner",
    }
)  # fmt: skip
"""Whoever holds such an office may be spoken of without having been named."""


def called_again(gathering: Gathering, phrase: Phrase, belongs: Owner | None, own: set[str]) -> Entity | None:
    """The named person who spoke last before the phrase, where nothing that the report tells of him speaks against it; null for nobody."""
    ground, noun = gathering.ground, actor_nouns.noun(phrase.words)
    if noun is None or noun.kind != "person" or not (noun.title or noun.sector) or noun.sector == "CVL" or ground.quote[phrase.head] >= 0:
        return None
    past = bool(own & PAST)
    if not (ground.speaks(phrase.head) or (past and ground.is_subject(phrase.head))) or (phrase.words in _ONE_OF_A_KIND and not past):
        return None
    last = _last(gathering, phrase)
    if last is None or (noun.gender and (last.gender or last.guessed) not in ("", noun.gender)):
        return None
    if belongs is not None and _of_another(last, belongs):
        return None
    if not last.roles or past or phrase.words in _WIDE:
        return last
    sector = set(roles.sectors(phrase.words))
    held = {s for role in last.roles for s in roles.sectors(role.title)}
    return last if sector & held and not noun.noun.startswith("spokes") else None


def _last(gathering: Gathering, phrase: Phrase) -> Entity | None:
    """Who was the last to be the subject of a verb of speech, by name and outside quotation marks, a few sentences before; null where that was not a single person."""
    ground = gathering.ground
    here = ground.narrated[ground.tokens[phrase.head].sentence]
    best: tuple[int, Entity] | None = None
    for entity in gathering.actors.values():
        if entity.kind not in ("person", "people", "organization", "government"):
            continue
        for spoken, form in entity.mentions:
            if spoken.start >= phrase.start or form == "pronoun" or ground.quote[spoken.head] >= 0 or not ground.speaks(spoken.head):
                continue
            near = here - ground.narrated[ground.tokens[spoken.head].sentence] <= _BACK
            if near and ground.kinds[spoken.head] in ("body", "caption") and (best is None or spoken.start > best[0]):
                best = (spoken.start, entity)
    return best[1] if best is not None and best[1].kind == "person" and best[1].named else None


def _of_another(entity: Entity, belongs: Owner) -> bool:
    """Whether the report says that the person belongs to another state or body than the phrase does."""
    if belongs.country is not None and entity.country is not None and belongs.country != entity.country:
        return True
    body = belongs.entity is not None and belongs.entity.kind not in ("government", "person")
    return body and belongs.entity is not None and any(role.of is not None and role.of != belongs.entity.id for role in entity.roles)
