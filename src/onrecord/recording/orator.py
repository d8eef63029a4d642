"""A speech printed with no word around it: whom its title says to speak."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.recording.draft import Draft

LEAST = 4  # times that a speech says "I" or "we" outside quotation marks
_KINDS = r"(?:statement|speech|remarks|address|lecture|message|letter|testimony|keynote|sermon|eulogy|intervention|declaration)"
_BY = re.compile(rf"^\W*(?:the |an? )?(?:[\w’'-]+ ){{0,3}}{_KINDS}(?: [\w’'-]+){{0,4}}? (?:by|from) (?P<who>.+)$", re.IGNORECASE)
_OWN = re.compile(rf"^\W*(?P<who>[A-Z][^:\n]{{2,60}}?)[’']s? (?:[\w’'-]+ ){{0,3}}{_KINDS}\b", re.IGNORECASE)
_SELF = re.compile(r"\b(?:I|we|my|our|us|me)\b", re.IGNORECASE)


def orator(draft: Draft) -> tuple[int, int] | None:
    """The characters of the title in which the one who holds the speech is named, where the body speaks in the first person; else null."""
    title = next((b for b in draft.report.blocks if b.kind == "title"), None)
    if title is None:
        return None
    line = draft.text[title.start : title.end]
    found = _OWN.match(line) or _BY.match(line)
    if found is None:
        return None
    body = draft.paragraphs(("body",))
    spoken = sum(_SELF.search(draft.text, start, end) is not None and draft.text[start] not in '"“' for start, end in body)
    return (title.start + found.start("who"), title.start + found.end("who")) if spoken >= LEAST and 2 * spoken >= len(body) else None
