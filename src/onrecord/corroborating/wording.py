"""Words of a clause made comparable: folded, in base form, function words left out."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from onrecord.facts import function_words, lemmas

_WORD = re.compile(r"[^\W_]+(?:[.,:/'’-][^\W_]+)*")
_OWNER = re.compile(r"['’]s?$")
_BASES = (("VERB", "VBD"), ("VERB", "VBG"), ("VERB", "VBZ"), ("NOUN", "NNS"))


@lru_cache(1 << 16)
def fold(text: str) -> str:
    """`text` without letter case, accents and the spaces around it: "Köln" and "KOLN" are one."""
    apart = unicodedata.normalize("NFKD", text.strip().casefold())
    return " ".join("".join(c for c in apart if not unicodedata.combining(c)).replace("’", "'").split())


@lru_cache(1 << 16)
def stem(word: str) -> str:
    """The base form of a word whose part of speech is not known: "detained" and "detains" are "detain", "talks" is "talk"."""
    low = _OWNER.sub("", fold(word))
    if not low.isalpha() or len(low) < 4:
        return low
    for upos, xpos in _BASES:
        found = lemmas.lemma(low, upos, xpos)
        if found is not None and found != low:
            return found
    return low


def stems(text: str) -> list[str]:
    """The words of `text` that say something, in order, each in its base form; numbers without their commas."""
    out = []
    for match in _WORD.finditer(text):
        word = match[0]
        if word[0].isdigit():
            out.append(word.replace(",", ""))
        elif len(word) > 1 and not function_words.is_one(word):
            out.append(stem(word))
    return out
