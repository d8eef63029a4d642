"""A definite noun phrase that calls again, by what it is, the person or body spoken of last: "the lawmaker said", "the former governor", "the airline added"."""

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
ONE_OF_A_KIND = frozenset(
    {
        "president", "premier", "chancellor", "king", "queen", "emir", "sultan", "monarch", "minister", "mayor", "governor", "prosecutor", "judge", "justice",
        "secretary", "ambassador", "speaker", "pope", "prince", "princess", "attorney", "commissioner", "sheriff", "coroner", "chief", "director", "head", "owner",
    }
)  # fmt: skip
"""Whoever holds such an office may be spoken of without having been named."""
_BODIES = frozenset(
    {
        "airline", "carrier", "company", "firm", "corporation", "conglomerate", "manufacturer", "bank", "agency", "bureau", "body", "watchdog", "regulator",
        "organization", "organisation", "group", "movement", "militia", "faction", "network", "party", "federation", "association", "institution", "institute",
        "alliance", "bloc", "charity", "outlet", "newspaper", "paper", "daily", "publication", "magazine", "broadcaster", "website", "channel", "tabloid", "club",
    }
)  # fmt: skip
"""What a named body may be called again by; an institution of which there is one ("the ministry", "the court") is not."""


def called_again(gathering: Gathering, phrase: Phrase, belongs: Owner | None, own: set[str]) -> Entity | None:
    """The named person who spoke last before the phrase, where nothing that the report tells of him speaks against it; null for nobody."""
    ground, noun = gathering.ground, actor_nouns.noun(phrase.words)
    if noun is None or noun.kind != "person" or not (noun.title or noun.sector) or noun.sector == "CVL" or ground.quote[phrase.head] >= 0:
        return None
    past = bool(own & PAST)
    if not (ground.speaks(phrase.head) or (past and ground.is_subject(phrase.head))) or (phrase.words in ONE_OF_A_KIND and not past):
        return None
    sector = set(roles.sectors(phrase.words))
    last, alone = _last(gathering, phrase, ("person",))
    if last is None or (noun.gender and (last.gender or last.guessed) not in ("", noun.gender)):
        return None
    if belongs is not None and _of_another(last, belongs):
        return None
    told = {word for role in last.roles for word in role.title.lower().split()}
    alike = bool(sector & {*last.sectors, *(s for role in last.roles for s in roles.sectors(role.title))}) or bool(own & told)
    if not last.roles or past or phrase.words in _WIDE:
        return last if alone or alike else None
    return last if alike and not noun.noun.startswith("spokes") else None


def body_again(gathering: Gathering, phrase: Phrase, own: set[str]) -> Entity | None:
    """The named body that was a subject last before the phrase, where the noun is one that such a body may be called by; null for nobody."""
    ground = gathering.ground
    if (
        phrase.words not in _BODIES
        or ground.plural(phrase.head)
        or not ground.definite(phrase.head)
        or not ground.speaks(phrase.head)
        or ground.quote[phrase.head] >= 0
    ):
        return None
    if any(word[:1].isupper() for word in ground.text(phrase.first + 1, phrase.last).split()) or own & {"other", "second", "rival", "same", "new"}:
        return None
    noun = actor_nouns.noun(phrase.words)
    if noun is not None and noun.kind == "outlet" and (last := _last(gathering, phrase, ("outlet",))[0]) is not None:
        return last
    outlet = (noun is not None and noun.kind == "outlet") or phrase.words == "agency"
    last, _ = _last(gathering, phrase, ("organization", "outlet") if outlet else ("organization", "armed_group"))
    return last


def _last(gathering: Gathering, phrase: Phrase, kinds: tuple[str, ...]) -> tuple[Entity | None, bool]:
    """Who of these kinds was the last to be a subject, by name and outside quotation marks, a few sentences before, and whether nobody else has spoken since."""
    ground = gathering.ground
    here = ground.narrated[ground.tokens[phrase.head].sentence]
    best: tuple[bool, int, Entity] | None = None
    others = -1
    for entity in gathering.actors.values():
        for spoken, form in entity.mentions:
            if (
                spoken.start >= phrase.start
                or form == "pronoun"
                or ground.quote[spoken.head] >= 0
                or ground.kinds[spoken.head] not in ("body", "caption")
            ):
                continue
            back = here - ground.narrated[ground.tokens[spoken.head].sentence]
            speaks = ground.speaks(spoken.head)
            if entity.kind in kinds and entity.named:
                found = (speaks, spoken.start, entity)
                if (back <= _BACK if speaks else back <= 1 and ground.is_subject(spoken.head)) and (best is None or spoken.start > best[1]):
                    best = found
            elif (speaks and entity.kind != "person") or (speaks and back <= _BACK and (best is None or spoken.start > best[1])):
                others = max(others, spoken.start)
    return (best[2], best[1] > others) if best is not None else (None, False)


def _of_another(entity: Entity, belongs: Owner) -> bool:
    """Whether the report says that the person belongs to another state or body than the phrase does."""
    if belongs.country is not None and entity.country is not None and belongs.country != entity.country:
        return True
    body = belongs.entity is not None and belongs.entity.kind not in ("government", "person")
    return body and belongs.entity is not None and any(role.of is not None and role.of != belongs.entity.id for role in entity.roles)
