"""Blame that nobody calls so: a quotation that opens with another actor and says ill of him ("The minister treats the law with contempt," she said)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.facts.valence import valence

if TYPE_CHECKING:
    from onrecord.record import Statement
    from onrecord.recording.actors.cast import Cast
    from onrecord.recording.statements.scene import Scene

_BAD = -1.0
_OPENS = 5  # words before the subject of a quotation that opens with it
_NOT = frozenset({"not", "n't", "n’t", "never", "no"})


def blamed(scene: Scene, cast: Cast, statement: Statement) -> list[str]:
    """Whom a plain quotation blames: the subject of its first sentence where that is somebody else, and the words about him are bad; else nobody."""
    if statement.act != "say" or statement.form not in ("direct", "mixed") or not statement.content or not statement.speakers:
        return []
    piece = statement.content[0]
    inside = scene.marks.between(piece.start, piece.end)
    head = scene.marks.head_of(piece.start, piece.end)
    if head is None or not inside or scene.quoted_at(piece.start, scene.tokens[head].end) is None:
        return []
    for subject in scene.kids(head, "nsubj"):
        if subject - inside[0] > _OPENS or scene.tokens[subject].upos == "PRON":
            continue
        found = [i for i in cast.of_token(subject) if i in cast.by_id and cast.by_id[i].kind != "other"]
        if found and not set(found) & _own(cast, statement.speakers) and _ill(scene, head):
            return found
    return []


def _own(cast: Cast, speakers: list[str]) -> set[str | None]:
    """The speakers, and whom they belong to."""
    known = [cast.by_id[i] for i in speakers if i in cast.by_id]
    return {*speakers, *(a.part_of for a in known), *(r.of for a in known for r in a.roles)}


def _ill(scene: Scene, head: int) -> bool:
    """Whether a word of the clause, "not" aside, is bad."""
    words = [scene.tokens[i] for i in scene.marks.subtree(head)]
    return any(
        valence(w.text.lower(), w.lemma.lower()) <= _BAD and (n == 0 or words[n - 1].text.lower() not in _NOT) for n, w in enumerate(words) if w.upos not in ("PROPN", "DET")
    )  # fmt: skip
