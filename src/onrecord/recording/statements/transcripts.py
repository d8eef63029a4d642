"""Interviews and question times: what is said in a turn is its speaker's, word for word; nobody says again in it what he thinks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.recording.nearby import Nearby
from onrecord.recording.statements.candidate import Candidate
from onrecord.recording.statements.scene import overlap, size
from onrecord.recording.turns import RULE

if TYPE_CHECKING:
    from onrecord.record.items import Act
    from onrecord.recording.statements.scene import Range, Scene


def from_transcript(scene: Scene) -> list[Candidate]:
    """One direct statement for each paragraph of a turn; those after the first continue the one before."""
    out: list[Candidate] = []
    for turn in scene.turns:
        head = scene.marks.head_of(*turn.who)
        first: Candidate | None = None
        for number, (start, end) in enumerate(turn.paragraphs):
            content = _said(scene, start, end)
            if content[0] >= content[1]:
                continue
            act: Act = "ask" if turn.asks and number == len(turn.paragraphs) - 1 else "say"
            if first is None:
                first = Candidate(None, None, turn.who, [content], act, RULE, holders=[head] if head is not None else [], parse=0.75)
                out.append(first)
            else:
                out.append(Candidate(None, None, None, [content], act, RULE, carried=first, continues=out[-1], parse=0.75))
    return out


def _said(scene: Scene, start: int, end: int) -> Range:
    """The paragraph with its quotation marks where it has a pair; else without one that the label was left behind in."""
    text = scene.text
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    opens, closes = text[start] in '"“', text[end - 1] in '"”'
    if closes and not opens and sum(text.count(mark, start, end) for mark in '"“”') % 2:
        end -= 1
    return start, end


def with_turns(scene: Scene, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with the turns of a transcript, and without those that repeat a turn, having no word for a cue."""
    told = from_transcript(scene)
    if not told:
        return candidates
    by_place: Nearby[Candidate] = Nearby()
    for turn in told:
        by_place.add(turn, turn.content)
    kept = []
    for candidate in candidates:
        inside = sum(overlap(candidate.content, turn.content) for turn in by_place.at(candidate.content)) > 0.5 * size(candidate.content)
        if not inside or (candidate.cue is not None and any(c.isalnum() for c in scene.text[slice(*candidate.cue)])):
            kept.append(candidate)
    return [*kept, *told]
