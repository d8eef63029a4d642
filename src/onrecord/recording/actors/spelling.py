"""Names of states found by their spelling: official names, acronyms and names of several words, however the encoder cut them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.recording.actors.phrase import Phrase
from onrecord.recording.nearby import Nearby

if TYPE_CHECKING:
    from onrecord.recording.actors.ground import Ground
    from onrecord.understanding.marks import Name

LONGEST = 9
_LONG = 5  # letters of a single word that is no name but a state's
_WIDER = ("ORGANIZATION", "FACILITY", "PERSON")


def states(ground: Ground, names: list[Name]) -> list[Phrase]:
    """Names of states that are acronyms or have several words, longest first, unless the encoder sees a longer name of another kind around them.

    A single word counts where the encoder sees no name and the word means nothing else.
    """
    by_place: Nearby[Name] = Nearby()
    for name in names:
        by_place.add(name, [(name.start, name.end)])
    out, i = [], 0
    while i < len(ground.tokens):
        last = _end(ground, i, by_place)
        if last is None:
            i += 1
            continue
        out.append(_phrase(ground, i, last))
        i = last
    return out


def _end(ground: Ground, first: int, by_place: Nearby[Name]) -> int | None:
    """One past the last token of the longest name of a state that begins at this token, or null."""
    seen, text = ground.tokens, ground.draft.text
    start = seen[first].start
    if not seen[first].text[:1].isupper() or not ground.readable(first) or (start > 0 and text[start - 1].isalnum()):
        return None
    for last in range(min(len(seen), first + LONGEST), first, -1):
        end = seen[last - 1].end
        if seen[last - 1].sentence != seen[first].sentence or text[end : end + 1].isalnum():
            continue
        words, names = " ".join(text[start:end].split()), list(by_place.at([(start, end)]))
        plain = " " in words or (words.isupper() and len(words) > 1) or (len(words) >= _LONG and not _named(names, start, end))
        if plain and (found := ground.known.states(words)) and not _wider(names, start, end) and (" " in words or not found[0].shared):
            return last
    return None


def _named(names: list[Name], start: int, end: int) -> bool:
    """Whether the encoder sees a name in these characters."""
    return any(n.start < end and start < n.end and n.label != "DATE" for n in names)


def _wider(names: list[Name], start: int, end: int) -> bool:
    """Whether a longer name of another kind has these characters in it."""
    return any(n.label in _WIDER and n.start <= start and end <= n.end and n.end - n.start > end - start + 1 for n in names)


def _phrase(ground: Ground, first: int, last: int) -> Phrase:
    start, end = ground.tokens[first].start, ground.tokens[last - 1].end
    head = ground.marks.head_of(start, end)
    words = " ".join(ground.draft.text[start:end].split())
    label = "NORP" if ground.known.states(words)[0].form in ("demonym", "people") else "LOCATION"
    return Phrase("name", first if head is None or not first <= head < last else head, first, last, start, end, words, label)
