"""How much each word of a name tells: rare words of the list much, its common ones, titles and generic words little."""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING

from onrecord.listing.names import given

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.listing.names import Name, Word

_SMOOTH = 200  # entries that a list is taken to have beside its own: in a list of three, a word that all share still tells something
_LEAST = 0.15
_KINDS = {"title": 0.15, "legal": 0.1, "generic": 0.35, "particle": 0.5}  # particles are words only in names that have no others
_GIVEN = 0.7
_INITIAL = 0.3


class Weights:
    """The weight of words, 0 to 1, by in how many entries a word that sounds the same stands."""

    def __init__(self, entries: Iterable[Iterable[Name]]) -> None:
        self._seen: Counter[str] = Counter()
        count = 0
        for names in entries:
            count += 1
            self._seen.update({word.sound for name in names for word in name.words})
        self._all = count + _SMOOTH
        self._most = log(self._all / 1.5)
        self._known: dict[tuple[Word, bool], float] = {}

    def of(self, word: Word, *, person: bool) -> float:
        """The weight of a word in a person's or a body's name."""
        known = self._known.get((word, person))
        if known is None:
            known = self._known[word, person] = self._weigh(word, person=person)
        return known

    def _weigh(self, word: Word, *, person: bool) -> float:
        if word.initial:
            return _INITIAL
        rarity = max(_LEAST, log(self._all / (max(1, self._seen[word.sound]) + 0.5)) / self._most)
        if word.kind is not None:
            return rarity * _KINDS[word.kind]
        return rarity * (_GIVEN if person and given(word) else 1.0)
