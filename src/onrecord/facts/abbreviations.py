"""Short forms of the states of the US, as news style and the post write them (`resources/abbreviations.csv`)."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import msgspec


@cache
def _rows() -> list[tuple[str, str, str]]:
    return msgspec.json.decode(files("onrecord").joinpath("data/abbreviations.json").read_bytes(), type=list[tuple[str, str, str]])


def full(words: str) -> str | None:
    """The name that news style shortens so ("Va.", its point included), or null."""
    return next((name for short, name, form in _rows() if form == "news" and short == words), None)


def after(text: str, at: int) -> tuple[int, int, str] | None:
    """Start, end and full name of the short form that follows a comma at this place ("Reno, Nev."; "Reno, NV"), or null."""
    found = _pattern().match(text, at)
    if found is None:
        return None
    return found.start(1), found.end(1), next(name for short, name, _ in _rows() if short == found[1])


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted({re.escape(short) for short, _, _ in _rows()}, key=lambda form: (-len(form), form))
    return re.compile(rf",\s+({'|'.join(forms)})(?!\w)")
