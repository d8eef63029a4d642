"""What courts and councils decide in numbered paragraphs: verbs whose subject stands above them ("THE COURT, unanimously, / 1. Holds that …")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns

if TYPE_CHECKING:
    from onrecord.understanding.marks import Marks

_NUMBER = re.compile(r"\s*(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s+)?(?=[A-Z])")
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def subjects(text: str, marks: Marks, paragraphs: list[tuple[int, int]]) -> dict[int, list[int]]:
    """Holders of each verb that opens a paragraph of its own without a subject, by its token: the body that an open paragraph above names."""
    out: dict[int, list[int]] = {}
    holder: int | None = None
    for start, end in paragraphs:
        verb = _opens(text, marks, start, end) if holder is not None else None
        if verb is not None and holder is not None:
            out[verb] = [holder]
        elif (lead := _lead(text, marks, start, end)) is not None or text[start:end].rstrip()[-1:] not in (",", ";"):
            holder = lead
    return out


def _opens(text: str, marks: Marks, start: int, end: int) -> int | None:
    """The verb in the present or the participle that a paragraph opens with, adverbs aside, that has no subject; or null."""
    number = _NUMBER.match(text, start, end)
    inside = marks.between(number.end() if number is not None else start, end)
    for i in inside[:3]:
        token = marks.tokens[i]
        present = token.xpos in ("VBZ", "VBG") or (token.upos == "VERB" and token.text.endswith("s"))
        if present and not any(marks.tokens[k].relation.partition(":")[0] == "nsubj" for k in marks.children[i]):
            return i
        if token.upos != "ADV":
            return None
    return None


def _lead(text: str, marks: Marks, start: int, end: int) -> int | None:
    """The first word for a body in a paragraph without a finite verb that a comma, a colon or a dash leaves open; or null."""
    if text[start:end].rstrip()[-1:] not in (",", ":", "—", "–"):
        return None
    inside = marks.between(start, end)
    if any(marks.tokens[i].xpos in _FINITE for i in inside):
        return None
    bodies = [i for i in inside if (noun := actor_nouns.noun(marks.tokens[i].text.lower())) is not None and noun.kind in ("body", "government")]
    return bodies[0] if bodies else None
