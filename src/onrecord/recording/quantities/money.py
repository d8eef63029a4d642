"""Money: which currency a figure is in, by symbol, code or word, and whose dollars, pesos or francs they are."""

from __future__ import annotations

import re

from onrecord.facts import currencies

_WORD = re.compile(
    r"^(?:[\s-]*)(?:(?:worth of|in)\s+)?(?P<adjective>(?:[A-Z][\w.]+\s+){0,2})(?P<word>"
    + "|".join(sorted((re.escape(w) for w in currencies.words()), key=len, reverse=True))
    + r")(?!\w|\s+(?:ground|over|the|by|control|seats|elections?|a\b|an\b|against|gold))",
    re.IGNORECASE,
)
_SYMBOL = re.compile("|".join(re.escape(s) for s in sorted(currencies.symbols(), key=len, reverse=True)))
_NAMES = {"American": "USD", "U.S.": "USD", "US": "USD", "British": "GBP", "sterling": "GBP"}
_WEIGHT = re.compile(r"^\s+(?:of\b|per\s+square|overweight|heavier)|^[\s-]*(?:bomb|weight)")


def currency_inside(text: str) -> str | None:
    """The ISO 4217 code that stands in the figure itself ("$2.5bn", "EUR 30"), or null."""
    symbol = _SYMBOL.search(text)
    if symbol is not None:
        return currencies.symbols()[symbol[0]]
    code = re.match(r"([A-Z]{3})\s?\d", text)
    return code[1] if code is not None and code[1] in currencies.codes() else None


def currency_after(text: str, end: int, value: float | None) -> tuple[str | None, int] | None:
    """Code and end of the currency word or code after a figure; a code of null where the word does not tell whose; null where there is none."""
    after = text[end : end + 45]
    code = re.match(r"\s?([A-Z]{3})(?!\w)", after)
    if code is not None and code[1] in currencies.codes():
        return code[1], end + code.end()
    m = _WORD.match(after)
    if m is None:
        return None
    word, adjective = m["word"].lower(), m["adjective"].strip()
    if word in ("won", "lev", "som", "tala", "lari", "dram") and (value is None or value < 100):
        return None
    if word in ("pound", "pounds") and (
        _WEIGHT.match(after[m.end() :]) or re.search(r"\b(?:weigh\w*|a|lost|gained)\s+(?:\w+\s+)?$", text[max(0, end - 40) : end - 1])
    ):
        return None
    return _whose(text, word, adjective), end + m.end()


def _whose(text: str, word: str, adjective: str) -> str | None:
    """The currency that a word means: by the adjective before it, by itself, or by the country the text speaks of most."""
    candidates = currencies.words()[word]
    if adjective:
        found = next((c.code for c in candidates if c.adjective == adjective or c.adjective.endswith(adjective)), None) or _NAMES.get(adjective)
        if found is not None:
            return found
    if len(candidates) == 1:
        return candidates[0].code
    plain = next((c.code for c in candidates if c.plain), None)
    if plain in ("USD", "EUR", "GBP", "CNY", "JPY", "RUB"):
        return plain
    counts = {c.code: sum(text.count(name) for name in (*c.territories[:3], c.adjective) if name) for c in candidates if len(c.territories) < 4}
    best = max(counts, key=lambda code: counts[code], default=None)
    return best if best is not None and counts[best] else plain
