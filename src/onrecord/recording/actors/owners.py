"""To whom a noun phrase says that it belongs: "Oslo's military", "the Ukrainian president", "a spokesman for the ministry"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns
from onrecord.recording.actors.mentions import FIRST, THIRD
from onrecord.recording.actors.phrase import Phrase

if TYPE_CHECKING:
    from onrecord.recording.actors.gathering import Entity, Gathering

_LINKS = ("of", "for", "at", "from", "with", "in")


@dataclass(frozen=True)
class Owner:
    """The owner found: an actor or, where the state is no actor here, its code; `token` heads the words that name it; `pronoun` where one does."""

    entity: Entity | None
    code: str | None
    token: int
    pronoun: bool = False

    @property
    def country(self) -> str | None:
        """The owner's country."""
        return self.entity.country if self.entity is not None else self.code


def owner(gathering: Gathering, head: int) -> Owner | None:
    """Whom the phrase headed by this token belongs to: its possessor, an adjective of nationality, a name before it, a name after "of" or "for"."""
    ground = gathering.ground
    for k in ground.kids(head, "nmod:poss"):
        low = ground.tokens[k].text.lower()
        if low in THIRD or low in FIRST:
            return Owner(gathering.one(k), None, k, pronoun=True)
        found = _named(gathering, k)
        if found is not None:
            return found
        deeper = owner(gathering, k)
        if deeper is not None:
            return deeper
    for k in sorted(ground.kids(head, "amod", "compound", "nmod:desc", "nmod"), reverse=True):
        if k > head or not ground.reaches(k, head):
            continue
        found = _named(gathering, k) or next((f for j in ground.kids(k, "amod", "compound") if (f := _named(gathering, j)) is not None), None)
        if found is not None:
            return found
    noun = actor_nouns.noun(ground.tokens[head].lemma)
    for k in ground.kids(head, "nmod"):
        preposition = ground.case(k)
        if (
            k > head
            and preposition in _LINKS
            and not (preposition in ("with", "in", "from") and (noun is None or (noun.kind == "person" and preposition == "in")))
        ):
            found = _named(gathering, k)
            if found is None and preposition in ("of", "for", "at", "with") and gathering.one(k) is not None:
                found = Owner(gathering.one(k), None, k)
            if found is not None:
                return found
    at = head - 1
    while at > 0 and ground.tokens[at].upos in ("ADJ", "NOUN") and at not in gathering.behind:
        at -= 1
    if noun is not None and (noun.kind != "person" or noun.title or noun.sector) and at >= 0 and at in gathering.behind and ground.joined(at):
        return _named(gathering, at)
    return None


def before(gathering: Gathering, first: int) -> Owner | None:
    """Whom a name belongs to by the word right before it: "Chile's Foreign Ministry", "Dutch Foreign Ministry", whatever the parse says."""
    seen, at = gathering.ground.tokens, first - 1
    if at > 0 and seen[at].text in ("'s", "’s", "'", "’"):
        at -= 1
    elif at >= 0 and seen[at].upos not in ("ADJ", "PROPN"):
        return None
    return _named(gathering, at) if at >= 0 and seen[at].sentence == seen[first].sentence else None


def _named(gathering: Gathering, token: int) -> Owner | None:
    """The named actor or state that this token names, or null."""
    entity = gathering.one(token)
    if entity is not None:
        return Owner(entity, None, token)
    code = gathering.behind.get(token)
    return Owner(None, code, token) if code is not None else None


def own(gathering: Gathering, found: Owner) -> Entity | None:
    """The owner as an actor: a state that has so far only been named by its adjective becomes one."""
    if found.entity is None and found.code is not None:
        if any(p.head == found.token for p in gathering.literal) and _city(gathering, found.token):
            return None
        state, word = gathering.state(found.code), gathering.ground.tokens[found.token]
        known = gathering.ground.known.states(word.text)
        if not state.mentions and known and known[0].form == "demonym":
            state.mentions.append((Phrase("name", found.token, found.token, found.token + 1, word.start, word.end, word.text, "NORP"), "demonym"))
        return state
    return found.entity


def _city(gathering: Gathering, token: int) -> bool:
    """Whether a name used as a place names a capital rather than its state."""
    known = gathering.ground.known.states(gathering.ground.tokens[token].text)
    return bool(known) and known[0].form == "capital"
