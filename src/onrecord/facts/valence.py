"""How far a word praises or blames (`resources/valence.csv`)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec


@cache
def _words() -> dict[str, float]:
    read: dict[str, str] = msgspec.json.decode(files("onrecord").joinpath("data/valence.json").read_bytes())
    return {word: float(value) for value, words in read.items() for word in words.split()}


def valence(*forms: str) -> float:
    """From -4 (the worst) to 4, by the first of these spellings (lower case) that is known; 0 where none is."""
    return next((_words()[form] for form in forms if form in _words()), 0.0)
