"""How likely two items speak of the same thing: their features times what each is worth, squeezed, with the reasons."""

from __future__ import annotations

from functools import cached_property
from math import exp
from typing import TYPE_CHECKING

import numpy as np

from onrecord.corroborating import weights
from onrecord.corroborating.features import FEATURES, Compared
from onrecord.corroborating.sides import Sides
from onrecord.record import Because

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.corroborating.index import Profile
    from onrecord.corroborating.sides import Matrix

_LEAST = 0.1  # a share of the score below this is no reason
_MOST = 30.0  # log odds beyond which nothing changes
_WORDS = {name: (f.__doc__ or "").split(":", maxsplit=1)[0].rstrip(".") for name, f in FEATURES.items()}


class Likeness:
    """All pairs of rows and columns; `worth` are the weights of features, those of the kinds of two items where none are given."""

    def __init__(self, rows: Sequence[Profile], columns: Sequence[Profile], worth: Mapping[str, float] | None = None) -> None:
        self._rows, self._columns, self._worth = rows, columns, worth
        self.features = Compared(Sides(rows, columns))

    @cached_property
    def odds(self) -> Matrix:
        """The log odds that two speak of the same thing, rows by columns."""
        if self._worth is not None:
            return self._summed(self._worth)
        one, other = (np.array([profile.kind == "event" for profile in side], bool) for side in (self._rows, self._columns))
        events, statements = one[:, None] & other[None, :], ~one[:, None] & ~other[None, :]
        out = np.zeros((len(self._rows), len(self._columns)))
        for where, table in ((events, weights.EVENT), (statements, weights.STATEMENT), (~events & ~statements, weights.ACROSS)):
            if where.any():
                out = np.where(where, self._summed(table), out)
        return out

    def _summed(self, table: Mapping[str, float]) -> Matrix:
        total = np.full((len(self._rows), len(self._columns)), table[weights.BIAS])
        for name in FEATURES:
            if name in table:
                total += table[name] * self.features[name]
        out: Matrix = np.clip(total, -_MOST, _MOST)
        return out

    def probability(self, i: int, j: int) -> float:
        """The probability that row `i` and column `j` speak of the same thing."""
        return 1 / (1 + exp(-float(self.odds[i, j])))

    def reasons(self, i: int, j: int) -> list[Because]:
        """What the score of row `i` and column `j` rests on, the weightiest first."""
        table = self._worth if self._worth is not None else weights_of(self._rows[i], self._columns[j])
        shares = {name: table[name] * float(self.features[name][i, j]) for name in FEATURES if name in table}
        told = [Because(name, _WORDS[name], round(share, 2)) for name, share in shares.items() if abs(share) >= _LEAST]
        return sorted(told, key=lambda reason: (-abs(reason.weight), reason.rule))


def likeness(a: Profile, b: Profile, worth: Mapping[str, float] | None = None) -> float:
    """The probability that two items speak of the same thing."""
    return Likeness([a], [b], worth).probability(0, 0)


def weights_of(a: Profile, b: Profile) -> dict[str, float]:
    """The weights for two items of these kinds."""
    if a.kind != b.kind:
        return weights.ACROSS
    return weights.EVENT if a.kind == "event" else weights.STATEMENT
