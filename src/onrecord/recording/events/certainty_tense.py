"""When an event lies, by the tense and aspect of its verb and the words of time on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.recording.events.certainty_frames import is_infinitive

if TYPE_CHECKING:
    from onrecord.record.items import When
    from onrecord.recording.statements.scene import Scene

_AHEAD = re.compile(
    r"\b(?:tomorrow|next (?:week|month|year|spring|summer|autumn|fall|winter|\w+day)|(?:the )?(?:coming|upcoming|following) "
    r"(?:days|weeks|months|years)|later (?:today|tonight|this \w+)|soon|shortly|in the future)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\b(?:yesterday|last (?:week|month|year|night|\w+day)|\w+ ago|earlier (?:this|today)\b.*)", re.IGNORECASE)
_PAST = frozenset({"was", "were", "had", "did"})
_PRESENT = frozenset({"is", "are", "am", "'s", "'re", "'m", "’s", "’re", "’m", "does", "do", "be"})
_PERFECT = frozenset({"has", "have", "had", "'ve", "’ve", "'s", "’s", "having"})


def tense(scene: Scene, token: int) -> When | None:
    """Past, present or future as the words of this clause have it; null for an infinitive, a participle or a noun that tell nothing."""
    own = scene.tokens[token]
    helpers = [scene.tokens[i] for i in scene.kids(token, "aux", "cop")]
    words = [h.text.lower() for h in helpers]
    modal = next((h.text.lower() for h in helpers if h.xpos == "MD"), None)
    perfect = any(w in _PERFECT and not _is_be(h.lemma) for w, h in zip(words, helpers, strict=True))
    hint = _hint(scene, token)
    if any(h.text.lower() in ("going", "gonna") for h in helpers):
        return "future"
    if modal is not None:
        if perfect:
            return "past"
        return "present" if modal in ("can", "ca") and hint is None else hint or "future"
    if is_infinitive(scene, token):
        if any(_is_be(h.lemma) and h.start < own.start and h.xpos in ("VBZ", "VBP", "VBD") for h in helpers):
            return "future"
        return "past" if perfect else hint if hint == "future" else None
    if perfect or any(w in _PAST for w in words):
        return "past"
    if any(w in _PRESENT for w in words):
        return hint or "present"
    if own.xpos == "VBD":
        return "past"
    if own.xpos in ("VBZ", "VBP") and own.upos in ("VERB", "AUX"):
        if hint is not None:
            return hint
        return "past" if scene.draft.kind_at(own.start) == "title" else "present"
    if own.xpos == "VBN" and own.upos == "VERB" and own.relation in ("acl", "root", "conj", "parataxis"):
        return "past"
    return hint


def _hint(scene: Scene, token: int) -> When | None:
    """What a word of time that hangs from this token says."""
    for kid in scene.kids(token, "obl", "nmod", "advmod", "amod", "compound"):
        inside = scene.marks.subtree(kid)
        phrase = scene.text[scene.tokens[inside[0]].start : scene.tokens[inside[-1]].end]
        if len(inside) > 6:
            continue
        if _AHEAD.search(phrase):
            return "future"
        if _BEHIND.search(phrase):
            return "past"
    return None


def _is_be(lemma: str) -> bool:
    return lemma == "be"
