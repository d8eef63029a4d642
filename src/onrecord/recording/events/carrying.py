"""Parties that a clause leaves out and the context names: of whom a speaker's verb tells, and what an event noun without owner was told before."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.record import Statement
    from onrecord.recording.events.draft import Found
    from onrecord.recording.statements.scene import Scene

_REACH = 3  # sentences


def carry(scene: Scene, found: list[Found], statements: list[Statement]) -> list[Found]:
    """`found` in order, where a definite event noun without parties ("the attack") has those of the last event of its type within reach."""
    for n, event in enumerate(found):
        if event.actors or event.recipients or scene.tokens[event.token].upos != "NOUN":
            continue
        if not any(scene.tokens[k].text.lower() in ("the", "this", "that", "these", "those") for k in scene.kids(event.token, "det")):
            continue
        sentence = scene.tokens[event.token].sentence
        for before in reversed(found[:n]):
            if sentence - scene.tokens[before.token].sentence > _REACH:
                break
            if before.type == event.type and (before.actors or before.recipients):
                event.actors, event.recipients = list(before.actors), list(before.recipients)
                break
    return found
