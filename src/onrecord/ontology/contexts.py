"""Contexts of a paragraph by its words (`resources/contexts.csv`): rather none than a wrong one."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST = 5
ENOUGH = 2  # a strong phrase counts two, a weak one counts one


class _Phrases(msgspec.Struct, frozen=True):
    strong: list[str]
    weak: list[str]


@cache
def _index() -> dict[str, list[tuple[str, int]]]:
    """Each phrase with the contexts it speaks for."""
    tables = msgspec.json.decode(files("onrecord").joinpath("data/contexts.json").read_bytes(), type=dict[str, _Phrases])
    index: dict[str, list[tuple[str, int]]] = {}
    for context, phrases in tables.items():
        for phrases_of, weight in ((phrases.strong, 2), (phrases.weak, 1)):
            for phrase in phrases_of:
                index.setdefault(phrase, []).append((context, weight))
    return index


def contexts(words: Iterable[str]) -> list[str]:
    """The contexts that the words of a paragraph (forms or lemmas, in order) speak for, the best supported first.

    One strong phrase is enough, or two different weak ones; every phrase counts once.
    """
    support: dict[str, int] = {}
    for phrase in dict.fromkeys(_phrases([word.lower().replace("’", "'") for word in words])):
        for context, weight in _index().get(phrase, ()):
            support[context] = support.get(context, 0) + weight
    return sorted((context for context, weight in support.items() if weight >= ENOUGH), key=lambda context: (-support[context], context))


def _phrases(words: list[str]) -> Iterator[str]:
    """All runs of up to five words; the last word of a run also without its plural ending."""
    for first in range(len(words)):
        for last in range(first + 1, min(first + LONGEST, len(words)) + 1):
            run = " ".join(words[first:last])
            yield run
            yield from _singular(run)


def _singular(run: str) -> Iterator[str]:
    if run.endswith("ies"):
        yield run[:-3] + "y"
    elif run.endswith("es"):
        yield run[:-1]
        yield run[:-2]
    elif run.endswith("s") and not run.endswith("ss"):
        yield run[:-1]
