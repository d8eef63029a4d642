"""Parts of the world larger than states: continents and their parts (`resources/regions.csv`)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec


@cache
def _names() -> frozenset[str]:
    return frozenset(name.casefold() for name in msgspec.json.decode(files("onrecord").joinpath("data/regions.json").read_bytes(), type=list[str]))


def named(words: str) -> bool:
    """Whether these words name a part of the world."""
    return words.casefold() in _names()
