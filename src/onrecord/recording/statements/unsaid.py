"""Verbs of saying in what others are asked to do or have failed to do: "urged them to march and demand", "its failure to condemn"; nobody has said it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.facts import cues

if TYPE_CHECKING:
    from onrecord.recording.statements.scene import Scene

_ASKING = ("demand", "request", "order", "warn", "ask")
_LACKING = frozenset(
    {
        "failure",
        "inability",
        "reluctance",
        "unwillingness",
        "ability",
        "right",
        "duty",
        "obligation",
        "chance",
        "opportunity",
        "power",
        "need",
        "necessity",
    }
)
_STEPS = 4


def only_asked(scene: Scene, verb: int) -> bool:
    """Whether the verb is an infinitive, or joined to one, that hangs on a request to somebody else, or on a noun that says it was not done or may be."""
    tokens, at = scene.tokens, verb
    if tokens[verb].xpos not in ("VB", "VBP") or scene.quoted_at(tokens[verb].start, tokens[verb].end) is not None:
        return False
    for _ in range(_STEPS):
        head = tokens[at].head
        if head < 0 or scene.kids(at, "nsubj") or not scene.is_a(at, "conj", "xcomp", "advcl", "acl", "ccomp"):
            return False
        if not scene.is_a(at, "conj") and not scene.is_infinitive(at):
            return False
        if scene.is_infinitive(at) and tokens[head].upos == "NOUN":
            if tokens[head].lemma in _LACKING:
                return True
        elif scene.is_infinitive(at) and tokens[head].upos == "VERB":
            word = cues.cue(tokens[head].lemma, "VERB")
            asked = scene.kids(head, "obj", "iobj") or [i for i in scene.kids(head, "obl") if scene.case_of(i) in ("on", "upon", "to") and i < at]
            if word is not None and word.takes("oi") and word.act in _ASKING and asked:
                return True
        at = head
    return False
