"""Roles in the words after a person's name, between commas: "NAME, the ministry's deputy press secretary, said", read by their order.

The parse says the same where it is right; here the order of words is enough, so that a wrong head costs no role.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns
from onrecord.recording.actors import owners, roles, titles, wording
from onrecord.recording.actors.phrase import Phrase

if TYPE_CHECKING:
    from onrecord.recording.actors.gathering import Entity, Gathering

_WORDS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "NUM", "ADP", "CCONJ"})
_LINKS = ("for", "of", "at", "from", "with", "in", "to")
_STOPS = frozenset({",", ".", ";", ":", "(", ")", "-", "--", "–", "—"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
LONGEST = 10
_BODIES = ("organization", "outlet", "armed_group")
_ARTICLES = frozenset({"a", "an", "the", "one"})


def gather(gathering: Gathering) -> None:
    """Reads the appositions after the names of persons."""
    for entity in [e for e in gathering.actors.values() if e.named and e.kind in _BODIES]:
        for phrase, form in list(entity.mentions):
            if form in ("name", "alias"):
                _body_after(gathering, entity, phrase)
    for entity in [e for e in gathering.actors.values() if e.kind == "person"]:
        for phrase, form in list(entity.mentions):
            if form == "name":
                _after(gathering, entity, phrase)
                _before(gathering, entity, phrase)


def _after(gathering: Gathering, entity: Entity, phrase: Phrase) -> None:
    ground = gathering.ground
    seen = ground.tokens
    if phrase.last >= len(seen) or seen[phrase.last].text != ",":
        return
    first = phrase.last + 1
    title = _title(gathering, first)
    if title is None:
        return
    if _of_another(gathering, entity, title):
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


def _of_another(gathering: Gathering, entity: Entity, title: int) -> bool:
    """Whether the title stands in a list, before another person's name ("NAME, Minister of Trade NAME, …")."""
    seen = gathering.ground.tokens
    for i in range(title + 1, min(len(seen), title + LONGEST)):
        if seen[i].text in _STOPS or seen[i].upos in ("VERB", "AUX") or not gathering.ground.joined(i - 1):
            return False
        noun = actor_nouns.noun(seen[i].text)
        if i > title + 1 and noun is not None and noun.kind == "person":
            return False  # "spokesperson for President NAME"
        if any(e is not entity and e.kind == "person" and seen[i].text[0].isupper() for e in gathering.at(i)):
            return i > title + 2
    return False


def _before(gathering: Gathering, entity: Entity, phrase: Phrase) -> None:
    """ "The spokesperson for the Dutch ministry, NAME, said", "the envoy for Chad NAME": the title before the name, whatever the parse made of it."""
    ground = gathering.ground
    seen = ground.tokens
    last = phrase.first - 1
    comma = last > 0 and seen[last].text == ","
    if comma:
        last -= 1
        if phrase.last >= len(seen) or seen[phrase.last].text not in (",", ")", ";", "—", "–"):
            return
    title = _title_before(gathering, last, seen[phrase.first].sentence, comma=comma)
    if title is None:
        return
    first = title
    while (
        first > 0
        and seen[first - 1].sentence == seen[title].sentence
        and (seen[first - 1].upos in ("ADJ", "NOUN", "PROPN", "DET") or seen[first - 1].text in _POSSESSIVE)
    ):
        first -= 1
    owner, start = _owner_before(gathering, first, title)
    if owner is None:
        owner = _owner_after(gathering, title)
    whole = owners.own(gathering, owner) if owner is not None else None
    end = title + 2 if seen[title + 1].text.lower() == "general" else title + 1
    roles.add(gathering, entity, start, end, whole if whole is not entity else None, "title before the name by the order of words")
    if title not in gathering.of:
        gathering.hear(
            entity, Phrase("nominal", title, first, end, seen[first].start, seen[end - 1].end, ground.lemma(title)), "nominal", "apposition"
        )
    gathering.skipped.update(i for i in range(first, end) if i not in gathering.of)


def _title_before(gathering: Gathering, last: int, sentence: int, *, comma: bool) -> int | None:
    """The title whose phrase ends at this token, right before a name or a comma: itself there, or with "for" and a name after it; or null."""
    ground = gathering.ground
    seen, found, named = ground.tokens, None, False
    for i in range(last, max(-1, last - LONGEST), -1):
        token = seen[i]
        if token.sentence != sentence or token.text in _STOPS or (token.upos not in _WORDS and token.text not in _POSSESSIVE):
            break
        noun = actor_nouns.noun(token.text)
        after = seen[i + 1].text.lower()
        heading = token.text.lower() == "head" and after == "of"
        if heading or (noun is not None and noun.kind == "person" and noun.title and not ground.plural(i)):
            if (
                (i == last and comma)
                or (after == "general" and i + 1 == last and comma)
                or (named and (after in ("of", "for", "at", "in", "to") or (after == "general" and seen[i + 2].text.lower() in ("of", "for", "at"))))
            ):
                found = i
            if found == i and token.text.islower() and not _opened(gathering, i):
                return None
        if token.upos in ("CCONJ", "ADP") and i == last:
            return None
        named = named or i in gathering.of or i in gathering.behind or any(n.start <= token.start and token.end <= n.end for n in ground.draft.names_near(token.start, token.end))
    return found


