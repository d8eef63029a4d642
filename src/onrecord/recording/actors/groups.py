"""Several named together ("Lind and Ferro", "Lind met Ferro"): of whom "they", "the two ministers", "the leaders" speak after that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.recording.actors.gathering import Entity, Gathering
    from onrecord.recording.actors.phrase import Phrase

BACK = 6  # sentences looked back
MOST = 4  # members
_MEETING = frozenset({"meet", "talk", "speak", "confer", "negotiate"})
_TALKS = frozenset({"talk", "talks", "meeting", "summit", "conversation", "negotiation", "negotiations", "call"})
STATES = frozenset({"country", "nation", "side"})  # what two states are called together, though none of them alone is an actor by it
_STATES = STATES | {"neighbor", "neighbour", "state", "government", "ally", "power"}
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "2": 2, "3": 3, "4": 4}


@dataclass(frozen=True, slots=True)
class Group:
    """Its first member's head token and the members' ids in order."""

    token: int
    members: tuple[str, ...]


def groups(gathering: Gathering, tokens: Iterable[int] | None = None) -> list[Group]:
    """Groups of two to four persons, or of as many governments, in order of the text: joined by a conjunction, or meeting each other.

    Their first members are looked for among `tokens`, all words unless told.
    """
    ground, out = gathering.ground, []
    for i in sorted(gathering.of) if tokens is None else (t for t in tokens if t in gathering.of):
        together = [i, *ground.kids(i, "conj")]
        function = ground.function(i)
        if function.relation in ("nsubj", "nsubj:outer") and function.governor >= 0:
            together += [*_second_subjects(gathering, i, function.governor), *_met(gathering, function.governor)]
        heard = [gathering.at(t) for t in together]
        members = tuple(dict.fromkeys(e.id for found in heard if len(found) == 1 or len(heard) == 1 for e in found if not e.many))
        kinds = {gathering.actors[m].kind for m in members}
        if 2 <= len(members) <= MOST and kinds in ({"person"}, {"government"}) and ground.tokens[i].relation != "conj":
            out.append(Group(i, members))
    return out


def _second_subjects(gathering: Gathering, first: int, verb: int) -> list[int]:
    """Further subjects that the parse gives a verb behind "and": "Lind and her colleague, Ferro, agreed"."""
    ground = gathering.ground
    return [k for k in ground.kids(verb, "nsubj") if first < k < verb and any(t.upos == "CCONJ" for t in ground.tokens[first:k])]


def _met(gathering: Gathering, verb: int) -> list[int]:
    """Whom the subject of this verb meets: its object or "with" phrase, or that of the talks it holds."""
    ground = gathering.ground
    if ground.lemma(verb) in _MEETING:
        return [*(ground.kids(verb, "obj") if ground.lemma(verb) == "meet" else []), *(k for k in ground.kids(verb, "obl") if ground.case(k) == "with")]
    talks = [k for k in ground.kids(verb, "obj", "obl") if ground.lemma(k) in _TALKS]
    return [n for k in (*talks, verb) if talks for n in ground.kids(k, "nmod", "obl") if ground.case(n) == "with"]


def called(gathering: Gathering, phrase: Phrase) -> list[Entity]:
    """Of whom a plural noun phrase speaks: "the two ministers", "both sides", "the leaders" after "Lind and Ferro"; nobody where it can be others."""
    ground = gathering.ground
    numbers = [ground.tokens[k].text.lower() for k in ground.kids(phrase.head, "nummod", "det", "det:predet", "amod")]
    count = next((_NUMBERS[n] for n in numbers if n in _NUMBERS), None)
    if not (ground.definite(phrase.head) or "both" in numbers) or ground.kids(phrase.head, "nmod", "acl", "acl:relcl", "nmod:poss", "amod", "compound"):
        return []
    states = phrase.words in _STATES
    noun = actor_nouns.noun(phrase.words)
    if (states and count is None) or (not states and (noun is None or noun.kind != "person" or (count is None and not noun.title and phrase.words != "leader"))):
        return []
    first = ground.marks.sentences[max(0, ground.tokens[phrase.head].sentence - BACK)].first
    for group in reversed(groups(gathering, range(first, phrase.first))):
        members = [gathering.actors[m] for m in group.members]
        if (members[0].kind == "government") == states and (count is None or count == len(members)):
            return members
    return []
