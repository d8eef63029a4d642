"""What the parse hangs into a content, though it is the reporter's: relative clauses beside a thing, verbs joined to the wrong one, days."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.recording.statements.scene import Scene


def asides(scene: Scene, noun: int) -> set[int]:
    """What is told beside a noun phrase: relative clauses behind a comma, clauses with "as" or "while"; they are the reporter's."""
    inside, out = scene.marks.subtree(noun), set()
    for i in inside:
        opens = min(scene.marks.subtree(i)) if i != noun else i
        behind_comma = opens > inside[0] and (scene.tokens[opens].text == "," or scene.tokens[opens - 1].text == ",")
        told = scene.tokens[i].relation == "acl:relcl" and behind_comma
        meanwhile = scene.is_a(i, "advcl", "acl") and scene.case_of(i) in ("as", "while", "after") and bool(scene.kids(i, "nsubj"))
        if i != noun and (told or meanwhile) and scene.quoted_at(scene.tokens[i].start, scene.tokens[i].end) is None:
            out |= set(scene.marks.subtree(i))
    return out


def is_torn(scene: Scene, verb: int) -> bool:
    """Whether the parse coordinates with a past verb of saying what is part of what was said.

    "She repeated that the ministry turning away, if true, shows …": a present tense, no conjunction, no subject of its own, and a clause without a
    finite verb before it.
    """
    token, head = scene.tokens[verb], scene.tokens[verb].head
    if not scene.is_a(verb, "conj") or token.xpos not in ("VBZ", "VBP") or head < 0 or scene.tokens[head].xpos != "VBD":
        return False
    if scene.kids(verb, "cc", "nsubj") or scene.tokens[verb - 1].upos == "CCONJ":
        return False
    return any(scene.tokens[k].xpos in ("VBG", "NN", "NNS", "NNP") and k < verb for k in scene.kids(head, "ccomp"))


def told_beside(scene: Scene, cue: int, clause: int) -> set[int]:
    """What the parse joins to the clause though its tense joins it to the cue: "stressed that it is a priority and gave an example"."""
    tokens = scene.tokens
    if tokens[cue].xpos != "VBD" or _finite(scene, clause) not in ("VBZ", "VBP", "MD"):
        return set()
    out: set[int] = set()
    for kid in scene.kids(clause, "conj"):
        if kid > clause and tokens[kid].xpos == "VBD" and not scene.kids(kid, "nsubj", "nsubj:pass", "aux") and scene.quoted_at(tokens[kid].start, tokens[kid].end) is None:
            out |= set(scene.marks.subtree(kid))
    return out


def _finite(scene: Scene, clause: int) -> str:
    """The tag of the clause's finite verb: its first auxiliary or copula, else its head."""
    helping = scene.kids(clause, "aux", "cop")
    return scene.tokens[helping[0] if helping else clause].xpos


def is_dated(scene: Scene, token: int) -> bool:
    """Whether this is a day or date: "agreed on Thursday" says when, not what."""
    at = scene.tokens[token]
    return any(n.label == "DATE" and n.start <= at.start < n.end for n in scene.draft.names_near(at.start, at.end))
