"""Words as full text search knows them: the same on SQLite, on PostgreSQL and in plain Python, because all three are given these.

A word is a run of letters and figures after folding: letter case and accents are gone ("Müller" is "muller", "Łódź" is "lodz"), an
apostrophe is gone ("don't" is "dont"), everything else parts words ("U.S." is "u" and "s", "20,000" is "20" and "000"). Of what is
longer than any word the beginning counts.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+")
_ASCII = re.compile(r"[a-z0-9]+")
LONGEST = 64  # letters; PostgreSQL refuses words of more than 2 KB
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t"}
_TYPED = str.maketrans(
    dict.fromkeys("'’ʼ") | dict.fromkeys("“”„«»–—…\u00a0", " ") | _LETTERS | {letter.upper(): plain for letter, plain in _LETTERS.items() if letter != "ı"}
)
"""Apostrophes go, letters without an accent to take away become what they are written with elsewhere, and the marks of typeset English part words,
so that most text is ASCII from here on."""


def words(text: str) -> list[str]:
    """The words of `text`, folded, in order."""
    plain = text.translate(_TYPED)
    if plain.isascii():
        return [word[:LONGEST] for word in _ASCII.findall(plain.lower())]
    apart = unicodedata.normalize("NFKD", plain.casefold()).casefold()
    return [word[:LONGEST] for word in _WORD.findall("".join(c for c in apart if not unicodedata.combining(c)))]


def folded(text: str) -> str:
    """The words of `text` with a space between, as they are given to an index."""
    return " ".join(words(text))


def together(phrase: Sequence[str], among: Sequence[str], *, beginning: bool = False) -> bool:
    """Whether `phrase` stands in these words as an unbroken run; with `beginning` its last word needs only begin so."""
    *head, last = phrase
    for at in range(len(among) - len(head)):
        end = among[at + len(head)]
        if (end.startswith(last) if beginning else end == last) and list(among[at : at + len(head)]) == head:
            return True
    return False
