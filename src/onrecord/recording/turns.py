"""Interviews, debates and question times: paragraphs that a label gives to somebody ("Q:", "THE MINISTER:", "Mara Lenk:")."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.recording.draft import Draft

LEAST = 3
RULE = "transcript"
"""What statements call the rule that a turn is its speaker's."""
ASKED, ANSWERS = frozenset({"q", "question"}), frozenset({"a", "answer"})
_ASKS = ASKED | {"reporter", "journalist", "interviewer", "host", "moderator", "anchor", "presenter"}
_LABEL = re.compile(r"\s*[\"“]?(?P<who>Q|A|[A-Z][A-Za-zÀ-ž.’'-]*(?: [A-Z(][A-Za-zÀ-ž.,’')-]*){0,5})\s*(?::|\.(?<=\b[QA]\.))\s+(?=\S)")


@dataclass(frozen=True)
class Turn:
    """What one label opens: its characters, the paragraphs that are said (the first without the label), and whether the turn puts a question."""

    who: tuple[int, int]
    label: str
    paragraphs: list[tuple[int, int]]
    asks: bool


def turns(draft: Draft) -> list[Turn]:
    """The turns of a report, in order: at least three by two labels, one of which recurs, make a transcript; else none.

    A turn runs to the next label. Who asks is told by the label ("Q"), or by its turns, half of which end in a question mark.
    """
    paragraphs = draft.paragraphs(("body",))
    opened = [(number, found) for number, (start, end) in enumerate(paragraphs) if (found := _LABEL.match(draft.text, start, end))]
    counts = Counter(found["who"].casefold() for _, found in opened)
    if len(opened) < LEAST or len(counts) < 2 or max(counts.values()) < 2:
        return []
    stops = [number for number, _ in opened[1:]] + [len(paragraphs)]
    said = [[(found.end(), paragraphs[number][1]), *paragraphs[number + 1 : stop]] for (number, found), stop in zip(opened, stops, strict=True)]
    questions = [_ends_asking(draft.text, pieces[-1]) for pieces in said]
    asked = Counter(found["who"].casefold() for (_, found), question in zip(opened, questions, strict=True) if question)
    out = []
    for (_, found), pieces, question in zip(opened, said, questions, strict=True):
        label = found["who"].casefold()
        out.append(Turn(found.span("who"), label, pieces, question and (label in _ASKS or 2 * asked[label] >= counts[label])))
    return out


def _ends_asking(text: str, piece: tuple[int, int]) -> bool:
    return text[slice(*piece)].rstrip(" \n\"”’'").endswith("?")