def _opened(gathering: Gathering, title: int) -> bool:
    """Whether an article, owner or name opens the phrase of the title, so that it can stand for one person."""
    seen, i = gathering.ground.tokens, title - 1
    while i >= 0 and seen[i].upos in ("ADJ", "NOUN", "PROPN") and i not in gathering.behind:
        i -= 1
    return (
        i >= 0
        and seen[i].sentence == seen[title].sentence
        and (seen[i].upos in ("DET", "PRON") or seen[i].text in _POSSESSIVE or i in gathering.behind)
    )


def _body_after(gathering: Gathering, entity: Entity, phrase: Phrase) -> None:
    """ "NAME (ACRONYM), a Danish-based rights group, said": the noun for a body after the name of one is said of it."""
    ground = gathering.ground
    seen, at = ground.tokens, phrase.last
    if at + 3 < len(seen) and seen[at].text == "(" and ")" in (seen[at + 2].text, seen[at + 3].text):
        at += 3 if seen[at + 2].text == ")" else 4
    if at + 2 >= len(seen) or seen[at].text != "," or seen[at + 1].text.lower() not in _ARTICLES:
        return
    for i in range(at + 2, min(len(seen), at + 2 + LONGEST)):
        if seen[i].sentence != seen[at].sentence or (seen[i].text in _STOPS and seen[i].text != "-") or seen[i].upos in ("ADP", "AUX", "CCONJ"):
            return
        noun = actor_nouns.noun(seen[i].text)
        after = seen[i + 1].text.lower() if i + 1 < len(seen) else "."
        if (
            noun is not None
            and noun.kind in ("body", "outlet", "armed_body")
            and i not in gathering.of
            and after in (*_STOPS, *_LINKS, "that", "which")
        ):
            said = Phrase("nominal", i, at + 1, i + 1, seen[at + 1].start, seen[i].end, noun.noun)
            gathering.hear(entity, said, "nominal", "apposition by the order of words")
            return


def bodies(gathering: Gathering, phrases: list[Phrase]) -> None:
    """ "The news agency NAME", "rebel group NAME": a noun for a body right before the name of one is said of it."""
    begins = {p.first: e for e in gathering.actors.values() if e.named for p, form in e.mentions if form in ("name", "alias")}
    for phrase in phrases:
        after = phrase.head + (2 if phrase.head + 1 < len(gathering.ground.tokens) and gathering.ground.tokens[phrase.head + 1].text == "(" else 1)
        entity, noun = begins.get(after), actor_nouns.noun(phrase.words)
        if entity is None or noun is None or phrase.head in gathering.of or gathering.ground.plural(phrase.head):
            continue
        if noun.kind in ("body", "outlet", "armed_body") and entity.kind in ("organization", "outlet", "armed_group"):
            gathering.hear(entity, phrase, "nominal", "the noun right before its name")
            owner = owners.owner(gathering, phrase.head)
            if owner is not None and entity.country is None and owner.entity is not entity:
                entity.country = owner.country


def _title(gathering: Gathering, first: int) -> int | None:
    """The last noun of the first title after the comma, with only its own modifiers before it and no other name right after it; or null."""
    ground = gathering.ground
    seen, found = ground.tokens, None
    for i in range(first, min(len(seen), first + LONGEST)):
        token = seen[i]
        if token.sentence != seen[first].sentence or token.text in _STOPS or (token.upos not in _WORDS and token.text not in _POSSESSIVE):
            break
        noun = actor_nouns.noun(token.text)
        if noun is not None and noun.kind == "person" and noun.title:
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
            owner, start = named, max(i + 1, wording.past_name(gathering, i))
    for i in range(start, title):
        noun = actor_nouns.noun(ground.tokens[i].text)
        if noun is not None and noun.kind in ("body", "forces", "government") and ground.tokens[i + 1].text in _POSSESSIVE:
            owner, start = titles.body_in(gathering, start, i, owner), i + 1
    while start < title and (ground.tokens[start].text in _POSSESSIVE or ground.tokens[start].upos == "DET"):
        start += 1
    return owner, min(start, title)


def _owner_after(gathering: Gathering, title: int) -> owners.Owner | None:
    """Whose the title is by the first name or body after "for", "of" or "at"; "the Norwegian army" is the army, not the state."""
    seen = gathering.ground.tokens
    if title + 1 >= len(seen) or seen[title + 1].text.lower() not in _LINKS:
        return None
    found: owners.Owner | None = None
    for i in range(title + 2, min(len(seen), title + LONGEST)):
        if seen[i].text in _STOPS or seen[i].upos in ("VERB", "AUX") or (found is not None and seen[i].upos not in ("ADJ", "NOUN", "PROPN")):
            break
        noun = actor_nouns.noun(seen[i].text)
        if noun is not None and noun.kind in ("body", "forces", "outlet") and i not in gathering.of and seen[i].upos in ("NOUN", "PROPN"):
            return titles.body_in(gathering, title + 2, i, found)
        if found is None:
            found = owners._named(gathering, i)
        if found is not None and found.entity is not None and found.entity.kind not in ("government", "person"):
            return found
    return found
