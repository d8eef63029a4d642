"""States and the words that name them: names, aliases, adjectives, peoples, capitals, seats of government (`resources/states.csv`)."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

StateForm = Literal["name", "alias", "demonym", "people", "capital", "seat"]


class Naming(msgspec.Struct, frozen=True):
    """Some words that name a state: `code` ISO 3166 alpha-3 (Kosovo KOS; dissolved states by ISO 3166-3), `name` its short English name.

    `shared` words name it only in a report that names it otherwise too ("Victoria" is the Seychelles' capital, and much else).
    """

    code: str
    name: str
    form: StateForm
    shared: bool


class _Tables(msgspec.Struct):
    """Names by code; what words (case folded) name, with the spelling of the table."""

    names: dict[str, str]
    words: dict[str, list[tuple[str, Naming]]]


@cache
def _tables() -> _Tables:
    read = msgspec.json.decode(
        files("onrecord").joinpath("data/states.json").read_bytes(), type=list[tuple[str, str, list[tuple[str, StateForm, bool]]]]
    )
    tables = _Tables({}, {})
    for code, name, words in read:
        tables.names[code] = name
        for spelt, form, shared in words:
            tables.words.setdefault(_key(spelt), []).append((spelt, Naming(code, name, form, shared)))
    return tables


def named(words: str) -> list[Naming]:
    """The states that these words may name, in the order of the table; acronyms must be in capitals, other words begin with one."""
    bare = " ".join(words.replace("’", "'").split())
    if bare[:4].lower() == "the ":
        bare = bare[4:]
    if not bare or bare[0].islower():
        return []
    found = _tables().words.get(_key(bare)) or _tables().words.get(_folded(bare), [])
    return [naming for spelt, naming in found if not spelt.isupper() or bare == spelt]


def name(code: str) -> str | None:
    """The short English name of the state with this alpha-3 code, or null."""
    return _tables().names.get(code)


@cache
def words_for(code: str) -> tuple[str, ...]:
    """Names, adjectives and peoples of a state, case folded, the longest first."""
    found = {word for word, read in _tables().words.items() for _, naming in read if naming.code == code and naming.form not in ("capital", "seat")}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


def codes() -> list[str]:
    """The codes of all states in order."""
    return list(_tables().names)


def _folded(words: str) -> str:
    """The key without accents."""
    return words.casefold() if words.isascii() else unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().casefold()


def _key(words: str) -> str:
    return words.replace("’", "'").casefold()
