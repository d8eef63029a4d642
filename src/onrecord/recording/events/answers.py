"""Answers to what was said before: "the accusation was denied by Oslo" names no event and takes a stand on those that the statement before it tells."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from onrecord.record import Stance
from onrecord.recording.events.weighing import KEPT
from onrecord.recording.statements.scene import overlap

if TYPE_CHECKING:
    from onrecord.record import Statement
    from onrecord.record.items import Certainty, Polarity
    from onrecord.recording.events.draft import Found
    from onrecord.recording.statements.scene import Scene

_ANSWERS: dict[str, tuple[Certainty, Polarity]] = {
    "deny": ("certain", "negative"), "reject": ("certain", "negative"), "confirm": ("certain", "positive"), "decline": ("unknown", "positive"),
}  # fmt: skip
_SAID = frozenset({"accusation", "allegation", "claim", "charge", "report", "assertion", "suggestion", "rumor", "rumour", "statement", "account", "count", "it", "that", "this", "them", "those"})
_REJECTED = _SAID - {"statement", "count", "it", "that", "this", "them", "those"}  # a demand or plan may be rejected too: only what is said to be so can be denied
_POINTING = frozenset({"the", "that", "this", "these", "those", "such", "both", "all"})
_BEFORE = 2  # sentences
_BARE = 3  # words
_FEW = 8  # statements
_LONG = 40  # characters of a word
_SURE = 0.7
_OPPOSITE: dict[Polarity, Polarity] = {"positive": "negative", "negative": "positive"}


def answer(scene: Scene, found: list[Found], statements: list[Statement]) -> None:
    """Adds the stances of those who deny, confirm or will not comment on what the statement before theirs tells."""
    told = _by_statement(found)
    telling = sorted(((s.content[-1].end, n) for n, s in enumerate(statements) if s.id in told and s.content))
    denials = {f.performed.id: f for f in found if f.performed is not None and f.performed.act == "deny"}
    accusing = sorted((s.content[-1].end, n) for n, s in enumerate(statements) if s.act == "accuse" and s.content)
    for s in statements:
        denial = denials.get(s.id)
        if denial is not None and not denial.recipients and s.cue is not None:
            accuser = _answered(scene, s, s.cue.start, [statements[n] for _, n in _just_before(accusing, s.cue.start)])
            denial.recipients = [i for i in accuser.speakers if i not in denial.actors] if accuser is not None else []
        if s.act not in _ANSWERS or s.cue is None or not _refers(scene, s):
            continue
        before = _answered(scene, s, s.cue.start, [statements[n] for _, n in _just_before(telling, s.cue.start)])
        if before is None:
            continue
        certainty, polarity = _ANSWERS[s.act]
        for f in told[before.id]:
            if any(stance.by == s.id for stance in f.stances):
                continue
            taken: Polarity = f.stances[0].polarity if polarity == "positive" else _OPPOSITE[f.stances[0].polarity]
            f.stances.append(Stance(by=s.id, certainty=certainty, polarity=taken, condition=None, cue=s.cue, confidence=_SURE))


def is_answered(scene: Scene, event: Found, statements: list[Statement], earlier: list[Found]) -> bool:
    """Whether it is named by a noun with "the" that is all that is confirmed or denied, and was told before ("confirmed the boarding")."""
    token = scene.tokens[event.token]
    if token.upos != "NOUN" or not any(scene.tokens[k].text.lower() in _POINTING for k in scene.kids(event.token, "det")):
        return False
    bare = any(
        s.act in _ANSWERS and len(s.content) == 1 and len(scene.marks.between(s.content[0].start, s.content[0].end)) <= _BARE
        and scene.marks.head_of(s.content[0].start, s.content[0].end) == event.token for s in statements
    )  # fmt: skip
    return bare and any(f.type == event.type and f.weight >= KEPT for f in earlier[-_FEW:])


def _just_before(telling: list[tuple[int, int]], at: int) -> list[tuple[int, int]]:
    """The last few that end before this character, the nearest first."""
    last = bisect_right(telling, (at, len(telling)))
    return telling[max(0, last - _FEW) : last][::-1]


def _by_statement(found: list[Found]) -> dict[str, list[Found]]:
    """The events that each statement tells on its own word."""
    out: dict[str, list[Found]] = {}
    for f in found:
        for stance in f.stances:
            if stance.by is not None:
                out.setdefault(stance.by, []).append(f)
    return out


def _refers(scene: Scene, statement: Statement) -> bool:
    """Whether its content is a bare "the accusation", "both claims", "it", which points back."""
    if len(statement.content) != 1:
        return False
    piece = statement.content[0]
    head = scene.marks.head_of(piece.start, piece.end)
    if head is None or scene.tokens[head].lemma.lower() not in (_REJECTED if statement.act == "reject" else _SAID):
        return False
    inside = scene.marks.between(piece.start, piece.end)
    words = [scene.tokens[i] for i in inside]
    pointing = words[0].text.lower() in _POINTING or words[0].upos == "PRON"
    return pointing and not any(t.upos in ("VERB", "ADP", "SCONJ") for t in words)


def _answered(scene: Scene, statement: Statement, at: int, before: list[Statement]) -> Statement | None:
    """The nearest of these that is told by somebody else, at most two sentences back."""
    here = _sentence(scene, at)
    for s in before:
        if here - _sentence(scene, s.content[-1].start) > _BEFORE:
            return None
        if not set(s.speakers) & set(statement.speakers) and not overlap(_ranges(s), _ranges(statement)):
            return s
    return None


def _sentence(scene: Scene, at: int) -> int:
    """The number of the sentence that this character stands in."""
    return next((scene.tokens[i].sentence for i in scene.marks.between(at, at + _LONG)), 0)


def _ranges(statement: Statement) -> list[tuple[int, int]]:
    return [(c.start, c.end) for c in statement.content]
