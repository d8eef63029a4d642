"""MUC, B-cubed and CEAF-phi4 between two ways of grouping mentions (Pradhan et al. 2014), on mentions that are equal."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Clusters = list[frozenset[tuple[int, int]]]


class Counted(NamedTuple):
    """Numerators and denominators of recall and precision; they may be added up over documents."""

    recalled: float
    wanted: float
    precise: float
    found: float

    @property
    def f1(self) -> float:
        """Their harmonic mean in per cent."""
        recall, precision = self.recalled / max(1e-9, self.wanted), self.precise / max(1e-9, self.found)
        return 200 * recall * precision / (recall + precision) if recall + precision else 0.0


def muc(gold: Clusters, found: Clusters) -> Counted:
    """Links: how few cuts part a cluster along the other side's."""
    kept = sum(max(0, len(g & f) - 1) for g in gold for f in found)
    return Counted(kept, sum(len(g) - 1 for g in gold), kept, sum(len(f) - 1 for f in found))


def b_cubed(gold: Clusters, found: Clusters) -> Counted:
    """Mentions: which share of each one's cluster is in its cluster on the other side."""
    both = [(len(g & f) ** 2, len(g), len(f)) for g in gold for f in found]
    return Counted(sum(n / g for n, g, _ in both), sum(map(len, gold)), sum(n / f for n, _, f in both), sum(map(len, found)))


def ceaf(gold: Clusters, found: Clusters) -> Counted:
    """Entities: likeness 2·|both| / (|gold| + |found|) of the best one-to-one pairing of clusters."""
    likeness = np.array([[2 * len(g & f) / (len(g) + len(f)) for f in found] for g in gold]).reshape(len(gold), len(found))
    total = float(sum(likeness[i, j] for i, j in assignment(likeness)))
    return Counted(total, len(gold), total, len(found))


def assignment(worth: NDArray[np.float64]) -> list[tuple[int, int]]:
    """The one-to-one pairing of rows and columns that is worth most (Hungarian method)."""
    if worth.shape[0] > worth.shape[1]:
        return [(i, j) for j, i in assignment(worth.T)]
    rows, columns = worth.shape
    cost = np.pad(-worth, ((1, 0), (1, 0)))  # row and column 0 stand for none
    over, under = np.zeros(rows + 1), np.zeros(columns + 1)
    row_of, way = np.zeros(columns + 1, dtype=int), np.zeros(columns + 1, dtype=int)
    for i in range(1, rows + 1):
        row_of[0], j = i, 0
        least, seen = np.full(columns + 1, np.inf), np.zeros(columns + 1, dtype=bool)
        while row_of[j]:
            seen[j] = True
            reduced = cost[row_of[j]] - over[row_of[j]] - under
            nearer = ~seen & (reduced < least)
            least[nearer], way[nearer] = reduced[nearer], j
            best = int(np.where(seen, np.inf, least).argmin())
            step = least[best]
            over[row_of[seen]] += step
            under[seen] -= step
            least[~seen] -= step
            j = best
        while j:
            row_of[j], j = row_of[way[j]], way[j]
    return sorted((int(row_of[k]) - 1, k - 1) for k in range(1, columns + 1) if row_of[k])
