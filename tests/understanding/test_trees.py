"""Any scores give a tree with one root, and it is the best one."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.understanding.decoding.trees import best_tree


def _is_tree(heads: list[int]) -> bool:
    if heads.count(-1) != 1:
        return False
    for i in range(len(heads)):
        seen = set()
        while heads[i] >= 0:
            if i in seen:
                return False
            seen.add(i)
            i = heads[i]  # noqa: PLW2901
    return True


def _total(scores: np.ndarray, heads: list[int]) -> float:
    return float(sum(scores[i, i if h < 0 else h] for i, h in enumerate(heads)))


@given(st.integers(1, 12), st.integers(0, 10_000))
def test_one_root_and_no_cycle(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, n)).astype(np.float32)
    assert _is_tree(best_tree(scores).tolist())


@given(st.integers(2, 4), st.integers(0, 10_000))
def test_no_tree_with_its_root_scores_higher(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, n)).astype(np.float32)
    found = best_tree(scores).tolist()
    root = found.index(-1)
    rivals = (list(h) for h in itertools.product(range(-1, n), repeat=n))
    best = max(_total(scores, h) for h in rivals if _is_tree(h) and h[root] == -1)
    assert _total(scores, found) >= best - 1e-4
