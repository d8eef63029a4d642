"""Who bears a role: whom "the president", "the Chilean minister", "the former leader" speak of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns
from onrecord.recording.actors import likeness, wording
from onrecord.recording.actors.epithets import PAST, called_again

if TYPE_CHECKING:
    from onrecord.recording.actors.gathering import Entity, Gathering
    from onrecord.recording.actors.owners import Owner
    from onrecord.recording.actors.phrase import Phrase

_SOON = 3  # sentences within which one who is spoken of as unknown is named
_HEADS = frozenset({"president", "premier", "chancellor", "king", "queen", "emir", "sultan", "monarch", "leader"})


def find(gathering: Gathering, phrase: Phrase, belongs: Owner | None) -> tuple[Entity | None, str]:
    """The person who bears the role that the phrase names, and the rule that says so: by the report's words, else by the table of offices."""
    ground, own = gathering.ground, wording.own_words(gathering, phrase, belongs)
    noun = actor_nouns.noun(phrase.words)
    country = belongs.country if belongs is not None else None
    best: tuple[int, Entity] | None = None
    for entity in gathering.actors.values():
        if entity.kind != "person" or (country is not None and entity.country is not None and entity.country != country):
            continue
        if noun is not None and noun.gender and (entity.gender or entity.guessed) not in ("", noun.gender):
            continue
        if not any(_bears(role.title, phrase.words, own) for role in entity.roles) and not (
            entity.head == phrase.words and _bears(entity.name, phrase.words, own)
        ):
            continue
        if (
            belongs is not None
            and belongs.entity is not None
            and any(role.of not in (None, belongs.entity.id) for role in entity.roles if _bears(role.title, phrase.words, own))
        ):
            continue
        at = max((p.start for p, _ in entity.mentions if p.start < phrase.start), default=-1)
        if at >= 0 and (best is None or at > best[0]):
            best = (at, entity)
    if best is not None:
        return best[1], "bearer of that role"
    if (last := called_again(gathering, phrase, belongs, own)) is not None:
        return last, "the one who spoke last, called by what he is"
    code = country or (gathering.home if belongs is None and noun is not None and noun.sector == "GOV" else None)
    leaders = [
        e for e in gathering.actors.values() if e.kind == "person" and code is not None and e.country == code and "GOV" in e.sectors and not e.roles
    ]
    if own & PAST and phrase.words in _HEADS and len(leaders) == 1:
        return leaders[0], "the only former leader of that state who is named"
    if code is None or own & PAST:
        return None, ""
    title = " ".join(ground.text(wording.first_own_word(gathering, phrase, belongs), phrase.last).lower().split())
    holder = ground.known.holder(code, title.removeprefix("the "), ground.day)
    if holder is not None:
        same = next((e for e in gathering.actors.values() if e.kind == "person" and e.name.split()[-1] == holder.name.split()[-1]), None)
        if same is not None or country is not None:
            entity = same or gathering.new("person", holder.name, country=code, sectors=["GOV"], named=True, wikidata=holder.wikidata)
            return entity, "in that office on the report's day"
    if phrase.words in _HEADS and not own and len(leaders) == 1:
        return leaders[0], "the only leader of that state who is named"
    return None, ""


def named_later(gathering: Gathering, phrase: Phrase, own: set[str], belongs: Owner | None) -> tuple[int, Entity] | None:
    """ "A rights group said" in a title or lead: the only one that the report names later and calls by the same noun; with its first position."""
    ground = gathering.ground
    kind = ground.kinds[phrase.head]
    first = next((t.sentence for i, t in enumerate(ground.tokens) if ground.kinds[i] == "body"), 0)
    lead = kind in ("title", "heading") or (kind == "body" and ground.tokens[phrase.head].sentence <= first + 1)
    if not lead or not ground.indefinite(phrase.head) or not ground.speaks(phrase.head):
        return None
    found = [e for e in gathering.actors.values() if e.named and not _serves_another(e, belongs) and _called(gathering, e, phrase, own)]
    return (phrase.start, found[0]) if len(found) == 1 else None


def named_next(gathering: Gathering, phrase: Phrase, own: set[str]) -> Entity | None:
    """ "A doctor said … the doctor, NAME, said": the person whom the next definite noun of that kind names, who was not named before."""
    ground = gathering.ground
    if not ground.indefinite(phrase.head) or not ground.speaks(phrase.head):
        return None
    after = [
        (p, e)
        for e in gathering.actors.values()
        if e.kind == "person" and e.named and all(p.start > phrase.start for p, _ in e.mentions)
        for p, form in e.mentions
        if form == "nominal" and p.words == phrase.words
    ]
    if not after:
        return None
    next_, entity = min(after, key=lambda pair: pair[0].start)
    words = set(ground.text(next_.first, next_.last).lower().split())
    near = ground.tokens[next_.head].sentence - ground.tokens[phrase.head].sentence <= _SOON
    return entity if near and ground.definite(next_.head) and own <= words else None


def _serves_another(entity: Entity, belongs: Owner | None) -> bool:
    """Whether the phrase names a body of which the person has no role ("a Nato spokesman" is no spokesman of the ministry)."""
    body = belongs.entity.id if belongs is not None and belongs.entity is not None and not belongs.pronoun else None
    return body is not None and bool(entity.roles) and all(role.of != body for role in entity.roles) and entity.part_of != body


def _called(gathering: Gathering, entity: Entity, phrase: Phrase, own: set[str]) -> bool:
    """Whether a named actor, first named after the phrase, is called by its noun and adjectives in a role or apposition."""
    if any(p.start < phrase.start for p, _ in entity.mentions):
        return False
    if entity.kind == "organization" and own and likeness.head_of_name(entity.name) == phrase.words and own & {w.lower() for w in entity.name.split()}:
        return True
    if any(_bears(role.title, phrase.words, own) for role in entity.roles):
        return True
    return any(
        form == "nominal" and p.words == phrase.words and own <= set(gathering.ground.text(p.first, p.last).lower().split())
        for p, form in entity.mentions
    )


def _bears(title: str, noun: str, own: set[str]) -> bool:
    """Whether a title is the one that noun and adjectives name ("the deputy spokesperson", "the spokesperson"); a former one only if called so."""
    words = {w.lower().strip(",.") for w in re.split(r"[\s-]+", title)}
    heads = {known.noun for w in words if (known := actor_nouns.noun(w)) is not None}
    return (noun in heads or noun in words) and own <= words and (not words & PAST or bool(own & PAST))
