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
    from onrecord.corroborating.sides import Values

_LEAST = 0.1  # a share of the score below this is no reason
_MOST = 30.0  # log odds beyond which nothing changes
_WORDS = {name: (f.__doc__ or "").split(":", maxsplit=1)[0].rstrip(".") for name, f in FEATURES.items()}
_TABLES = {(True, True): weights.EVENT, (False, False): weights.STATEMENT, (True, False): weights.ACROSS, (False, True): weights.ACROSS}


class Likeness:
    """Pairs of items, `ones[n]` with `others[n]`; `worth` are the weights of features, those of the kinds of two items where none are given."""

    def __init__(self, ones: Sequence[Profile], others: Sequence[Profile], worth: Mapping[str, float] | None = None) -> None:
        by: dict[int, tuple[Mapping[str, float], list[int]]] = {}
        self._at: list[tuple[int, int]] = []
        for n, (one, other) in enumerate(zip(ones, others, strict=True)):
            table = worth if worth is not None else _TABLES[one.kind == "event", other.kind == "event"]
            _, where = by.setdefault(id(table), (table, []))
            self._at.append((id(table), len(where)))
            where.append(n)
        self._parts = {
            key: (table, where, Compared(Sides([ones[n] for n in where], [others[n] for n in where]))) for key, (table, where) in by.items()
        }

    @cached_property
    def odds(self) -> Values:
        """The log odds that two speak of the same thing, one a pair."""
        out = np.zeros(len(self._at))
        for table, where, features in self._parts.values():
            total = np.full(len(where), table[weights.BIAS])
            for name in FEATURES:
                if name in table:
                    total += table[name] * features[name]
            out[where] = np.clip(total, -_MOST, _MOST)
        return out

    def probability(self, n: int) -> float:
        """The probability that pair `n` speak of the same thing."""
        return 1 / (1 + exp(-float(self.odds[n])))

    def reasons(self, n: int) -> list[Because]:
        """What the score of pair `n` rests on, the weightiest first."""
        part, at = self._at[n]
        table, _, features = self._parts[part]
        shares = {name: table[name] * float(features[name][at]) for name in FEATURES if name in table}
        told = [Because(name, _WORDS[name], round(share, 2)) for name, share in shares.items() if abs(share) >= _LEAST]
        return sorted(told, key=lambda reason: (-abs(reason.weight), reason.rule))


def likeness(a: Profile, b: Profile, worth: Mapping[str, float] | None = None) -> float:
    """The probability that two items speak of the same thing."""
    return Likeness([a], [b], worth).probability(0)
