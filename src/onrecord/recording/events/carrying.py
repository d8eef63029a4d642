"""Parties that a clause leaves out and the context names: those of "the attack" told before, the protesters of a protest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.recording.actors.cast import Cast
    from onrecord.recording.events.draft import Found
    from onrecord.recording.statements.scene import Scene

_ANTI = re.compile(r"\banti-?(?:government|regime|junta)\b[\w\s-]{0,20}$", re.IGNORECASE)
_BEFORE = 40  # characters
_REACH, _NEXT = 6, 1  # sentences: back to an event of its type; to an attack that another word tells
_PROTESTING = frozenset({"protester", "protestor", "demonstrator", "marcher", "striker", "rioter"})
_ACCUSED = frozenset({"accused", "suspect", "defendant", "man", "woman", "gunman", "attacker", "assailant"})
_TRYING = frozenset({"ACCUSE", "COERCE", "SANCTION", "CONCEDE", "REQUEST", "THREATEN"})
_POINTING = ("the", "this", "that", "these", "those")


def carry(scene: Scene, cast: Cast, found: list[Found]) -> list[Found]:
    """`found` in order; a definite event noun without parties has those of the last event of its type within reach, a protest the protesters nearest to it."""
    for n, event in enumerate(found):
        if not event.actors and not event.recipients and _points_back(scene, event):
            _take(scene, event, found[:n])
        if not event.recipients and event.type in _TRYING and _names_accused(scene, event.parties.recipients):
            event.recipients = [i for i in _accused(found[:n]) if i not in event.actors]
        if not event.actors and _names_accused(scene, event.parties.actors):
            event.actors = [i for i in _accused(found[:n]) if i not in event.recipients]
        if event.type == "PROTEST" and not event.actors:
            event.actors = [i for i in _protesters(scene, cast, event) if i not in event.recipients]
    _oppose(scene, cast, found)
    return found


def _names_accused(scene: Scene, heads: list[int]) -> bool:
    """Whether one of these is "the accused", whom the report has named before."""
    return any(
        scene.tokens[k].text.lower() in _ACCUSED and any(scene.tokens[d].text.lower() in ("the", "this") for d in scene.kids(k, "det"))
        for k in heads
    )  # fmt: skip


def _accused(earlier: list[Found]) -> list[str]:
    """The last one that something of the kind was done to."""
    return next((before.recipients for before in reversed(earlier) if before.type in _TRYING and len(before.recipients) == 1), [])


def _oppose(scene: Scene, cast: Cast, found: list[Found]) -> None:
    """Protests called "anti-government" are against the state that the report is about; so are those told beside them."""
    protests = [f for f in found if f.type == "PROTEST"]
    if not any(_ANTI.search(scene.text, max(0, f.trigger[0] - _BEFORE), scene.tokens[f.token].start) for f in protests):
        return
    states = sorted((a for a in cast.actors if a.kind == "government"), key=lambda a: -len(a.mentions))
    known = {a.id for a in states}
    against = [f.recipients for f in protests if known & set(f.recipients)] or [[a.id] for a in states[:1]]
    for f in protests:
        if not f.recipients and against:
            f.recipients = [i for i in against[0] if i not in f.actors]


def _points_back(scene: Scene, event: Found) -> bool:
    """Whether it is told by a noun with "the" or "this"."""
    return scene.tokens[event.token].upos == "NOUN" and any(scene.tokens[k].text.lower() in _POINTING for k in scene.kids(event.token, "det"))


def _take(scene: Scene, event: Found, earlier: list[Found]) -> None:
    sentence = scene.tokens[event.token].sentence
    for before in reversed(earlier):
        if sentence - scene.tokens[before.token].sentence > _REACH:
            return
        alike = event.type != "ASSAULT" or scene.tokens[before.token].lemma == scene.tokens[event.token].lemma or sentence - scene.tokens[before.token].sentence <= _NEXT
        if alike and before.type == event.type and (before.actors or before.recipients):
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
