"""Names of states found by their spelling: official names, acronyms and names of several words, however the encoder cut them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.recording.actors.phrase import Phrase

if TYPE_CHECKING:
    from onrecord.recording.actors.ground import Ground

LONGEST = 9
_WIDER = ("ORGANIZATION", "FACILITY", "PERSON")


def states(ground: Ground) -> list[Phrase]:
    """Names of states that are acronyms or have several words, longest first, unless the encoder sees a longer name of another kind around them."""
    out, i = [], 0
    while i < len(ground.tokens):
        last = _end(ground, i)
        if last is None:
            i += 1
            continue
        out.append(_phrase(ground, i, last))
        i = last
    return out


def _end(ground: Ground, first: int) -> int | None:
    """One past the last token of the longest name of a state that begins at this token, or null."""
    seen, text = ground.tokens, ground.draft.text
    start = seen[first].start
    if not seen[first].text[:1].isupper() or not ground.readable(first) or (start > 0 and text[start - 1].isalnum()):
        return None
    for last in range(min(len(seen), first + LONGEST), first, -1):
        end = seen[last - 1].end
        if seen[last - 1].sentence != seen[first].sentence or text[end : end + 1].isalnum():
            continue
        words = " ".join(text[start:end].split())
        if (" " in words or (words.isupper() and len(words) > 1)) and ground.known.states(words) and not _wider(ground, start, end):
            return last
    return None


def _wider(ground: Ground, start: int, end: int) -> bool:
    """Whether a longer name of another kind has these characters in it."""
    return any(n.label in _WIDER and n.start <= start and end <= n.end and n.end - n.start > end - start + 1 for n in ground.marks.names)


def _phrase(ground: Ground, first: int, last: int) -> Phrase:
    start, end = ground.tokens[first].start, ground.tokens[last - 1].end
    head = ground.marks.head_of(start, end)
    words = " ".join(ground.draft.text[start:end].split())
    label = "NORP" if ground.known.states(words)[0].form in ("demonym", "people") else "LOCATION"
    return Phrase("name", first if head is None or not first <= head < last else head, first, last, start, end, words, label)
