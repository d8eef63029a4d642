"""Interviews and question times: paragraphs that a label gives to a speaker ("Q:", "THE MINISTER:", "Mara Lenk:")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.recording.statements.candidate import Candidate

if TYPE_CHECKING:
    from onrecord.record.items import Act
    from onrecord.recording.statements.scene import Scene

LEAST = 3
_LABEL = re.compile(r"\s*[\"“]?(?P<who>Q|A|[A-Z][A-Za-z.’'-]*(?: [A-Z(][A-Za-z.,’')-]*){0,5})\s*(?::|\.(?<=\b[QA]\.))\s+(?=\S)")
_QUESTION = frozenset({"q", "question", "reporter", "interviewer", "host", "moderator"})


def from_transcript(scene: Scene) -> list[Candidate]:
    """One direct statement for each labelled turn, where at least three turns by two labels make a transcript; else none.

    A turn runs to the next label; each further paragraph of it is a statement that continues it.
    """
    turns = [(number, found) for number, (start, end) in enumerate(scene.paragraphs) if (found := _LABEL.match(scene.text, start, end))]
    labels = [found["who"].lower() for _, found in turns]
    if len(turns) < LEAST or len(set(labels)) < 2 or max(labels.count(label) for label in labels) < 2:
        return []
    out: list[Candidate] = []
    stops = [number for number, _ in turns[1:]] + [len(scene.paragraphs)]
    for (number, found), stop in zip(turns, stops, strict=True):
        head = scene.marks.head_of(*found.span("who"))
        act: Act = "ask" if found["who"].lower() in _QUESTION else "say"
        holders = [head] if head is not None and len(found["who"]) > 1 else []
        first = Candidate(
            None, None, found.span("who"), [scene.trim(found.end(), scene.paragraphs[number][1])], act, "transcript", holders=holders, parse=0.75
        )
        out.append(first)
        for start, end in scene.paragraphs[number + 1 : stop]:
            if scene.draft.kind_at(start) == "body":
                more = Candidate(None, None, None, [scene.trim(start, end)], act, "transcript", carried=first, continues=out[-1], parse=0.6)
                out.append(more)
    return [c for c in out if c.content[0][0] < c.content[0][1]]
