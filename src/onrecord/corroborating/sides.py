"""Many pairs of items at once: what the two sides of each have in common, one number a pair.

All sums are of numbers that a float holds exactly (products of signed bytes, shares in 1/1024), so a pair has the same values in whatever company it is compared.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.corroborating.weights import tells

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from numpy.typing import NDArray

    from onrecord.corroborating.index import Profile
    from onrecord.corroborating.views import Part, View

    Values = NDArray[np.float64]
    Sets = frozenset[Any]

_UNKNOWN = -1


class Sides:
    """Pairs of profiles, `ones[n]` with `others[n]`. What is asked for is made once; all values are float64, one a pair."""

    def __init__(self, ones: Sequence[Profile], others: Sequence[Profile]) -> None:
        every = {id(profile): profile for profile in (*ones, *others)}
        at = {key: n for n, key in enumerate(every)}
        self.views = [profile.view for profile in every.values()]
        self.one, self.other = (np.array([at[id(profile)] for profile in side], np.intp) for side in (ones, others))
        self._parties: dict[tuple[Part, Part], Values] = {}

    def equal(self, of: Callable[[View], Hashable]) -> Values:
        """1 where both have the same value, which is neither null nor empty."""
        codes: dict[Hashable, int] = {}
        code = np.array([codes.setdefault(value, len(codes)) if (value := of(view)) else _UNKNOWN for view in self.views])
        return self._float((code[self.one] == code[self.other]) & (code[self.one] != _UNKNOWN))

    def both(self, of: Callable[[View], object]) -> Values:
        """1 where both have any value."""
        has = np.array([bool(of(view)) for view in self.views], bool)
        return self._float(has[self.one] & has[self.other])

    def common(self, of: Callable[[View], Sets], to: Callable[[View], Sets] | None = None) -> Values:
        """1 where what the one has by `of` and the other by `to` (the same where null) is not disjoint."""
        mine = [of(view) for view in self.views]
        theirs = mine if to is None else [to(view) for view in self.views]
        out = np.zeros(len(self.one))
        where, pairs = self._of_both(mine, theirs)
        out[where] = [not a.isdisjoint(b) for a, b in pairs]
        return out

    def dice(self, of: Callable[[View], Sets], whole: Callable[[View], float]) -> Values:
        """Words or names that both have, by how much each tells, of all that they have (Dice); `whole` is how much those of one tell together."""
        sets, sums = [of(view) for view in self.views], self.number(whole)
        out = np.zeros(len(self.one))
        where, pairs = self._of_both(sets, sets)
        out[where] = [sum(map(tells, shared)) if (shared := a & b) else 0.0 for a, b in pairs]
        total = sums[self.one] + sums[self.other]
        return np.divide(2 * out, total, out=out, where=total > 0)

    def scenes(self) -> Values:
        """`dice` of the names that the reports have: made once for two scenes, for all items of a report have the same."""
        scenes: dict[Sets, int] = {}
        scene = np.array([scenes.setdefault(view.scene, len(scenes)) for view in self.views])
        _, first, again = np.unique(scene[self.one] * len(scenes) + scene[self.other], return_index=True, return_inverse=True)
        some = Sides([self.views[i].profile for i in self.one[first]], [self.views[j].profile for j in self.other[first]])
        out: Values = some.dice(lambda v: v.scene, lambda v: v.scene_tells)[again]
        return out

    def parties(self, of: Part, to: Part) -> Values:
        """1 where one of the one and one of the other are the same, 0.5 where they are bodies of one, the one is the other's, or the same noun is all that names both."""
        if (of, to) not in self._parties:
            same = self.common(lambda v: v.heads[of], lambda v: v.heads[to])
            wider = self.common(lambda v: v.nouns_here[of], lambda v: v.nouns_there[to])
            self._parties[of, to] = np.maximum(same, 0.5 * wider)
        return self._parties[of, to]

    def each(self, where: Values, told: Callable[[View, View], bool]) -> Values:
        """1 where `told` holds, which is asked only where `where` is not 0: for what few pairs have."""
        out = np.zeros(len(where))
        for n in map(int, np.flatnonzero(where)):
            out[n] = told(self.views[self.one[n]], self.views[self.other[n]])
        return out

    def number(self, of: Callable[[View], float]) -> Values:
        """A number of every view."""
        return np.array([of(view) for view in self.views], np.float64)

    @cached_property
    def cosine(self) -> Values:
        """The cosine of the vectors; 0 where one is missing or they are of other lengths."""
        out = np.zeros(len(self.one))
        sizes = np.array([len(view.profile.vector) for view in self.views])
        for size in map(int, set(sizes.tolist()) - {0}):
            where = np.flatnonzero((sizes[self.one] == size) & (sizes[self.other] == size))
            of = np.zeros((len(sizes), size))  # whole numbers, of which float64 holds every sum of products exactly
            of[sizes == size] = np.frombuffer(b"".join(v.profile.vector for v in self.views if len(v.profile.vector) == size), np.int8).reshape(
                -1, size
            )
            a, b = of[self.one[where]], of[self.other[where]]
            lengths = np.sqrt((a * a).sum(1)) * np.sqrt((b * b).sum(1))
            out[where] = np.divide((a * b).sum(1), lengths, out=np.zeros(len(where)), where=lengths > 0)
        return out

    @cached_property
    def dated(self) -> Values:
        """1 where the texts put both on days."""
        return self.both(lambda v: v.profile.days)

    @cached_property
    def gap(self) -> Values:
        """Days between the two where both have some: 0 where they meet."""
        first, last = self.number(lambda v: v.day), self.number(lambda v: v.day + v.days_long)
        apart = np.maximum(first[self.one], first[self.other]) - np.minimum(last[self.one], last[self.other])
        return np.where(self.dated > 0, np.maximum(0.0, apart), 0.0)

    @cached_property
    def span(self) -> Values:
        """The longer of the two stretches of days, less one day."""
        long = self.number(lambda v: v.days_long)
        return np.maximum(long[self.one], long[self.other])

    @cached_property
    def reports_apart(self) -> Values:
        """Days between the two, by the reports where a text names no day; 0 where both name one or a report has no date."""
        day = self.number(lambda v: v.day)
        return np.abs(day[self.one] - day[self.other]) * (1 - self.dated) * self.both(lambda v: v.profile.published)

    @staticmethod
    def _float(held: NDArray[np.bool_]) -> Values:
        return held.astype(np.float64)

    def _of_both(self, mine: Sequence[Sets], theirs: Sequence[Sets]) -> tuple[NDArray[np.intp], Iterator[tuple[Sets, Sets]]]:
        """The pairs of which both sides have something, and what they have."""
        here, there = np.array(list(map(bool, mine)), bool), np.array(list(map(bool, theirs)), bool)
        where = np.flatnonzero(here[self.one] & there[self.other])
        return where, ((mine[i], theirs[j]) for i, j in zip(self.one[where].tolist(), self.other[where].tolist(), strict=True))
