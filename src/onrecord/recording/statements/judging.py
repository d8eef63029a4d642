"""What is plainly said in praise or blame: "called the move a disgrace", "this is an outrage", "claimed that the police had beaten him"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.facts.valence import valence
from onrecord.recording.statements.clauses import is_negated, top_of

if TYPE_CHECKING:
    from onrecord.record.items import Act
    from onrecord.recording.statements.candidate import Candidate
    from onrecord.recording.statements.scene import Scene

_BAD, _GOOD, _BEST = -1.5, 1.5, 2.2
_MUCH = 70  # words of a content that are looked at
_NO = frozenset({"not", "n't", "n’t", "never", "no", "nothing", "nobody", "none", "nor", "neither"})
_OWNED = frozenset({"responsibility", "credit", "victory", "success"})  # claimed for oneself
_UNTRUE = frozenset({"wrong", "false", "untrue", "unfounded", "baseless", "groundless", "incorrect", "inaccurate", "nonsense", "absurd", "unacceptable", "impermissible"})
_THANKS = frozenset({"thank", "thanks", "congratulate", "congratulation", "condolence", "grateful"})
_FIRST = 15  # words in which a wish is spoken
_THAT = frozenset({"it", "this", "that", "these", "those"})


def act_of_judgment(scene: Scene, candidate: Candidate) -> tuple[Act, str] | None:
    """The act that words of praise or blame make of plain saying, and the rule; null where they make nothing of it.

    Counted on the labels of training/acts.csv: each rule is right in more than half of the statements that it reads so.
    """
    inside = [i for start, end in candidate.content for i in scene.marks.between(start, end)][:_MUCH]
    word, top = candidate.word, top_of(scene, candidate)
    good, bad = _tone(scene, inside)
    if word is not None and word.kind == "evaluation":
        if bad <= _BAD:
            return "condemn", "held to be bad"
        return ("praise", "held to be good") if good >= _GOOD else None
    if word is not None and word.lemma == "claim" and bad <= _BAD:
        return None if top is not None and scene.tokens[top].lemma.lower() in _OWNED else ("accuse", "a wrong that is claimed")
    if any(scene.tokens[i].lemma.lower() in _THANKS for i in inside[:_FIRST]):
        return "praise", "thanks or good wishes"
    if top is None or not scene.kids(top, "cop") or is_negated(scene, top):
        return None
    if scene.tokens[top].lemma.lower() in _UNTRUE:
        return "reject", "said to be untrue"
    subject = [scene.tokens[i].text.lower() for i in scene.kids(top, "nsubj")]
    good, bad = _tone(scene, [i for i in inside if scene.tokens[i].sentence == scene.tokens[top].sentence])
    if bad <= _BAD:
        return ("condemn", "said to be bad") if subject and subject[0] in _THAT else None
    noun = scene.tokens[top].upos in ("NOUN", "PROPN") and subject and subject[0] not in (*_THAT, "i", "we", "there")
    return ("praise", "said to be good") if noun and good >= _BEST else None


def _tone(scene: Scene, inside: list[int]) -> tuple[float, float]:
    """The best and the worst of these words, a word after "not" at half its value and turned round."""
    good = bad = 0.0
    before = ""
    for i in inside:
        token = scene.tokens[i]
        value = valence(token.text.lower(), token.lemma.lower())
        if before in _NO:
            value *= -0.5
        good, bad = max(good, value), min(bad, value)
        if token.upos != "DET":
            before = token.text.lower()
    return good, bad
