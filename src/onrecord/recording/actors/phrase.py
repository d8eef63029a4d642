"""A mention while actors are being gathered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Sort = Literal["name", "nominal", "pronoun"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A mention: `head` and tokens `first` to `last` (exclusive), its characters, its `words` (a name without article; a noun's lemma), name class."""

    sort: Sort
    head: int
    first: int
    last: int
    start: int
    end: int
    words: str
    label: str = ""
    score: float = 1.0
