"""Currencies by code, symbol and word (`resources/currencies.csv`, from CLDR)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec


class Currency(msgspec.Struct, frozen=True):
    """One currency in use: ISO 4217 code, its words, symbols and territories; `plain` where its word alone means it ("dollars", "pounds")."""

    code: str
    adjective: str
    words: list[str]
    symbols: list[str]
    territories: list[str]
    plain: bool


@cache
def known() -> list[Currency]:
    """All currencies, by code."""
    return msgspec.json.decode(files("onrecord").joinpath("data/currencies.json").read_bytes(), type=list[Currency])


@cache
def symbols() -> dict[str, str]:
    """Codes by symbol."""
    return {symbol: currency.code for currency in known() for symbol in currency.symbols}


@cache
def words() -> dict[str, list[Currency]]:
    """Currencies by word, in lower case."""
    out: dict[str, list[Currency]] = {}
    for currency in known():
        for word in currency.words:
            out.setdefault(word.lower(), []).append(currency)
    return out


@cache
def codes() -> frozenset[str]:
    """The ISO 4217 codes in use."""
    return frozenset(currency.code for currency in known())
