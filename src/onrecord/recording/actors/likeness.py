"""Whether a noun phrase speaks of a body that has been found: by the same noun, by a noun that any body may be called by, or as part of its name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns

if TYPE_CHECKING:
    from onrecord.recording.actors.gathering import Entity, Gathering
    from onrecord.recording.actors.owners import Owner
    from onrecord.recording.actors.phrase import Phrase

ANY_BODY = frozenset(
    {
        "group",
        "organization",
        "organisation",
        "body",
        "movement",
        "agency",
        "company",
        "firm",
        "party",
        "institution",
        "association",
        "alliance",
        "bloc",
        "outlet",
    }
)
_BARE = frozenset({"police", "parliament", "congress", "government"})
_NEAR = 3
_MAY_BE: dict[str, tuple[str, ...]] = {
    "company": ("organization", "outlet"),
    "firm": ("organization",),
    "agency": ("organization", "outlet"),
    "outlet": ("outlet",),
    "party": ("organization",),
}


def itself(gathering: Gathering, phrase: Phrase, belongs: Owner) -> bool:
    """Whether name and noun together name one body ("the AFP press agency", "the Hamas group"): no possessive between, and the noun says what it is."""
    ground, noun = gathering.ground, actor_nouns.noun(phrase.words)
    if belongs.entity is None or noun is None or belongs.token >= phrase.head or ground.plural(phrase.head):
        return False
    if any(ground.tokens[i].upos not in ("NOUN", "ADJ", "PROPN") for i in range(belongs.token + 1, phrase.head)):
        return False
    kind = belongs.entity.kind
    return (
        (kind == "outlet" and noun.kind == "outlet")
        or (kind == "outlet" and phrase.words == "agency")
        or (
            kind in ("armed_group", "organization")
            and phrase.words in ("group", "movement", "militia", "organization", "organisation", "party", "network")
        )
    )


def head_of_name(name: str) -> str:
    """The noun that a body's name says what it is by, lower case: the last word before "of", "for" or a comma, else the last ("Court of Appeals": court)."""
    return re.split(r",| (?:of|for|on|in|to) ", name.strip())[0].split()[-1].lower()


def same_body(gathering: Gathering, entity: Entity, phrase: Phrase, own: set[str], belongs: Owner | None) -> bool:
    """Whether the actor is the body that the phrase speaks of, by noun, adjectives, owner and nearness."""
    country = belongs.country if belongs is not None else None
    if country is not None and entity.country is not None and country != entity.country:
        return False
    words = {w.lower().strip(",.") for w in re.sub(r"['’]s\b", "", entity.name).split()}
    head = entity.head or head_of_name(entity.name)
    known = actor_nouns.noun(head)
    same_head = (
        head == phrase.words
        or (known is not None and known.noun == phrase.words)
        or {head, phrase.words} == {"army", "military"}
        or (" " in phrase.words and entity.name.lower().endswith(phrase.words))
    )
    if same_head:
        if entity.many != gathering.ground.plural(phrase.head) and not entity.named and phrase.words != "police":
            return False
        lacks = own - words
        if lacks:
            return False
        if country is not None and entity.country is None and not entity.named:
            return False
        definite = gathering.ground.definite(phrase.head) or bool(own) or belongs is not None or phrase.words in _BARE or phrase.label == "title"
        return definite and (
            belongs is None or country is not None or belongs.pronoun or belongs.entity is None or entity.part_of == belongs.entity.id
        )
    named = belongs is not None and (belongs.entity is None or belongs.entity.named or belongs.pronoun)
    if own or named or not gathering.ground.definite(phrase.head) or gathering.ground.plural(phrase.head):
        return False
    near = any(
        0 <= gathering.ground.tokens[phrase.head].sentence - gathering.ground.tokens[p.head].sentence <= _NEAR and p.start < phrase.start
        for p, _ in entity.mentions
    )
    return phrase.words in ANY_BODY and entity.named and near and entity.kind in _MAY_BE.get(phrase.words, ("organization", "armed_group"))
