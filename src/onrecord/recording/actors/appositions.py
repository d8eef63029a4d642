"""Roles in the words after a person's name, between commas: "NAME, the ministry's deputy press secretary, said", read by their order.

The parse says the same where it is right; here the order of words is enough, so that a wrong head costs no role.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns
from onrecord.recording.actors import owners, roles
from onrecord.recording.actors.phrase import Phrase

if TYPE_CHECKING:
    from onrecord.recording.actors.gathering import Entity, Gathering

_WORDS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "NUM", "ADP", "CCONJ"})
_LINKS = ("for", "of", "at", "from", "with", "in", "to")
_STOPS = frozenset({",", ".", ";", ":", "(", ")", "-", "--", "–", "—"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
LONGEST = 10


def gather(gathering: Gathering) -> None:
    """Reads the appositions after the names of persons."""
    for entity in [e for e in gathering.actors.values() if e.kind == "person"]:
        for phrase, form in list(entity.mentions):
            if form == "name":
                _after(gathering, entity, phrase)


def _after(gathering: Gathering, entity: Entity, phrase: Phrase) -> None:
    ground = gathering.ground
    seen = ground.tokens
    if phrase.last >= len(seen) or seen[phrase.last].text != ",":
        return
    first = phrase.last + 1
    title = _title(gathering, first)
    if title is None:
        return
    owner, start = _owner_before(gathering, first, title)
    if owner is None:
        owner = _owner_after(gathering, title)
    whole = owners.own(gathering, owner) if owner is not None else None
    gathering.skipped.update(i for i in range(start, title + 1) if i not in gathering.of)
    roles.add(gathering, entity, start, title + 1, whole if whole is not entity else None, "apposition by the order of words")
    said = Phrase("nominal", title, start, title + 1, seen[start].start, seen[title].end, ground.lemma(title))
    if title not in gathering.of:
        gathering.hear(entity, said, "nominal", "apposition")


def _title(gathering: Gathering, first: int) -> int | None:
    """The last noun of the first title after the comma, with only its own modifiers before it and no other name right after it; or null."""
    ground = gathering.ground
    seen, found = ground.tokens, None
    for i in range(first, min(len(seen), first + LONGEST)):
        token = seen[i]
        if token.sentence != seen[first].sentence or token.text in _STOPS or (token.upos not in _WORDS and token.text not in _POSSESSIVE):
            break
        noun = actor_nouns.noun(token.text)
        if noun is not None and noun.kind == "person" and noun.title and token.text[:1].islower():
            found = i
        elif found is not None and (token.upos not in ("NOUN", "ADJ") or not token.text.islower()):
            break
        if token.upos in ("ADP", "CCONJ") and found is None:
            return None
    if found is None:
        return None
    after = seen[found + 1].text.lower() if found + 1 < len(seen) else "."
    return found if after in _STOPS or after in _LINKS or after in ("who", "and", "said", "told", "general", "'s", "’s") else None


def _owner_before(gathering: Gathering, first: int, title: int) -> tuple[owners.Owner | None, int]:
    """Whose the title is by a name or adjective before it, and the title's own first word."""
    ground, owner, start = gathering.ground, None, first
    for i in range(first, title):
        named = owners._named(gathering, i)
        if named is not None:
            owner, start = named, max(i + 1, roles._past_name(gathering, i))
    for i in range(start, title):
        noun = actor_nouns.noun(ground.tokens[i].text)
        if noun is not None and noun.kind in ("body", "forces", "government") and ground.tokens[i + 1].text in _POSSESSIVE:
            owner, start = roles._body(gathering, start, i, owner), i + 1
    while start < title and (ground.tokens[start].text in _POSSESSIVE or ground.tokens[start].upos == "DET"):
        start += 1
    return owner, min(start, title)


def _owner_after(gathering: Gathering, title: int) -> owners.Owner | None:
    """Whose the title is by the first name after "for", "of" or "at"."""
    seen = gathering.ground.tokens
    if title + 1 >= len(seen) or seen[title + 1].text.lower() not in _LINKS:
        return None
    for i in range(title + 2, min(len(seen), title + LONGEST)):
        if seen[i].text in _STOPS or seen[i].upos in ("VERB", "AUX"):
            break
        if (named := owners._named(gathering, i)) is not None:
            return named
    return None
