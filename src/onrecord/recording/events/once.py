"""Events that other words of the sentence tell already, or that are nobody's in particular: each happening of a sentence is told once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.recording.events.draft import Found
    from onrecord.recording.statements.scene import Scene

_ENABLING = frozenset({"allow", "permit", "enable", "let", "empower", "entitle"})
_ANYBODY = frozenset({"people", "those", "anyone", "anybody", "person", "individual", "someone", "somebody", "whoever"})
_WILLING = frozenset({"AGREE", "REJECT"})
_LONGEST = 4  # steps from one word to the other


def once(scene: Scene, found: list[Found]) -> list[Found]:
    """`found` in order, without what is agreed to or refused (the agreement is the event), what a law allows, and what a meeting was spent with."""
    by_token = {f.token: f for f in found}
    return [f for f in found if not (_is_settled(scene, f, by_token) or _is_allowed(scene, f) or _is_anybodys(scene, f) or _is_spent(scene, f, by_token))]


def _is_settled(scene: Scene, found: Found, by_token: dict[int, Found]) -> bool:
    """Whether it is the infinitive that an agreement or a refusal is about ("agreed to hold talks", "refused to release him")."""
    token = scene.tokens[found.token]
    verb = token.head if token.upos == "NOUN" and scene.is_a(found.token, "obj") else found.token  # "hold" of "hold talks"
    above = by_token.get(scene.tokens[verb].head) if verb >= 0 else None
    if above is None or above is found or above.type not in _WILLING or not above.verbal:
        return False
    return scene.is_infinitive(verb) and scene.is_a(verb, "xcomp", "advcl", "ccomp")


def _is_allowed(scene: Scene, found: Found) -> bool:
    """Whether it is what somebody is allowed to do ("a law that lets China extradite suspects")."""
    token = scene.tokens[found.token]
    return token.head >= 0 and scene.is_a(found.token, "xcomp", "ccomp", "obj") and scene.tokens[token.head].lemma.lower() in _ENABLING


def _is_anybodys(scene: Scene, found: Found) -> bool:
    """Whether it only says which people are meant ("people accused of crimes"), however many."""
    token = scene.tokens[found.token]
    before = found.token - 1  # the parse may hang it from a noun further off
    if token.xpos != "VBN" or not scene.is_a(found.token, "acl") or before < 0 or token.head > found.token:
        return False
    if scene.tokens[before].lemma.lower() not in _ANYBODY or scene.kids(before, "nummod"):
        return False
    return not scene.kids(found.token, "obl") or scene.case_of(scene.kids(found.token, "obl")[0]) == "of"


def _is_spent(scene: Scene, found: Found, by_token: dict[int, Found]) -> bool:
    """Whether it says what was done at a meeting or visit that the sentence tells before ("met the premier and discussed trade")."""
    if found.type != "CONSULT" or scene.tokens[found.token].upos != "VERB":
        return False
    sentence, at = scene.tokens[found.token].sentence, found.token
    for _ in range(_LONGEST):
        at = scene.tokens[at].head
        if at < 0 or scene.tokens[at].sentence != sentence:
            return False
        other = by_token.get(at)
        if other is not None and other.type == "CONSULT" and other.token < found.token:
            return set(found.actors) <= {*other.actors, *other.recipients}
        nouns = [k for k in scene.kids(at, "obj", "obl") if k in by_token and by_token[k].type == "CONSULT" and k < found.token]
        if nouns:
            return True
    return False
