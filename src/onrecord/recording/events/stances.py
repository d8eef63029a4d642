"""On whose word an event stands, and how sure each word is of it: from the innermost statement outwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.record import Stance
from onrecord.recording.events.certainty import Sure, sure_of

if TYPE_CHECKING:
    from onrecord.record import Statement
    from onrecord.recording.events.draft import Found
    from onrecord.recording.statements.scene import Scene

_WEAKENED = frozenset({"claimed", "alleged"})


def standing(scene: Scene, found: Found, statements: list[Statement]) -> tuple[list[Stance], Sure]:
    """The stances of an event, and what was read of it on the first one's word: of the innermost statement that tells it, else of the report itself.

    What the cue does to its content ("denied") is part of how sure it is. The event's own statement is never among those on whose word it stands.
    """
    telling = [s for s in _telling(scene, found, statements) if s is not found.performed]
    inner = telling[0] if telling else None
    sure = sure_of(scene, found.token, until=_anchor(scene, inner) if inner is not None else None)
    return [_stance(scene, inner, sure)], sure


def _telling(scene: Scene, found: Found, statements: list[Statement]) -> list[Statement]:
    """Statements whose content covers the event's words, the smallest first."""
    head = scene.tokens[found.token]
    covering = []
    for s in statements:
        if any(c.start <= head.start and head.end <= c.end for c in s.content) and not (s.cue is not None and s.cue.start <= head.start and head.end <= s.cue.end):
            covering.append((sum(c.end - c.start for c in s.content), s.id, s))
    return [s for _, _, s in sorted(covering, key=lambda c: c[:2])]


def _anchor(scene: Scene, statement: Statement) -> int | None:
    return scene.marks.head_of(statement.cue.start, statement.cue.end) if statement.cue is not None else None


def _stance(scene: Scene, statement: Statement | None, sure: Sure) -> Stance:
    certainty = sure.certainty
    if statement is not None and statement.distance in _WEAKENED and certainty in ("certain", "probable"):
        certainty = "possible"
    span = scene.draft.span
    return Stance(
        by=statement.id if statement is not None else None, certainty=certainty, polarity=sure.polarity,
        condition=span(*sure.condition) if sure.condition is not None else None, cue=span(*sure.cue) if sure.cue is not None else None,
        confidence=round(sure.score, 3),
    )  # fmt: skip
