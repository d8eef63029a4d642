"""Many pairs of items at once: what the two sides of each have in common, one number a pair.

All sums are of numbers that a float holds exactly (products of signed bytes, shares in 1/1024), so a pair has the same values in whatever company it is compared.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.corroborating.weights import tells

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from numpy.typing import NDArray

    from onrecord.corroborating.index import Profile
    from onrecord.corroborating.views import Part, View

    Values = NDArray[np.float64]
    Sets = frozenset[Any]


class Sides:
    """Pairs of profiles, `ones[n]` with `others[n]`. What is asked for is made once; all values are float64, one a pair."""

    def __init__(self, ones: Sequence[Profile], others: Sequence[Profile]) -> None:
        self.ones, self.others = [profile.view for profile in ones], [profile.view for profile in others]
        self._parties: dict[tuple[Part, Part], Values] = {}

    def equal(self, of: Callable[[View], Hashable]) -> Values:
        """1 where both have the same value, which is neither null nor empty."""
        return self._made(bool(value) and value == of(other) for value, other in zip(map(of, self.ones), self.others, strict=True))

    def both(self, of: Callable[[View], object]) -> Values:
        """1 where both have any value."""
        return self._made(bool(of(one)) and bool(of(other)) for one, other in zip(self.ones, self.others, strict=True))

    def common(self, of: Callable[[View], Sets], to: Callable[[View], Sets] | None = None) -> Values:
        """1 where what the one has by `of` and the other by `to` (the same where null) is not disjoint."""
        return 1 - self._made(map(frozenset.isdisjoint, map(of, self.ones), map(to or of, self.others)))

    def dice(self, of: Callable[[View], Sets], whole: Callable[[View], float]) -> Values:
        """Words or names that both have, by how much each tells, of all that they have (Dice); `whole` is how much those of one tell together."""
        shared = self._made(sum(map(tells, a & b)) if not a.isdisjoint(b) else 0.0 for a, b in zip(map(of, self.ones), map(of, self.others), strict=True))
        total = self._made(map(whole, self.ones)) + self._made(map(whole, self.others))
        out: Values = np.divide(2 * shared, total, out=np.zeros(len(total)), where=total > 0)
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
            out[n] = told(self.ones[n], self.others[n])
        return out

    @cached_property
    def cosine(self) -> Values:
        """The cosine of the vectors; 0 where one is missing or they are of other lengths."""
        out = np.zeros(len(self.ones))
        where: dict[int, list[int]] = {}
        for n, (one, other) in enumerate(zip(self.ones, self.others, strict=True)):
            if len(one.profile.vector) == len(other.profile.vector) > 0:
                where.setdefault(len(one.profile.vector), []).append(n)
        for size, at in where.items():
            a, b = (_vectors([side[n] for n in at], size) for side in (self.ones, self.others))
            lengths = np.sqrt((a * a).sum(1)) * np.sqrt((b * b).sum(1))  # of whole numbers, like the product below
            out[at] = np.divide((a * b).sum(1), lengths, out=np.zeros(len(at)), where=lengths > 0)
        return out

    @cached_property
    def dated(self) -> Values:
        """1 where the texts put both on days."""
        return self.both(lambda v: v.profile.days)

    @cached_property
    def gap(self) -> Values:
        """Days between the two where both have some: 0 where they meet."""
        (a, b), (c, d) = (np.array([v.profile.days or (0, 0) for v in side], float).reshape(-1, 2).T for side in (self.ones, self.others))
        return np.where(self.dated > 0, np.maximum(0.0, np.maximum(a, c) - np.minimum(b, d)), 0.0)

    @cached_property
    def span(self) -> Values:
        """The longer of the two stretches of days, less one day."""
        return np.maximum(*(self._made(float(v.days_long) for v in side) for side in (self.ones, self.others)))

    @cached_property
    def reports_apart(self) -> Values:
        """Days between the two, by the reports where a text names no day; 0 where both name one or a report has no date."""
        one, other = (self._made(float(v.day) for v in side) for side in (self.ones, self.others))
        out: Values = np.abs(one - other) * (1 - self.dated) * self.both(lambda v: v.profile.published)
        return out

    def _made(self, values: Iterable[float]) -> Values:
        return np.fromiter(values, np.float64, len(self.ones))


def _vectors(views: Sequence[View], size: int) -> Values:
    """Vectors as rows of whole numbers, of which float64 holds every sum of products exactly."""
    return np.frombuffer(b"".join(view.profile.vector for view in views), np.int8).reshape(-1, size).astype(np.float64)
