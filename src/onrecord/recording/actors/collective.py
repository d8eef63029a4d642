"""Bodies, forces and groups called by a noun: the one there is already, or a new one with what its words tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns
from onrecord.recording.actors import bearers, likeliest, likeness, owners, roles, wording
from onrecord.recording.actors.epithets import body_again
from onrecord.recording.actors.nouns import AGENTIVE, STAFFED

if TYPE_CHECKING:
    from onrecord.record.items import ActorKind
    from onrecord.recording.actors.gathering import Entity, Gathering
    from onrecord.recording.actors.owners import Owner
    from onrecord.recording.actors.phrase import Phrase

STATE = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})
_SUBJECT = 300  # characters by which a subject counts as nearer for a noun that any body may be called by
_KINDS: dict[str, ActorKind] = {
    "body": "organization",
    "forces": "organization",
    "government": "government",
    "outlet": "outlet",
    "armed_body": "armed_group",
    "people": "people",
}


def body(gathering: Gathering, phrase: Phrase, belongs: Owner | None) -> Entity:
    """The organization, force or people that the phrase names: one there is already, or a new one."""
    ground = gathering.ground
    if belongs is not None and belongs.entity is not None and belongs.entity.named and likeness.itself(gathering, phrase, belongs):
        gathering.hear(belongs.entity, phrase, "nominal", "the noun right after its name")
        return belongs.entity
    if phrase.words in STAFFED and belongs is not None:
        return named_so(gathering, phrase, belongs) or make(gathering, phrase, belongs)
    own = wording.own_words(gathering, phrase, belongs)
    country = belongs.country if belongs is not None else None
    best = bearers.named_later(gathering, phrase, own, belongs)
    if not ground.indefinite(phrase.head):
        for entity in gathering.actors.values():
            stateless = entity.kind == "government" and not entity.named and entity.country is None
            if (stateless or entity.kind not in ("person", "government")) and likeness.same_body(gathering, entity, phrase, own, belongs):
                generic = phrase.words in likeness.ANY_BODY and entity.named
                at = max((p.start + generic * _SUBJECT * ground.is_subject(p.head) for p, _ in entity.mentions if p.start < phrase.start), default=-1)
                if best is None or at > best[0]:
                    best = (at, entity)
    if best is None and belongs is None and (again := body_again(gathering, phrase, own)) is not None:
        gathering.hear(again, phrase, "nominal", "the body spoken of last, called by what it is")
        return again
    if best is None and (likely := likeliest.body(gathering, phrase, belongs)) is not None:
        gathering.hear(likely, phrase, "nominal", "the likeliest by the encoder")
        return likely
    if best is not None:
        entity = best[1]
        name = wording.full_name(gathering, phrase, belongs)
        if not entity.named and country is not None and (entity.country is None or len(name) > len(entity.name)):
            entity.name = name
        if entity.country is None and country is not None:
            entity.country = country
            entity.part_of = entity.part_of or _part_of(gathering, belongs, entity)
        gathering.hear(entity, phrase, "nominal", "same noun, same owner" if own or belongs else "the one of that kind spoken of last")
        return entity
    return make(gathering, phrase, belongs)


def named_so(gathering: Gathering, phrase: Phrase, belongs: Owner | None) -> Entity | None:
    """The actor that has the whole name of the phrase already, which the phrase then speaks of; null for none."""
    name = wording.full_name(gathering, phrase, belongs)
    entity = next((e for e in gathering.actors.values() if e.name == name), None)
    if entity is not None:
        gathering.hear(entity, phrase, "nominal", "same noun, same owner")
    return entity


def _part_of(gathering: Gathering, belongs: Owner | None, entity: Entity) -> str | None:
    """Whose part it is by its owner; of a state only what serves it, not its firms and citizens."""
    if belongs is None:
        return None
    public = bool(STATE & set(entity.sectors))
    private = not public and (
        entity.kind == "people" or (entity.kind == "person" and not entity.roles) or bool(entity.sectors and not belongs.pronoun)
    )
    if private and (belongs.entity is None or belongs.entity.kind == "government"):
        return None
    whole = owners.own(gathering, belongs)
    return whole.id if whole is not None and whole is not entity and whole.kind != "person" else None


def make(gathering: Gathering, phrase: Phrase, belongs: Owner | None) -> Entity:
    """A new actor for the phrase, with kind, country, sectors and whole as the words tell them."""
    ground, noun = gathering.ground, actor_nouns.noun(phrase.words)
    many = ground.plural(phrase.head)
    kind: ActorKind = "people" if many else "person"
    if noun is not None and noun.kind in _KINDS:
        kind = _KINDS[noun.kind]
    elif noun is not None and noun.kind == "armed" and many:
        kind = "armed_group"
    elif noun is None and not many and not phrase.words.endswith(AGENTIVE):
        kind = "organization"
    entity = gathering.new(
        kind, wording.full_name(gathering, phrase, belongs), head=phrase.words, many=many or (noun is not None and noun.kind == "people")
    )
    entity.gender = noun.gender if noun is not None and kind == "person" else ""
    gathering.hear(entity, phrase, "nominal", "a noun for someone who acts" if noun is not None else "subject of a verb of speech")
    entity.sectors = roles.sectors(ground.text(phrase.first, phrase.last))
    if entity.sectors:
        gathering.because(entity, "sectors", "the nouns of its name", phrase)
    if belongs is not None:
        entity.country = belongs.country
        if entity.country is not None:
            gathering.because(entity, "country", "its owner's", phrase)
        if not entity.sectors and belongs.entity is not None and noun is not None and noun.title:
            entity.sectors = list(belongs.entity.sectors)
    if kind == "person" and noun is not None and noun.title:
        whole = owners.own(gathering, belongs) if belongs is not None else None
        roles.add(
            gathering,
            entity,
            wording.first_own_word(gathering, phrase, belongs),
            wording.with_complement(gathering, phrase),
            whole,
            "unnamed, by the role alone",
        )
    entity.part_of = _part_of(gathering, belongs, entity)
    return entity
