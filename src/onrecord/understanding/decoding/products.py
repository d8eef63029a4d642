"""Products of vectors, on the thread that asks for them."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MOST = 250_000
"""Multiplications that BLAS still does on one thread. Above, it wakes others, which then spin beside those of the encoder and may add up in another order."""


def products(left: NDArray[np.float32], right: NDArray[np.float32]) -> NDArray[np.float32]:
    """The products (m, n) of the rows of `left` (m, size) with the rows of `right` (n, size)."""
    if len(left) < 2 or len(right) < 2:
        return np.einsum("ik,jk->ij", left, right)  # type: ignore[no-any-return]  # a single vector has its own, lower bound
    parts = -(-left.shape[0] * right.size // _MOST)
    if parts < 2:
        return left @ right.T
    edges = np.linspace(0, len(left), min(parts, len(left) // 2) + 1).astype(int).tolist()
    return np.concatenate([left[a:b] @ right.T for a, b in itertools.pairwise(edges)])
