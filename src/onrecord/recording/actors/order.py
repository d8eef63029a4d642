"""What the order of words alone says a name does: owner, subject, object of a preposition. It stands where a parse attached the name wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.recording.actors.ground import SUBJECTS, Function

if TYPE_CHECKING:
    from onrecord.recording.actors.ground import Ground
    from onrecord.recording.actors.phrase import Phrase

POSSESSIVE = frozenset({"'s", "’s"})
_FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
_CONJUNCTIONS = frozenset({"as", "after", "before", "since", "until", "than"})
_JOINED = 3


def function(ground: Ground, phrase: Phrase) -> Function:
    """What the name does: as its owner's mark, a preposition right before it or a finite verb right after it say, else as parsed."""
    parsed = ground.function(phrase.head)
    if _token(ground, phrase.last) in POSSESSIVE and (noun := _owned(ground, phrase.last + 1)) is not None:
        return Function("nmod:poss", noun, "")
    before = _before(ground, phrase.first)
    modifies = (
        parsed.relation in ("compound", "amod", "nmod:desc")
        and phrase.last < len(ground.tokens)
        and ground.tokens[phrase.last].upos in ("NOUN", "ADJ")
    )
    if before in _CONJUNCTIONS and (verb := _verb(ground, phrase)) is not None:
        return Function("nsubj", verb, "")
    if before is not None and not modifies:
        return parsed if parsed.preposition else Function(parsed.relation, parsed.governor, before)
    if parsed.relation not in SUBJECTS and (verb := _verb(ground, phrase)) is not None:
        return Function("nsubj", verb, "")
    return parsed


def modified(ground: Ground, phrase: Phrase) -> int | None:
    """The noun that an adjective right before it modifies, whatever it was attached to, or null."""
    if (
        phrase.last >= len(ground.tokens)
        or ground.tokens[phrase.last].upos not in ("NOUN", "ADJ")
        or ground.tokens[phrase.head].upos not in ("ADJ", "PROPN", "DET")
    ):
        return None
    return _owned(ground, phrase.last)


def _token(ground: Ground, i: int) -> str:
    return ground.tokens[i].text.lower() if 0 <= i < len(ground.tokens) else ""


def _owned(ground: Ground, first: int) -> int | None:
    """The last of the first run of nouns from this token on, adjectives before it skipped."""
    found = None
    for i in range(first, min(len(ground.tokens), first + 6)):
        upos = ground.tokens[i].upos
        if upos in ("NOUN", "PROPN"):
            found = i
        elif found is not None or upos not in ("ADJ", "ADV", "NUM", "VERB", "PUNCT"):
            break
    return found


def _before(ground: Ground, first: int) -> str | None:
    """The preposition right before the name, an article between them skipped."""
    at = first - 1 if _token(ground, first - 1) != "the" else first - 2
    return _token(ground, at) if at >= 0 and ground.tokens[at].upos == "ADP" and ground.tokens[at].sentence == ground.tokens[first].sentence else None


def _verb(ground: Ground, phrase: Phrase) -> int | None:
    """The verb whose subject the name is where a finite one stands right after it, or after names joined to it by "and"."""
    seen, i, joined = ground.tokens, phrase.last, 0
    while joined < _JOINED and _token(ground, i) in ("and", ","):
        start = i + 1
        if _token(ground, start) in ("and", "the"):
            start += 1
        if start >= len(seen) or seen[start].upos != "PROPN":
            return None
        i = start
        while i < len(seen) and seen[i].upos == "PROPN":
            i += 1
        joined += 1
    while i < len(seen) and seen[i].upos == "ADV":
        i += 1
    if i >= len(seen) or seen[i].upos not in ("AUX", "VERB") or seen[i].xpos not in _FINITE or seen[i].sentence != seen[phrase.head].sentence:
        return None
    while i + 1 < len(seen) and seen[i].upos == "AUX" and seen[i + 1].upos in ("AUX", "VERB", "ADV", "PART"):
        i += 1
    return i
