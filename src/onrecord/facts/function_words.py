"""The commonest function words of English (`resources/function_words.csv`): a text full of them is English."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import msgspec

_WORD = re.compile(r"[^\W\d_]+")


@cache
def _words() -> frozenset[str]:
    listed: str = msgspec.json.decode(files("onrecord").joinpath("data/function_words.json").read_bytes())
    return frozenset(listed.split())


def share(text: str) -> tuple[float, int]:
    """Which part of the text's words are among them, and how many different ones occur."""
    words = [word.lower() for word in _WORD.findall(text)]
    found = [word for word in words if word in _words()]
    return (len(found) / len(words) if words else 0.0), len(set(found))


def is_one(word: str) -> bool:
    """Whether `word`, in any letter case, is among them."""
    return word.lower() in _words()
