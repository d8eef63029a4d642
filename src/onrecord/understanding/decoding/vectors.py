"""The compact vectors of words: by them what two reports say is compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def word_vectors(seen: NDArray[np.float32], rows: NDArray[np.int64], mean: NDArray[np.float32], axes: NDArray[np.float32]) -> NDArray[np.int8]:
    """One row a word, signed bytes, of length 127 (rounded): the mean of its pieces in `seen` (pieces, width), centred, on the axes (width, size).

    `rows` are the first pieces of the words, ascending; a word's pieces reach up to the next one's. Every word is computed by itself, so that a window's
    length cannot change it.
    """
    if not len(rows):
        return np.zeros((0, axes.shape[1]), np.int8)
    counts = np.diff(np.append(rows, len(seen))).astype(np.float32)
    centred = np.add.reduceat(seen, rows, axis=0) / counts[:, None] - mean
    out = np.empty((len(rows), axes.shape[1]), np.float32)
    for i, word in enumerate(centred):
        np.matmul(word, axes, out=out[i])
    lengths = np.sqrt((out * out).sum(-1))
    rounded: NDArray[np.int8] = np.round(out * (127 / np.maximum(1e-9, lengths))[:, None]).astype(np.int8)
    return rounded
