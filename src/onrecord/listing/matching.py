"""Actors against a list: every name the report calls them by, and the entries that may be the same, as proposals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.listing.acronyms import acronyms, without_brackets
from onrecord.listing.alike import LONE, Likeness, compare
from onrecord.listing.entries import Called, Entry
from onrecord.listing.index import Index
from onrecord.listing.names import Name, name
from onrecord.listing.weights import Weights

if TYPE_CHECKING:
    from collections.abc import Collection

    from onrecord.listing.entries import EntryKind, Listing

THRESHOLD = LONE
"""The least score at which an entry is proposed; chosen by `benchmarks/listing.py`, whose figures stand in `docs/lists.md`."""


class Found(msgspec.Struct, frozen=True):
    """An entry that may be meant: the list's name that is most like the one asked for, the score, and the reasons."""

    entry: Entry
    name: str
    score: float
    reasons: list[str]


class _Spelt(msgspec.Struct, frozen=True, gc=False):
    """A name of an entry and how it is compared."""

    entry: int
    called: Called
    name: Name


class Matcher:
    """A list made ready to be asked; made once for a run, safe to use from several threads."""

    def __init__(self, listing: Listing) -> None:
        self.listing = listing
        self._spelt: dict[bool, list[_Spelt]] = {}
        self._weights: dict[bool, Weights] = {}
        self._index: dict[bool, Index] = {}
        for person in (True, False):
            asked = [(n, entry) for n, entry in enumerate(listing.entries) if entry.kind in (None, _kind(person=person))]
            spelt = [each for n, entry in asked for each in _names(n, entry, person=person)]
            by_entry: dict[int, list[Name]] = {}
            for each in spelt:
                by_entry.setdefault(each.entry, []).append(each.name)
            weights = Weights(by_entry.values())
            self._spelt[person], self._weights[person] = spelt, weights
            self._index[person] = Index([each.name for each in spelt], weights, person=person)

    def find(self, text: str, *, person: bool, least: float = THRESHOLD, but: Collection[str] = ()) -> list[Found]:
        """The entries with a name like `text`, the best first, each with its best name; names in `but` (as the list writes them) are passed over."""
        asked = name(without_brackets(text), person=person)
        spelt, weights = self._spelt[person], self._weights[person]
        best: dict[int, tuple[Likeness, Called]] = {}
        for position in self._index[person].near(asked, least):
            each = spelt[position]
            if each.called.text in but:
                continue
            like = compare(asked, each.name, weights, weak=each.called.weak)
            if like is None or like.score < least:
                continue
            if each.entry not in best or like.score > best[each.entry][0].score:
                best[each.entry] = (like, each.called)
        entries = self.listing.entries
        found = [Found(entries[n], called.text, round(like.score, 2), like.reasons) for n, (like, called) in best.items()]
        return sorted(found, key=lambda f: -f.score)  # the sort is stable: entries of one score stay in the list's order


def _kind(*, person: bool) -> EntryKind:
    return "person" if person else "entity"


def _names(n: int, entry: Entry, *, person: bool) -> list[_Spelt]:
    """The names of an entry, brackets left out, an acronym in them as a name of its own."""
    out: list[_Spelt] = []
    seen: set[str] = set()
    for called in entry.names:
        for text in (without_brackets(called.text), *(() if person else acronyms(called.text))):
            made = name(text, person=person)
            if made.words and made.key not in seen:
                seen.add(made.key)
                out.append(_Spelt(n, called, made))
    return out
