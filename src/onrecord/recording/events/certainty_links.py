"""What embeds an event: the word above it, the frame, and what the table of embedders says of the two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.facts.embedders import Embedder, embedder, embedder_of
from onrecord.recording.events.certainty_frames import adjoins, link_of

if TYPE_CHECKING:
    from onrecord.recording.statements.scene import Scene

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your"})
_ALIKE = {
    "gerund": ("gerund", "xcomp", "obj"), "compound": ("of", "for"), "purpose": ("xcomp",), "participle": ("gerund",), "clause": ("ccomp",),
}  # fmt: skip
_PARTS = {"VB": "VERB", "NN": "NOUN", "JJ": "ADJ", "RB": "ADV"}  # by the first letters of the Penn tag, which the parse gets right more often
_STRUCTURAL = frozenset({"obj", "subj", "conj", "compound", "participle", "purpose", "ccomp", "gerund", "xcomp", "nmod", "obl"})
_BETWEEN = frozenset({"not", "never", "yet", "n't", "n’t"})


def link(scene: Scene, node: int) -> tuple[int, str]:
    """Head and frame of this token: what stands right before it ("unable to reach", "risk of famine") where the table knows it, else by the parse."""
    return _adjacent(scene, node) or link_of(scene, node)


def _adjacent(scene: Scene, node: int) -> tuple[int, str] | None:
    seen = scene.tokens[node]
    first = scene.marks.sentences[seen.sentence].first
    thats = [i for i in scene.kids(node, "mark") if scene.tokens[i].text.lower() == "that"]
    if thats:
        return _known(scene, thats[0] - 1, "ccomp", first)
    before = node - 1
    if seen.xpos == "VB":
        while before > first and scene.tokens[before].upos == "ADV":
            before -= 1
        if before > first and scene.tokens[before].text.lower() == "to":
            before -= 1
            while before > first and scene.tokens[before].text.lower() in _BETWEEN:
                before -= 1
            return _known(scene, before, "xcomp", first)
        return None
    if seen.xpos == "VBG" and scene.tokens[before].text.lower() == "from":
        return next((found for i in range(before - 1, max(first, before - 8) - 1, -1) if (found := _known(scene, i, "from", first))), None)
    if seen.xpos not in ("VBG", "NN", "NNS") or scene.kids(node, "nsubj"):
        return None
    while before > first and node - before < 5 and scene.tokens[before].upos in ("DET", "ADJ", "NOUN", "NUM") and scene.tokens[node].upos == "NOUN":
        before -= 1
    preposition = scene.tokens[before].text.lower() if before > first else ""
    return _known(scene, before - 1, preposition, first) if scene.tokens[before].upos in ("ADP", "SCONJ") else None


def _known(scene: Scene, head: int, frame: str, first: int) -> tuple[int, str] | None:
    if head < first or not frame:
        return None
    return (head, frame) if _listed(scene, head, frame) is not None else None


def _listed(scene: Scene, head: int, frame: str) -> Embedder | None:
    """The table's row for this word in this very frame, with its particle where it has one."""
    seen = scene.tokens[head]
    part = _PARTS.get(seen.xpos[:2], seen.upos) if seen.xpos != "NNP" else seen.upos
    part = "VERB" if frame == "from" else part
    particle = next((scene.tokens[i].text.lower() for i in scene.kids(head, "compound") if i > head), None)
    found = embedder_of(f"{seen.lemma} {particle}", f"{seen.lemma} {particle}", part, frame) if particle else None
    found = found or embedder_of(seen.lemma, seen.text, part, frame)
    if found is None and part == "VERB" and seen.xpos == "VBN":
        return embedder_of(seen.lemma, seen.text, "ADJ", frame)
    return found


def embedding(scene: Scene, head: int, node: int, frame: str) -> tuple[int, Embedder | None]:
    """The embedding word and its entry: the head, or where that is the object of a verb with this frame ("accuse the police of …"), the verb."""
    found = entry_of(scene, head, node, frame)
    above = scene.tokens[head].head
    if found is None and above >= 0 and scene.is_a(head, "obj", "obl") and frame.islower() and frame not in _STRUCTURAL:
        further = entry_of(scene, above, node, frame)
        if further is not None:
            return above, further
    return head, found


def entry_of(scene: Scene, head: int, node: int, frame: str) -> Embedder | None:
    """What the table says of this head with the event in this frame."""
    if frame in ("ccomp", "clause") and is_whether(scene, node) and (asking := embedder("whether", "subordinator", "mark")) is not None:
        return asking
    for name in _ALIKE.get(frame, (frame,)):
        found = _listed(scene, head, name)
        if found is not None and _fits(scene, head, node, found, frame):
            return found
    return None


def _fits(scene: Scene, head: int, node: int, found: Embedder, frame: str) -> bool:
    """Whether a phrase that names its event ("stopped the attack") is one that this word can bear on."""
    if frame == "obj" and found.effect == "implicative":
        return not is_definite(scene, node)
    if frame == "obj" and found.lemma in ("announce", "discuss"):
        return not is_definite(scene, node)
    if frame == "xcomp" and found.lemma in ("say", "report"):
        return scene.is_passive(head)
    if frame in ("purpose", "participle"):
        return adjoins(scene, node, head) or (frame == "purpose" and (found.effect in ("request", "negative") or not scene.kids(head, "obj")))
    return True


def is_word(scene: Scene, node: int) -> bool:
    """Whether this noun is itself an act of speech or thought that embeds."""
    listed = (_listed(scene, node, frame) for frame in ("ccomp", "xcomp"))
    return any(found is not None and found.effect in ("claim", "request", "future", "wish", "neutral") for found in listed)


def is_whether(scene: Scene, node: int) -> bool:
    """Whether this clause is an indirect question; "that, if …" begins a condition."""
    marks = [scene.tokens[i].text.lower() for i in scene.kids(node, "mark")]
    return ("whether" in marks or "if" in marks) and "that" not in marks


def is_definite(scene: Scene, node: int) -> bool:
    """Whether this noun names something known ('the attack', 'their talks')."""
    return any(scene.tokens[i].text.lower() in _DEFINITE for i in scene.kids(node, "det", "nmod:poss"))
