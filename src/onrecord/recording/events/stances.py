"""On whose word an event stands, and how sure each word is of it: from the innermost statement outwards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.facts.embedders import embedder_of
from onrecord.record import Stance
from onrecord.recording.events.certainty import Sure, sure_of
from onrecord.recording.events.certainty_words import negation_of

if TYPE_CHECKING:
    from onrecord.record import Statement
    from onrecord.recording.events.draft import Found
    from onrecord.recording.statements.scene import Range, Scene

_ALIKE = 1.3
_JUDGING = frozenset({"condemn", "praise", "support", "reject", "apologise"})
_DONE = Sure("certain", "positive", "past", None, None, "asserted", 0.9)
_CLAIMED = re.compile(r"(?:the )?(?:responsibility|credit)\b", re.IGNORECASE)  # claimed is who did it, not that it happened
_CLAUSE = 300  # characters
_THAT = re.compile(r"\s+that\s")
_WEAKENED = frozenset({"claimed", "alleged"})


def standing(scene: Scene, found: Found, statements: list[Statement]) -> tuple[list[Stance], Sure]:
    """The stances of an event, and what was read of it on the first one's word: of every innermost statement that tells it, else of the report itself.

    What "Oslo confirmed and Lima denied" has a stance of each. What the cue does to its content ("denied") is part of how sure it is. The event's own
    statement is never among those on whose word it stands.
    """
    telling = _innermost([s for s in statements if s is not found.performed and _tells(scene, found, s)])
    telling = [d for s in telling if not _own_act(scene, found, s) and not _granted(scene, found, s) for d in _denied(scene, s, statements)]
    if found.performed is not None and scene.tokens[found.token].upos not in ("VERB", "AUX", "NOUN", "PROPN"):  # "according to": the act is done by what is said
        return [_stance(scene, None, _DONE)], _DONE
    told = _told_by(scene, found)
    if not telling:
        sure = sure_of(scene, told, until=None)
        return [_stance(scene, None, sure)], sure
    read = [(s, sure_of(scene, told, until=_anchor(scene, s))) for s in telling]
    return [_stance(scene, s, sure) for s, sure in read], read[0][1]


def _told_by(scene: Scene, found: Found) -> int:
    """The word whose certainty is the event's: its own, or the object of a verb that only puts it ahead ("announced a withdrawal", "promised protests")."""
    verb = scene.tokens[found.token]
    if found.verbal or verb.upos != "VERB":
        return found.token
    ahead = embedder_of(verb.lemma, verb.text, "VERB", "obj")
    if ahead is None or ahead.effect != "future":
        return found.token
    return next((k for k in sorted(found.used) if k > found.token and scene.tokens[k].upos == "NOUN" and scene.is_a(k, "obj")), found.token)


def _denied(scene: Scene, inner: Statement, statements: list[Statement]) -> list[Statement]:
    """The statement and, where what it says is itself denied ("denied accusations that …"), the denial; that alone where nobody else is named."""
    outer = next((s for s in statements if s.id == inner.within and s.act == "deny"), None)
    cue = _anchor(scene, inner)
    if outer is None or cue is None or scene.tokens[cue].upos != "NOUN":
        return [inner]
    others = bool(inner.speakers) and not set(inner.speakers) & set(outer.speakers)
    return [inner, outer] if others else [outer]


def _own_act(scene: Scene, found: Found, statement: Statement) -> bool:
    """Whether it is an act of speech that the speaker does by saying so ("said he welcomed the move"): that he did it is the report's word.

    What he says that he had done, did not do or was doing, he tells like any other deed.
    """
    if not found.verbal or not found.actors or scene.is_infinitive(found.token) or set(found.actors) != set(statement.speakers):
        return False
    helpers = {scene.tokens[k].lemma.lower() for k in scene.kids(found.token, "aux", "cop")}
    return not helpers & {"have", "be"} and negation_of(scene, found.token) is None


def _granted(scene: Scene, found: Found, statement: Statement) -> bool:
    """Whether it is named by the noun that is judged ("condemned Saturday's shelling"): that it happened is taken for granted."""
    if statement.act not in _JUDGING or len(statement.content) != 1:
        return False
    head = scene.marks.head_of(statement.content[0].start, statement.content[0].end)
    if head is None or scene.tokens[head].upos != "NOUN":
        return False
    above = scene.tokens[found.token].head
    return found.token == head or (above == head and scene.is_a(found.token, "acl", "amod"))


def _tells(scene: Scene, found: Found, statement: Statement) -> bool:
    """Whether the event's word stands in the statement's content, and not in its cue."""
    word, cue = scene.tokens[found.token], statement.cue
    if cue is not None and cue.start <= word.start and word.end <= cue.end:
        return False
    return any(c.start <= word.start and word.end <= c.end for c in statement.content) or _goes_on(scene, word.start, statement)


def up_to_cue(statement: Statement) -> list[Range]:
    """The characters between what is said to be denied and the cue that follows it, in which its clause may go on."""
    if statement.cue is None or not statement.content:
        return []
    end, at = statement.content[-1].end, statement.cue.start
    return [(end, at)] if end < at <= end + _CLAUSE else []


def _goes_on(scene: Scene, at: int, statement: Statement) -> bool:
    """Whether the word stands in the clause with "that" between a content that is said to be denied and its cue ("a report that they fired was denied")."""
    gap = up_to_cue(statement)
    return any(end < at < cue and _THAT.match(scene.text, end) is not None and "\n" not in scene.text[end:cue] for end, cue in gap)


def _innermost(telling: list[Statement]) -> list[Statement]:
    """Those within which no other one stands, by how close their content is to the event; of two that overlap but do not nest, both only where they are alike."""
    outer = {s.within for s in telling}
    inner = sorted((s for s in telling if s.id not in outer), key=_length)
    return [s for s in inner if _length(s) <= _ALIKE * _length(inner[0])]


def _length(statement: Statement) -> int:
    return sum(c.end - c.start for c in statement.content)


def _anchor(scene: Scene, statement: Statement) -> int | None:
    return scene.marks.head_of(statement.cue.start, statement.cue.end) if statement.cue is not None else None


def _stance(scene: Scene, statement: Statement | None, sure: Sure) -> Stance:
    certainty = sure.certainty
    weakened = statement is not None and statement.distance in _WEAKENED and not _CLAIMED.match(statement.content[0].text if statement.content else "")
    if weakened and certainty in ("certain", "probable"):
        certainty = "possible"
    span = scene.draft.span
    return Stance(
        by=statement.id if statement is not None else None, certainty=certainty, polarity=sure.polarity,
        condition=span(*sure.condition) if sure.condition is not None else None, cue=span(*sure.cue) if sure.cue is not None else None,
        confidence=round(sure.score, 3),
    )  # fmt: skip
