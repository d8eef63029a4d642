"""Nouns that a cue says something of, where they are not its clause: what a relative clause, a passive or a participle describes, what somebody is blamed for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.recording.statements.asides import is_dated

if TYPE_CHECKING:
    from onrecord.recording.statements.scene import Scene


def antecedent(scene: Scene, cue: int) -> set[int]:
    """For "a development that she said would be grave": the words that the relative clause says it of."""
    if scene.tokens[cue].relation != "acl:relcl" or scene.tokens[cue].head < 0:
        return set()
    if any(scene.is_relative(i) for i in scene.kids(cue, "nsubj")):
        return set()
    head = scene.tokens[cue].head
    inside = set(scene.marks.subtree(cue)) | {i for aside in scene.kids(head, "acl:relcl", "appos", "parataxis") for i in scene.marks.subtree(aside)}
    return {i for i in scene.marks.subtree(head) if i not in inside and i < cue and scene.tokens[i].upos != "PUNCT" and not scene.is_a(i, "case")}


def grounds(scene: Scene, cue: int, held: int) -> set[int]:
    """What somebody is held to be or held up for, right behind his name: "blasted the mayor as a coward", "praised her for leaving"."""
    last = max(scene.marks.subtree(held))
    for kid in scene.kids(cue, "obl", "advcl"):
        words = scene.marks.subtree(kid)
        if words[0] == last + 1 and scene.case_of(kid) in ("as", "for") and not scene.kids(kid, "nsubj") and not is_dated(scene, kid):
            return set(words)
    return set()


def passive_object(scene: Scene, cue: int) -> set[int]:
    """Tokens of what "was condemned by" somebody: the subject, or the noun that the participle describes."""
    agent = any(scene.tokens[i].relation == "obl:agent" or scene.case_of(i) == "by" for i in scene.kids(cue, "obl"))
    if not agent:
        return set()
    subjects = scene.kids(cue, "nsubj:pass", "nsubj")
    if subjects and not scene.is_relative(subjects[0]):
        return set(scene.marks.subtree(subjects[0]))
    return antecedent(scene, cue) if subjects else _described(scene, cue)


def _described(scene: Scene, participle: int) -> set[int]:
    """For "the strike declared by the union": the words before the participle that it describes."""
    if not scene.is_a(participle, "acl") or scene.tokens[participle].relation == "acl:relcl" or scene.tokens[participle].head < 0:
        return set()
    noun = scene.tokens[participle].head
    apart = {i for k in scene.kids(noun, "case", "nsubj", "cop") for i in scene.marks.subtree(k)}
    return {i for i in scene.marks.subtree(noun) if i < participle and i not in apart}
