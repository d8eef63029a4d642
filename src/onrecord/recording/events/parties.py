"""Who does it and to whom: the frame of a predicate filled from its clause, heads turned into actors of the cast.

A frame is `ROLES>ROLES` (who, to whom) or `ROLES+ROLES` (all take part alike); roles are alternatives parted by `|`, the first that the clause fills is
taken: `subj`, `obj`, `iobj`, `clause` (the subject of its complement), `poss` (an owner, an adjective of nationality), or a preposition.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.recording.events import clauses

if TYPE_CHECKING:
    from onrecord.recording.statements.scene import Scene


@dataclass
class Parties:
    """Heads of those who do it and those it is done to, in text order; `reciprocal` where all take part alike."""

    actors: list[int]
    recipients: list[int]
    reciprocal: bool = False


def parties_of(scene: Scene, token: int, frame: str, used: set[int]) -> Parties:
    """The parties of the predicate at `token`, whose other words are `used`."""
    both = "+" in frame
    who, _, whom = frame.partition("+" if both else ">")
    read = _of_verb if scene.tokens[token].upos in ("VERB", "AUX") else _of_noun
    actors, recipients = read(scene, token, who.split("|"), [r for r in whom.split("|") if r], used)
    own = set(clauses.objects(scene, token)) if "obj" in whom.split("|") else set()
    actors = _spread(scene, [k for k in actors if k not in used and k != token])
    recipients = [k for k in _spread(scene, [k for k in recipients if (k not in used or k in own) and k != token]) if k not in actors]
    return Parties([*actors, *recipients], [], reciprocal=True) if both else Parties(actors, recipients)


def _of_verb(scene: Scene, verb: int, who: list[str], whom: list[str], used: set[int]) -> tuple[list[int], list[int]]:
    passive = clauses.is_passive(scene, verb)
    taken: set[int] = set(used)

    def filled(roles: list[str]) -> list[int]:
        for role in roles:
            found = [k for k in _verbal_role(scene, verb, role, passive=passive, used=used) if k not in taken or (role == "obj" and k in used)]
            if found:
                taken.update(found)
                return found
        return []

    actors = filled(who)
    return actors, filled(whom)


def _verbal_role(scene: Scene, verb: int, role: str, *, passive: bool, used: set[int]) -> list[int]:
    """Heads in a role; in the passive `subj` is the agent and `obj` the grammatical subject."""
    if role == "subj":
        if passive:
            return clauses.agents(scene, verb)
        subject = clauses.subject(scene, verb)
        return [] if subject is None else [subject]
    if role in ("obj", "iobj"):
        if passive:
            subject = clauses.subject(scene, verb)
            return [] if subject is None else [subject]
        told = scene.kids(verb, "iobj")
        plain = [k for k in clauses.objects(scene, verb) if k not in used]
        given = any(scene.is_a(k, "obj") for k in used)  # what is given is one of the predicate's words: another object is the one it is given to
        own = [k for k in clauses.objects(scene, verb) if k in used] if role == "obj" and not plain else []  # "accepted refugees": the word is the party
        return told or own or (plain if role == "obj" or given else [])
    if role == "clause":
        return _complement_subject(scene, verb)
    if role == "poss":
        return [k for u in sorted(used) if u != verb for k in [clauses.owner(scene, u)] if k is not None]
    found = clauses.phrases(scene, verb, role)
    for u in sorted(used):
        if u != verb and scene.tokens[u].upos in ("NOUN", "PROPN"):
            found += [k for k in clauses.phrases(scene, u, role) if k not in found]
    return found


def _complement_subject(scene: Scene, verb: int) -> list[int]:
    """The subject of the clause that the verb takes, where it is another's."""
    for k in scene.kids(verb, "ccomp", "xcomp"):
        for s in scene.kids(k, "nsubj"):
            return [s]
    return []


def _of_noun(scene: Scene, noun: int, who: list[str], whom: list[str], used: set[int]) -> tuple[list[int], list[int]]:
    verb = clauses.light(scene, noun)
    taken: set[int] = set(used)
    recipients: list[int] = []

    def filled(roles: list[str]) -> list[int]:
        for role in roles:
            found = [k for k in _nominal_role(scene, noun, role) if k not in taken]
            if found:
                taken.update(found)
                return found
        return []

    actors: list[int] = []
    if verb is not None:
        subject = clauses.subject(scene, verb)
        if clauses.is_passive(scene, verb):
            actors = clauses.agents(scene, verb)
        elif subject is not None and subject != noun:
            if clauses.undergoes(scene, verb):
                recipients = [subject]
            else:
                actors = [subject]
        taken.update([*actors, *recipients])
    first_of_whom = [r for r in whom if r not in who]
    recipients = recipients or filled(first_of_whom)
    if not actors:
        actors = filled(who)
    recipients = recipients or filled([r for r in whom if r in who])
    if not recipients and verb is not None:
        recipients = [k for r in first_of_whom for k in clauses.phrases(scene, verb, r) if k not in taken][:1] or [k for k in scene.kids(verb, "iobj") if k not in taken]
    return actors, recipients


def _nominal_role(scene: Scene, noun: int, role: str) -> list[int]:
    if role == "poss":
        own = clauses.owner(scene, noun)
        return [] if own is None else [own]
    return clauses.phrases(scene, noun, role)


def _spread(scene: Scene, found: list[int]) -> list[int]:
    """Each head once, with those coordinated with it."""
    return list(dict.fromkeys(h for k in found for h in clauses.heads(scene, k)))
