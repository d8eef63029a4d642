"""Words in names that tell little of whom they name: particles, titles, legal forms, generic words (`resources/name_words.csv`)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

NameWord = Literal["particle", "title", "legal", "generic"]


@cache
def _words() -> dict[str, NameWord]:
    read: dict[NameWord, str] = msgspec.json.decode(files("onrecord").joinpath("data/name_words.json").read_bytes())
    return {word: kind for kind, words in read.items() for word in words.split()}


def kind(word: str) -> NameWord | None:
    """What a word, folded to small letters without accents, is in a name; null where it tells who is meant."""
    return _words().get(word)
