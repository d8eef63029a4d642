"""Parties that a clause leaves out and the context names: those of "the attack" told before, the protesters of a protest."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.recording.actors.cast import Cast
    from onrecord.recording.events.draft import Found
    from onrecord.recording.statements.scene import Scene

_REACH = 6  # sentences
_PROTESTING = frozenset({"protester", "protestor", "demonstrator", "marcher", "striker", "rioter"})
_POINTING = ("the", "this", "that", "these", "those")


def carry(scene: Scene, cast: Cast, found: list[Found]) -> list[Found]:
    """`found` in order; a definite event noun without parties has those of the last event of its type within reach, a protest the protesters nearest to it."""
    for n, event in enumerate(found):
        if not event.actors and not event.recipients and _points_back(scene, event):
            _take(scene, event, found[:n])
        if event.type == "PROTEST" and not event.actors:
            event.actors = [i for i in _protesters(scene, cast, event) if i not in event.recipients]
    return found


def _points_back(scene: Scene, event: Found) -> bool:
    """Whether it is told by a noun with "the" or "this"."""
    return scene.tokens[event.token].upos == "NOUN" and any(scene.tokens[k].text.lower() in _POINTING for k in scene.kids(event.token, "det"))


def _take(scene: Scene, event: Found, earlier: list[Found]) -> None:
    sentence = scene.tokens[event.token].sentence
    for before in reversed(earlier):
        if sentence - scene.tokens[before.token].sentence > _REACH:
            return
        if before.type == event.type and (before.actors or before.recipients):
            event.actors, event.recipients = list(before.actors), list(before.recipients)
            return


def _protesters(scene: Scene, cast: Cast, event: Found) -> list[str]:
    """The actor called protesters, demonstrators and the like whose mention stands nearest."""
    at = scene.tokens[event.token].start
    near = [
        (abs(m.start - at), actor.id)
        for actor in cast.actors
        for m in actor.mentions
        if m.form == "nominal" and (head := scene.marks.head_of(m.start, m.end)) is not None and scene.tokens[head].lemma.lower() in _PROTESTING
    ]
    return [min(near)[1]] if near else []
