"""Grouping by average linkage: two groups are one as long as their members are alike enough on average (UPGMA: Sokal and Michener 1958)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


def linked(likeness: NDArray[np.float64], least: float) -> list[list[int]]:
    """Groups of the rows of a symmetric matrix of likeness: the two groups that are most alike become one, while that is `least` or more.

    Members ascend, groups stand in the order of their first members. Of pairs that are equally alike, the first goes first: give the rows in an order
    of their own, not that of the input, where the result must not depend on it. Time and memory grow with the square of the rows.
    """
    count = len(likeness)
    groups: list[list[int]] = []
    for part in components(likeness >= least):
        groups += [part] if len(part) < 3 else [[part[i] for i in group] for group in _averaged(likeness[np.ix_(part, part)], least)]
    if sum(map(len, groups)) != count:
        message = "the matrix of likeness is not symmetric"
        raise ValueError(message)
    return sorted(groups)


def components(joined: NDArray[np.bool_]) -> list[list[int]]:
    """Rows that are joined, directly or through others. Groups of average linkage never reach over them, for some pair must be alike enough."""
    unseen, parts = set(range(len(joined))), list[list[int]]()
    while unseen:
        reached, todo = set[int](), [min(unseen)]
        while todo:
            i = todo.pop()
            if i in reached:
                continue
            reached.add(i)
            todo += [int(j) for j in np.flatnonzero(joined[i]) if int(j) not in reached]
        unseen -= reached
        parts.append(sorted(reached))
    return parts


def _averaged(likeness: NDArray[np.float64], least: float) -> Sequence[list[int]]:
    alike = likeness.astype(np.float64).copy()
    np.fill_diagonal(alike, -1.0)
    members = [[i] for i in range(len(alike))]
    best = alike.argmax(axis=1)
    while True:
        i = int(alike[np.arange(len(alike)), best].argmax())
        j = int(best[i])
        if alike[i, j] < least:
            return [sorted(group) for group in members if group]
        i, j = min(i, j), max(i, j)
        merged = (alike[i] * len(members[i]) + alike[j] * len(members[j])) / (len(members[i]) + len(members[j]))
        merged[[i, j]] = -1.0
        merged[[k for k, group in enumerate(members) if not group]] = -1.0
        members[i] += members[j]
        members[j] = []
        alike[i], alike[:, i] = merged, merged
        alike[j], alike[:, j] = -1.0, -1.0
        stale = (best == i) | (best == j)
        stale[[i, j]] = True
        best[stale] = alike[stale].argmax(axis=1)
        nearer = alike[:, i] > alike[np.arange(len(alike)), best]
        best[nearer] = i
