"""Grouping by linkage: two groups are one as long as their members are alike enough, on average (UPGMA: Sokal and Michener 1958) and in their best pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


def linked(likeness: NDArray[np.float64], least: float, *, best: float = 0.0) -> list[list[int]]:
    """Groups of the rows of a symmetric matrix of likeness: the two groups that are most alike become one, while that is `least` or more.

    How alike two groups are is the mean of their pairs, with the weight `best` (0 to 1) that of their best pair: 0 is average linkage, 1 single linkage. Members ascend, groups stand in the order of their first members. Of pairs that are equally alike, the first goes first: give the rows in an order
    of their own, not that of the input, where the result must not depend on it. Time and memory grow with the square of the rows.
    """
    count = len(likeness)
    groups: list[list[int]] = []
    for part in components(likeness >= least):
        groups += [part] if len(part) < 3 else [[part[i] for i in group] for group in _joined(likeness[np.ix_(part, part)], least, best)]
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


def _joined(likeness: NDArray[np.float64], least: float, share: float) -> Sequence[list[int]]:
    mean = likeness.astype(np.float64).copy()
    np.fill_diagonal(mean, -1.0)
    most = mean.copy()
    alike = mean.copy()
    members = [[i] for i in range(len(alike))]
    nearest = alike.argmax(axis=1)
    while True:
        i = int(alike[np.arange(len(alike)), nearest].argmax())
        j = int(nearest[i])
        if alike[i, j] < least:
            return [sorted(group) for group in members if group]
        i, j = min(i, j), max(i, j)
        gone = [i, j, *(k for k, group in enumerate(members) if not group)]
        both = (mean[i] * len(members[i]) + mean[j] * len(members[j])) / (len(members[i]) + len(members[j])), np.maximum(most[i], most[j])
        members[i] += members[j]
        members[j] = []
        for table, row in zip((mean, most, alike), (*both, (1 - share) * both[0] + share * both[1]), strict=True):
            row[gone] = -1.0
            table[i], table[:, i] = row, row
            table[j], table[:, j] = -1.0, -1.0
        stale = (nearest == i) | (nearest == j)
        stale[[i, j]] = True
        nearest[stale] = alike[stale].argmax(axis=1)
        nearer = alike[:, i] > alike[np.arange(len(alike)), nearest]
        nearest[nearer] = i
