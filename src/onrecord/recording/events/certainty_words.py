"""Words that hang from an event, or from what embeds it, and bear on it: modals, negation, hedges, conditions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.facts.embedders import Embedder, embedder
from onrecord.recording.events.certainty_tense import tense
from onrecord.recording.events.conditions import condition_under

if TYPE_CHECKING:
    from onrecord.recording.events.certainty_state import State
    from onrecord.recording.statements.scene import Range, Scene

_MODALS = {"'ll": "will", "’ll": "will", "wo": "will", "ca": "can", "'d": "would", "’d": "would", "sha": "shall"}
_NEGATED_PREFIX = re.compile(r"un(?!it|veil|der|leash|cover|fold|load|lock|earth|iver)[a-z]{3,}ed")
_SURE_WHEN_NEGATED = frozenset({"can", "could"})
_NOT_NEGATIVE = frozenset({"only", "just", "merely", "least"})


def apply_words(scene: Scene, token: int, state: State) -> None:
    """Lets the words on this token bear on the state."""
    negation = negation_of(scene, token)
    _modal(scene, token, state, negated=negation is not None)
    if negation is not None:
        state.negate(negation, "negation")
    for kid, entry in modifiers(scene, token):
        _modify(state, scene.tokens[kid].start, scene.tokens[kid].end, entry)
    condition = condition_under(scene, token)
    if condition is not None:
        first = scene.tokens[scene.marks.between(*condition)[0]]
        state.under(condition, (first.start, first.end))
    if state.when is None:
        when = tense(scene, token)
        state.lay(when, _ahead_cue(scene, token) if when == "future" else None)
        if when == "future":
            state.rules.append("future")


def modifiers(scene: Scene, token: int) -> list[tuple[int, Embedder]]:
    """Adverbs and adjectives on this token that the table knows, negation aside."""
    found = []
    for kid in scene.kids(token, "advmod", "amod", "acl"):
        frame = "advmod" if scene.is_a(kid, "advmod") else "amod"
        seen = scene.tokens[kid]
        if scene.is_a(kid, "acl") and kid > token:
            continue
        entry = embedder(seen.text, "ADV" if frame == "advmod" else "ADJ", frame)
        if entry is not None and not (entry.effect == "negative" and frame == "advmod"):
            found.append((kid, entry))
    return found


def _modify(state: State, start: int, end: int, entry: Embedder) -> None:
    state.lower(entry.certainty, (start, end), entry.effect)
    if entry.polarity == "negative":
        state.negate((start, end), entry.effect)
    if entry.ahead:
        state.lay(entry.ahead, (start, end))


def modal_of(scene: Scene, token: int) -> tuple[str, int] | None:
    """The modal verb on this token and its index, or null."""
    for kid in scene.kids(token, "aux"):
        seen = scene.tokens[kid]
        word = _MODALS.get(seen.text.lower(), seen.text.lower())
        if (seen.xpos == "MD" or word in ("ought", "will", "would")) and embedder(word, "modal", "aux") is not None:
            return word, kid
    return None


def _modal(scene: Scene, token: int, state: State, *, negated: bool) -> None:
    modal = modal_of(scene, token)
    if modal is None:
        return
    word, kid = modal
    perfect = any(scene.tokens[i].lemma == "have" for i in scene.kids(token, "aux"))
    if word == "would" and state.reported and not perfect:
        word = "will"
    entry = embedder(word, "modal", "aux")
    if entry is None:
        return
    cue = scene.tokens[kid].start, scene.tokens[kid].end
    if word == "must" and perfect:
        state.lower("probable", cue, "modal")
    elif not (negated and word in _SURE_WHEN_NEGATED and not perfect):
        state.lower(entry.certainty, cue, "modal")


def _ahead_cue(scene: Scene, token: int) -> Range | None:
    modal = modal_of(scene, token)
    return None if modal is None else (scene.tokens[modal[1]].start, scene.tokens[modal[1]].end)


def negation_of(scene: Scene, token: int) -> Range | None:
    """The word that negates this token: not, never, no longer, nobody, no troops, without, neither … nor, un-; null where none does."""
    own = scene.tokens[token]
    for kid in scene.marks.children[token]:
        seen = scene.tokens[kid]
        word = seen.text.lower()
        if word == "no" and _no(scene, token, kid):
            return seen.start, seen.end
        late = kid > token and scene.is_a(kid, "advmod") and kid - token > 2
        if not late and scene.is_a(kid, "advmod", "cc", "aux", "det", "case", "mark") and _negates(scene, kid, word):
            return seen.start, seen.end
        if scene.is_a(kid, "nsubj", "obj") and own.upos in ("VERB", "AUX", "ADJ", "NOUN"):
            if embedder(word, "pronoun", "subj") is not None:
                return seen.start, seen.end
            for below in scene.kids(kid, "det", "cc"):
                if embedder(scene.tokens[below].text, "determiner", "det") is not None:
                    return scene.tokens[below].start, scene.tokens[below].end
    before = token - 1
    while before >= 0 and own.upos == "NOUN" and token - before < 4 and scene.tokens[before].upos in ("ADJ", "NOUN", "NUM"):
        before -= 1
    if before >= 0 and own.upos == "NOUN" and scene.tokens[before].text.lower() == "no":
        return scene.tokens[before].start, scene.tokens[before].end
    if own.upos in ("ADJ", "VERB") and _NEGATED_PREFIX.fullmatch(own.text.lower()) and own.xpos != "VBD":
        return own.start, own.end
    return None


def _no(scene: Scene, token: int, kid: int) -> bool:
    """Whether a "no" on this token, however the parse has it, is its determiner, its object's or that of "no longer"."""
    return kid < token or scene.is_a(kid, "det") or any(kid < i <= kid + 3 for i in scene.kids(token, "obj"))


def _negates(scene: Scene, kid: int, word: str) -> bool:
    if scene.is_a(kid, "det"):
        return embedder(word, "determiner", "det") is not None
    if scene.is_a(kid, "case", "mark"):
        return (found := embedder(word, "preposition", "case")) is not None and found.effect == "negative"
    if scene.is_a(kid, "advmod") and any(scene.tokens[i].text.lower() in ("no", "not") for i in scene.marks.children[kid]):
        return True
    entry = embedder(word, "ADV", "advmod")
    if entry is None or entry.effect != "negative":
        return False
    after = scene.tokens[kid + 1].text.lower() if kid + 1 < len(scene.tokens) else ""
    return not (word == "not" and (after in _NOT_NEGATIVE or _corrects(scene, kid)))


def _corrects(scene: Scene, kid: int) -> bool:
    """Whether this "not" takes back a figure alone ("22 people, not six, were held"); "not one of them" denies all."""
    after = scene.tokens[kid + 1] if kid + 1 < len(scene.tokens) else None
    return after is not None and after.upos == "NUM" and after.text.lower() not in ("one", "1") and scene.tokens[kid - 1].text in (",", "(", "–", "—", "-")
