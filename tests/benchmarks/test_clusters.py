"""MUC, B-cubed and CEAF on examples worked out by hand (Luo 2005; Pradhan et al. 2014), and the pairing that CEAF rests on."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from benchmarks.clusters import Clusters, assignment, b_cubed, ceaf, muc


def clusters(*names: str) -> Clusters:
    """`clusters("abc", "de")`: two entities, each letter a mention."""
    return [frozenset((ord(c), ord(c)) for c in name) for name in names]


GOLD = clusters("abc", "defg")  # Pradhan et al.: {a,b,c} {d,e,f,g} against {a,b} {c,d} {f,g,h,i}
FOUND = clusters("ab", "cd", "fghi")


def test_muc_counts_links() -> None:
    """Recall (3 - 2 + 4 - 3) / (2 + 3), precision (1 + 0 + 1) / (1 + 1 + 3)."""
    counted = muc(GOLD, FOUND)
    assert (counted.recalled, counted.wanted, counted.precise, counted.found) == (2, 5, 2, 5)
    assert counted.f1 == pytest.approx(40.0)


def test_b_cubed_counts_mentions() -> None:
    """Recall (4/3 + 1/3 + 1/4 + 4/4) / 7 = 0.417, precision (4/2 + 1/2 + 1/2 + 4/4) / 8 = 0.5."""
    counted = b_cubed(GOLD, FOUND)
    assert counted.recalled == pytest.approx(4 / 3 + 1 / 3 + 1 / 4 + 1)
    assert counted.precise == pytest.approx(4)
    assert (counted.wanted, counted.found) == (7, 8)
    assert counted.f1 == pytest.approx(45.45, abs=0.01)


def test_ceaf_counts_entities() -> None:
    """The best pairing: abc with ab (4/5), defg with fghi (4/8); recall 1.3 / 2, precision 1.3 / 3."""
    counted = ceaf(GOLD, FOUND)
    assert counted.recalled == counted.precise == pytest.approx(1.3)
    assert counted.f1 == pytest.approx(52.0)


@pytest.mark.parametrize("score", [muc, b_cubed, ceaf])
def test_the_same_is_perfect_and_nothing_is_nothing(score) -> None:  # noqa: ANN001
    assert score(GOLD, GOLD).f1 == pytest.approx(100.0)
    assert score(GOLD, []).f1 == score([], GOLD).f1 == 0.0


def test_the_pairing_is_the_best_there_is() -> None:
    drawn = np.random.default_rng(1)
    for _ in range(60):
        worth = drawn.random(drawn.integers(1, 6, size=2)) * (drawn.random() < 0.9)
        chosen = assignment(worth)
        rows, columns = worth.shape
        assert len(chosen) == len({i for i, _ in chosen}) == len({j for _, j in chosen}) == min(rows, columns)
        small = worth if rows <= columns else worth.T
        best = max(sum(small[i, j] for i, j in enumerate(order)) for order in itertools.permutations(range(small.shape[1]), small.shape[0]))
        assert sum(worth[i, j] for i, j in chosen) == pytest.approx(best)
