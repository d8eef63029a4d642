"""How much a word tells of what a report is about (`resources/document_frequencies.csv`): the fewer news texts have it, the more."""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files

import msgspec


class _Table(msgspec.Struct, frozen=True):
    """How many texts there are, and by number of texts the words that stand in so many, as one string."""

    texts: int
    words: dict[int, str]


@cache
def _rarities() -> tuple[dict[str, float], float]:
    read = msgspec.json.decode(files("onrecord").joinpath("data/document_frequencies.json").read_bytes(), type=_Table, strict=False)
    known = {word: math.log((read.texts + 1) / (n + 1)) for n, words in read.words.items() for word in words.split()}
    return known, math.log(read.texts + 1)


def rarity(word: str) -> float:
    """ln((texts + 1) / (texts with the word + 1)), of a word in the form of the table: near 0 for one of nearly all texts, 7.6 for an unknown one."""
    known, unknown = _rarities()
    return known.get(word, unknown)
