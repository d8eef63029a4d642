"""Whether a given name is a woman's or a man's (`resources/given_names.csv`): a hint, never a proof."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec


@cache
def _names() -> dict[str, Literal["f", "m"]]:
    read: dict[Literal["f", "m"], str] = msgspec.json.decode(files("onrecord").joinpath("data/given_names.json").read_bytes())
    return {name: gender for gender, names in read.items() for name in names.split()}


def gender(name: str) -> Literal["f", "m"] | None:
    """The gender that nine in ten bearers of this given name have in the tables; null where it is shared or unknown."""
    folded = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
    known = _names()
    return known.get(folded) or known.get(folded.split("-")[0])
