"""Titles that stand right before persons' names, and the body that each belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns
from onrecord.recording.actors import collective, owners, roles, wording
from onrecord.recording.actors.mentions import HONORIFICS
from onrecord.recording.actors.phrase import Phrase

if TYPE_CHECKING:
    from onrecord.recording.actors.gathering import Entity, Gathering

_GLUE = frozenset({"of", "for", "and", "-", "the", "prime", "vice", "deputy", "former", "chief", "first", "acting", "senior", "foreign", "defence", "defense",
                   "ex", "then", "outgoing", "interim", "general", "press", "executive", "national", "security"})  # fmt: skip


_LOOSE_WHOLES = frozenset(
    {"state", "business", "university", "college", "school", "company", "bank", "team", "club", "party", "community", "family", "city", "town"}
)


def before_names(gathering: Gathering) -> None:
    """Reads the titles that stand right before persons' names."""
    for entity in [e for e in gathering.actors.values() if e.kind == "person"]:
        for phrase, _ in list(entity.mentions):
            first = _title_start(gathering, phrase)
            if first < phrase.first:
                _title(gathering, entity, phrase, first)


def _title_start(gathering: Gathering, phrase: Phrase) -> int:
    """The first token of the title that stands before the name: what hangs on the name, and capitalised or title words before it."""
    ground = gathering.ground
    first = min(phrase.first, ground.left_edge(phrase.head))
    at = phrase.first
    while at > 0 and ground.joined(at - 1):
        token = ground.tokens[at - 1]
        noun = actor_nouns.noun(token.text)
        wordy = (
            (noun is not None and token.upos in ("NOUN", "PROPN"))
            or token.text.lower() in _GLUE - {"and", "the", "of", "for"}
            or at - 1 in gathering.behind
        )
        if not wordy or (
            at - 1 in gathering.of
            and at - 1 not in gathering.behind
            and gathering.one(at - 1) is not None
            and gathering.actors[gathering.of[at - 1][0]].kind == "person"
        ):
            break
        at -= 1
    return min(first, at) if at < phrase.first or first < phrase.first else phrase.first


def _title(gathering: Gathering, entity: Entity, phrase: Phrase, first: int) -> None:
    """The role in the words from `first` to the name: whose it is stands first, then the title."""
    ground = gathering.ground
    words = [i for i in range(first, phrase.first) if ground.tokens[i].text.lower().rstrip(".") not in HONORIFICS]
    nouns = [i for i in words if (noun := actor_nouns.noun(ground.tokens[i].text)) is not None and noun.kind == "person"]
    if not nouns or (nouns[-1] != words[-1] and ground.tokens[words[-1]].text.lower() not in ("general", "elect", ",", "-")):
        return
    belongs, start = _person_before(gathering, entity, phrase, first), words[0]
    for i in words:
        if i in gathering.of or i in gathering.behind:
            belongs = owners._named(gathering, i)
            start = wording.past_name(gathering, i) if belongs is not None else start
    while start < phrase.first and ground.tokens[start].text.lower() in ("'s", "’s", "'", "’", "the", "a", "an", ",", "its", "his", "her", "their"):
        start += 1
    if start >= phrase.first:
        return
    for i in range(start, phrase.first):
        noun = actor_nouns.noun(ground.tokens[i].text)
        if (
            noun is not None
            and noun.kind in ("body", "forces", "government", "outlet")
            and any(j > i for j in nouns)
            and ground.tokens[i].text.lower() not in _LOOSE_WHOLES
        ):
            belongs = body_in(gathering, start, i, belongs)
    gathering.skipped.update(i for i in range(start, phrase.first) if i not in gathering.of)
    roles.add(gathering, entity, start, phrase.first, owners.own(gathering, belongs) if belongs is not None else None, "title before the name")


def _person_before(gathering: Gathering, entity: Entity, phrase: Phrase, first: int) -> owners.Owner | None:
    """Whose the title is by a person's name right before it ("Lind spokeswoman NAME"); the words together speak of the one named last."""
    ground = gathering.ground
    if first == 0 or not ground.joined(first - 1):
        return None
    for other in gathering.actors.values():
        spoken = next((p for p, form in other.mentions if form == "name" and p.last == first), None) if other.kind == "person" else None
        if other is not entity and spoken is not None:
            if ground.tokens[phrase.head].head == spoken.head or phrase.head in ground.marks.subtree(spoken.head):
                gathering.of[spoken.head] = [entity.id]
            return owners.Owner(other, None, spoken.head)
    return None


def body_in(gathering: Gathering, start: int, at: int, belongs: owners.Owner | None) -> owners.Owner | None:
    """The body that a title names in passing ("foreign ministry spokeswoman"): found among those there are, or made."""
    ground = gathering.ground
    if at in gathering.of:
        return owners.Owner(gathering.one(at), None, at)
    noun = actor_nouns.noun(ground.tokens[at].text)
    phrase = Phrase("nominal", at, start, at + 1, ground.tokens[start].start, ground.tokens[at].end, noun.noun if noun else ground.lemma(at), "title")
    return owners.Owner(collective.body(gathering, phrase, belongs), None, at)


