"""Arc scores to trees: the best tree with one root (Chu-Liu, Edmonds)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


CLOSE = frozenset({"det", "amod", "compound", "nummod", "nmod:poss", "nmod:desc", "case"})
"""Relations of words that stand before the noun they belong to, with no clause between."""
AHEAD = frozenset({"det", "nmod:poss"})
"""Relations of words that always stand before the one they belong to."""
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECT = frozenset({"nsubj", "nsubj:pass"})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})


def across(heads: NDArray[np.int64], close: NDArray[np.bool_], ahead: NDArray[np.bool_], finite: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Arcs (dependent, head) that cannot be: from a word whose relation is `close` to a head beyond a `finite` verb, from one `ahead` to a head before it.

    Only for words whose present head lies there; all false where every tree is sound.
    """
    n = len(heads)
    out = np.zeros((n, n), dtype=bool)
    verbs = np.flatnonzero(finite)
    for i in np.flatnonzero(close & (heads > np.arange(n))):
        between = verbs[(verbs > i) & (verbs < heads[i])]
        if len(between):
            out[i, between[0] + 1 :] = True
    for i in np.flatnonzero(ahead & (heads >= 0) & (heads < np.arange(n))):
        out[i, :i] = True
    return out


def stranded(heads: NDArray[np.int64], subject: NDArray[np.bool_], verb: NDArray[np.bool_], nominal: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Arcs (dependent, head) that cannot be where one phrase of `nominal` words before a finite `verb` holds two of `subject`.

    The last belongs to that verb and to none after it, the others to none of them ("Kazakh President Kell ordered … and demanded …").
    """
    n = len(heads)
    out = np.zeros((n, n), dtype=bool)
    for v in np.flatnonzero(verb):
        first = v
        while first and nominal[first - 1]:
            first -= 1
        subjects = np.flatnonzero(subject[first:v] & (heads[first:v] >= v)) + first
        if len(subjects) > 1:
            out[subjects, v + 1 :] = True
            out[subjects[:-1], v:] = True
    return out & (heads >= 0)[:, None]


def doubled(heads: NDArray[np.int64], subject: NDArray[np.bool_], verb: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Arcs (dependent, head) that cannot be where a word has two of `subject` before it with a `verb` between them: only the last is its own."""
    n = len(heads)
    out = np.zeros((n, n), dtype=bool)
    before = np.flatnonzero(subject & (heads > np.arange(n)))
    for i in before:
        out[i, heads[i]] = any(heads[k] == heads[i] and verb[i:k].any() for k in before[before > i])
    return out


def best_tree(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """Heads of `n` words, -1 for the one root, from `scores` (dependent, head), whose diagonal scores the word as root."""
    heads: NDArray[np.int64] = scores.argmax(-1)
    roots = np.flatnonzero(heads == np.arange(len(heads)))
    if len(roots) == 1 and _reaches(heads, int(roots[0])):
        heads[roots[0]] = -1
        return heads
    candidates = roots if len(roots) else np.array([int(scores.diagonal().argmax())])
    best: tuple[float, NDArray[np.int64]] | None = None
    greedy = np.where(np.eye(len(heads), dtype=bool), -np.inf, scores).max(-1)
    for root in candidates[np.argsort(-scores.diagonal()[candidates])][:3].tolist():
        if best is not None and float(greedy.sum() - greedy[root] + scores[root, root]) < best[0] - 1e-3:  # no tree below this root scores higher than that
            continue
        tree = _edmonds(scores, root)
        total = float(scores[np.arange(len(tree)), tree].sum())
        if best is None or total > best[0]:
            best = (total, tree)
    assert best is not None  # noqa: S101
    best[1][best[1] == np.arange(len(heads))] = -1
    return best[1]


def _reaches(heads: NDArray[np.int64], root: int) -> bool:
    """Whether every word hangs from `root`."""
    above = heads
    for _ in range(len(heads).bit_length()):  # twice as far up each time
        above = above[above]
    return bool((above == root).all())


def _edmonds(scores: NDArray[np.float32], root: int) -> NDArray[np.int64]:
    """The best tree below `root`, whose head is itself."""
    n = len(scores)
    weights = scores.astype(np.float64)
    np.fill_diagonal(weights, -np.inf)
    weights[root] = -np.inf
    weights[root, root] = 0.0
    heads: NDArray[np.int64] = weights.argmax(-1)
    heads[root] = root
    cycle = _cycle(heads, root)
    if cycle is None:
        return heads
    inside = np.zeros(n, dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    in_cycle = np.array(cycle)
    # the cycle becomes one word, last in order
    m = len(outside) + 1
    small = np.full((m, m), -np.inf)
    from_outside = weights[outside]
    small[: m - 1, : m - 1] = from_outside[:, outside]
    leave = from_outside[:, in_cycle]
    small[: m - 1, m - 1] = leave.max(-1)
    kept = weights[in_cycle, heads[in_cycle]]
    enter = weights[in_cycle][:, outside] - kept[:, None] + kept.sum()
    small[m - 1, : m - 1] = enter.max(0)
    below = _edmonds(small, int(np.searchsorted(outside, root)))
    out = heads.copy()
    out[outside] = np.where(below[:-1] == m - 1, in_cycle[leave.argmax(-1)], np.append(outside, -1)[below[:-1]])
    entry = int(below[m - 1])
    broken = in_cycle[enter[:, entry].argmax()]
    out[broken] = outside[entry]
    return out


def _cycle(heads: NDArray[np.int64], root: int) -> list[int] | None:
    above = heads.tolist()
    seen = [False] * len(above)
    seen[root] = True
    for start in range(len(above)):
        path: list[int] = []
        i = start
        while not seen[i]:
            seen[i] = True
            path.append(i)
            i = above[i]
        if i in path:
            return path[path.index(i) :]
    return None
