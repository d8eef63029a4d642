"""Any scores give a tree with one root, and it is the best one."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.understanding.decoding.trees import across, best_tree, stranded


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


def test_no_article_belongs_beyond_a_finite_verb() -> None:
    """ "The army shelled positions": of a word close to its noun, arcs beyond the verb are barred; sound trees bar nothing."""
    heads = np.array([1, 3, -1, 2])
    close = np.array([True, True, False, False])
    finite = np.array([False, False, True, False])
    none = np.zeros(4, dtype=bool)
    barred = across(heads, close, none, finite)
    assert barred.tolist() == [[False] * 4, [False, False, False, True], [False] * 4, [False] * 4]
    assert not across(np.array([1, 2, -1, 2]), close, none, finite).any()


def test_no_owner_belongs_to_a_noun_before_it() -> None:
    """An article or possessive whose head stands before it may not have any head there."""
    none, ahead = np.zeros(3, dtype=bool), np.array([False, False, True])
    assert across(np.array([1, -1, 1]), none, ahead, none).tolist() == [[False] * 3, [False] * 3, [True, True, False]]


def test_two_subjects_in_one_phrase() -> None:
    """ "Kazakh President Kell ordered troops and demanded talks": Kell to the first verb, Kazakh to neither."""
    heads = np.array([3, 2, 6, -1, 3, 6, 3, 6])
    mask = lambda *at: np.isin(np.arange(8), at)  # noqa: E731
    out = stranded(heads, mask(0, 2), mask(3, 6), mask(0, 1, 2, 4, 7))
    assert out[0, 3:].all()
    assert not out[0, :3].any()
    assert out[2, 4:].all()
    assert not out[2, 3]
    assert not out[1].any()
    assert not stranded(heads, mask(2), mask(3, 6), mask(0, 1, 2, 4, 7)).any()
