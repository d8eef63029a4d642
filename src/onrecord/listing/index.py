"""Which names of a list are worth comparing: words that sound alike by their consonants, and names that share enough of them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import Indel

from onrecord.listing.alike import PAIR, STRICT, likeness
from onrecord.listing.names import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.listing.names import Name, Word
    from onrecord.listing.weights import Weights

_SOUND = 0.75  # least likeness of the sounds of two words that are looked at more closely
_SLACK = 0.1  # by how much a first estimate may fall short of the score


class Index:
    """Names by their words, words by their sounds, sounds by their consonants, one of them left out or none. Positions are those of `names`."""

    def __init__(self, names: list[Name], weights: Weights, *, person: bool) -> None:
        self._weights, self._person = weights, person
        self._words: dict[str, Word] = {}
        self._near: dict[str, list[tuple[str, float]]] = {}
        self._total = [self._weight(name) for name in names]
        at: dict[str, list[int]] = {}
        sounds: dict[str, list[str]] = {}
        skeletons: dict[str, dict[str, None]] = {}
        for position, name in enumerate(names):
            for word, loose in _all(name):
                known = self._words.setdefault(word.text, word)
                if word.text not in at:
                    sounds.setdefault(known.sound, []).append(word.text)
                    at[word.text] = []
                at[word.text].append(position)
                for key in _keys(word.skeleton, loose=loose):
                    skeletons.setdefault(key, {})[known.sound] = None
        # tuples of words and numbers are nothing that the collector of garbage would have to walk through again and again
        self._with = {text: tuple(positions) for text, positions in at.items()}
        self._sounds = {sound: tuple(texts) for sound, texts in sounds.items()}
        self._skeletons = {key: tuple(found) for key, found in skeletons.items()}

    def near(self, name: Name, least: float) -> Iterator[int]:
        """Positions of the names that could be as alike as `least`: no score of the others can reach it."""
        shared: dict[int, float] = {}
        for word, loose in _all(name):
            if word.initial or word.kind == "title":
                continue
            weight = self._weights.of(word, person=self._person)
            for text, alike in self._like(word, loose=loose):
                gain = alike * alike * (weight + self._weights.of(self._words[text], person=self._person))
                for position in self._with[text]:
                    shared[position] = shared.get(position, 0.0) + gain
        own = self._weight(name)
        cost = 0.3 if self._person else 1.0  # of the weight of a word without a partner, at the least
        for position, gain in shared.items():
            rest = max(0.0, own + self._total[position] - gain)
            if gain / (gain + rest * cost) >= least - _SLACK:
                yield position

    def _weight(self, name: Name) -> float:
        return sum(self._weights.of(word, person=self._person) for word in name.words if word.kind != "title")

    def _like(self, word: Word, *, loose: bool) -> list[tuple[str, float]]:
        """The list's words that are like this one, with how alike they are; once found they are kept."""
        known = self._near.get(word.text)
        if known is None:
            sounds = list({sound for key in _keys(word.skeleton, loose=loose) for sound in self._skeletons.get(key, ())})
            close = process.extract(word.sound, sounds, scorer=Indel.normalized_similarity, score_cutoff=_SOUND, limit=None)
            least = PAIR if self._person else STRICT
            scored = ((text, likeness(word, self._words[text])) for sound, *_ in close for text in self._sounds[sound])
            known = self._near[word.text] = sorted((text, alike) for text, alike in scored if alike >= least)
        return known


def _keys(skeleton: str, *, loose: bool) -> set[str]:
    """The skeleton; and, if `loose`, what is left of it without one consonant where that is two or more."""
    keys = {skeleton}
    if loose and len(skeleton) > 2:
        keys |= {skeleton[:n] + skeleton[n + 1 :] for n in range(len(skeleton))}
    return keys


def _all(name: Name) -> list[tuple[Word, bool]]:
    """The words of a name, and each two that stand together as one; whether a consonant less or more is looked for."""
    both = [(joined(a, b), False) for a, b in pairwise(name.words) if a.kind is None and b.kind is None]
    return [*((word, True) for word in name.words), *both]
