"""Organizations: names, parts of names, acronyms, outlets; and sites or cities that act."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns, outlets
from onrecord.recording.actors import metonymy

if TYPE_CHECKING:
    from onrecord.record.items import ActorKind
    from onrecord.recording.actors.gathering import Entity, Gathering
    from onrecord.recording.actors.phrase import Phrase

_FEWEST = 2  # words of a name that letters in brackets may be short for
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "du", "la", "des", "&"})


def gather(gathering: Gathering, named: list[Phrase]) -> None:
    """One actor for each organization; other places go to `literal` unless they act."""
    ground = gathering.ground
    bodies: list[Phrase] = []
    for phrase in named:
        if phrase.label == "ORGANIZATION" and ground.kinds[phrase.head] == "dateline" and outlets.named(phrase.words) is None:
            gathering.literal.append(phrase)
        elif phrase.label in ("LOCATION", "FACILITY"):
            stands, rule = metonymy.use(ground, phrase, None)
            if stands == "agent":
                bodies.append(phrase)
            elif stands == "place":
                gathering.literal.append(phrase)
        elif phrase.label == "ORGANIZATION" or (phrase.label in ("NORP", "MISC") and ground.is_subject(phrase.head) and ground.speaks(phrase.head)):
            bodies.append(phrase)
        elif phrase.label == "NORP":
            _group(gathering, phrase)
    for phrase in sorted(bodies, key=lambda p: (-len(p.words.split()) if _acronym(p.words) is None else 0, p.start)):
        entity, rule = _known_as(gathering, phrase)
        if entity is None:
            entity = _new(gathering, phrase)
            rule = "name of an organization"
        alias = len(phrase.words) < len(entity.name) and phrase.words.lower() not in entity.name.lower()
        gathering.hear(entity, phrase, "alias" if alias else "name", rule)
    for entity in gathering.actors.values():
        entity.mentions.sort(key=lambda pair: pair[0].start)


def _new(gathering: Gathering, phrase: Phrase) -> Entity:
    known = gathering.ground.known.body(phrase.words)
    outlet = outlets.named(phrase.words)
    noun = actor_nouns.noun(phrase.words.split()[-1])
    kind: ActorKind = "organization"
    if outlet is not None or (noun is not None and noun.kind == "outlet"):
        kind = "outlet"
    elif noun is not None and noun.kind in ("armed", "armed_body"):
        kind = "armed_group"
    if known is not None:
        kind = known.kind
    entity = gathering.new(kind, phrase.words, named=True)
    if known is not None:
        entity.sectors, entity.country, entity.wikidata = list(known.sectors), known.country, known.wikidata
        gathering.because(entity, "sectors", "known organization", phrase)
    elif outlet is not None:
        entity.sectors, entity.country = ["JRN"], outlet.country
        gathering.because(entity, "country", "the outlet's seat", phrase)
    return entity


def _group(gathering: Gathering, phrase: Phrase) -> None:
    """Members of a faith, party or nation without a state: a people where the word is a plural noun."""
    ground = gathering.ground
    if ground.tokens[phrase.head].upos in ("NOUN", "PROPN") and (ground.plural(phrase.head) or ground.is_subject(phrase.head)):
        people = next((e for e in gathering.actors.values() if e.name == phrase.words), None)
        people = people or gathering.new("people", phrase.words, many=True, named=True, head=phrase.words.lower())
        gathering.hear(people, phrase, "name", "a group by its name")


def _known_as(gathering: Gathering, phrase: Phrase) -> tuple[Entity | None, str]:
    """The organization already found that these words name, and by what rule."""
    words = _key(phrase.words)
    for entity in gathering.actors.values():
        if entity.kind in ("person", "people", "government") or not entity.named:
            continue
        full = _key(entity.name)
        if words == full or any(form == "alias" and _key(p.words) == words for p, form in entity.mentions):
            return entity, "same name"
        if (letters := _acronym(phrase.words)) and letters == _initials(entity.name, len(letters)):
            return entity, "acronym of the name"
        if _bracketed(gathering, entity, phrase):
            return entity, "abbreviation introduced in brackets"
        if len(words) > 1 and (full[-len(words) :] == words or full[: len(words)] == words):
            return entity, "part of the name"
        if len(words) == 1 and len(full) > 1 and full[0] == words[0] and actor_nouns.noun(words[0]) is None and len(words[0]) > 3:
            tail = actor_nouns.noun(full[-1])
            if tail is not None and tail.kind in ("body", "outlet"):
                return entity, "first word of the name"
    return None, ""


def _key(name: str) -> list[str]:
    """The words of the name, lower case, without points, article and possessives."""
    return [w for w in re.sub(r"(?<=\w)\.", "", re.sub(r"['’]s?\b", "", name)).lower().split() if w != "the"]


def _acronym(name: str) -> str | None:
    """The letters of an acronym ("U.N." is UN), or null where the name is none."""
    bare = name.replace(".", "").replace("’s", "").replace("'s", "")
    return bare if re.fullmatch(r"[A-Z][A-Za-z]?[A-Z]{1,6}s?", bare) else None


def _initials(name: str, many: int) -> str:
    """The initials of the name's words: with small words where there are so many letters, else without."""
    words = [w for w in re.split(r"[\s\-–]+", name.replace("’", "'").replace("'s", "")) if w]
    full = "".join(w[0] for w in words).upper()
    return full if len(full) == many else "".join(w[0] for w in words if w.lower() not in _SMALL).upper()


def _bracketed(gathering: Gathering, entity: Entity, phrase: Phrase) -> bool:
    """Whether the words stand in brackets right after a mention of the organization, sharing its first letter."""
    text = gathering.ground.draft.text
    if text[phrase.start - 1 : phrase.start] != "(" or text[phrase.end : phrase.end + 1] not in (")", ",", ";"):
        return False
    return any(text[p.end : phrase.start].strip() == "(" and _short_for(phrase.words, p.words) for p, _ in entity.mentions)


def _short_for(short: str, name: str) -> bool:
    """Whether the words may be short for the name: the same first letter, or letters that its initials have, in their order or another's."""
    if short[:1].lower() == name[:1].lower():
        return True
    letters, initials = _acronym(short), [w[0].upper() for w in name.split() if w.lower() not in _SMALL]
    if letters is None or len(initials) < _FEWEST:
        return False
    left = iter(initials)
    return all(letter in left for letter in letters.upper()) or sorted(letters.upper()) == sorted(initials)
