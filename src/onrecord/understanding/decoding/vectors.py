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
    ends = np.append(rows[1:], len(seen))
    out = np.zeros((len(rows), axes.shape[1]), np.int8)
    for i, (first, last) in enumerate(zip(rows.tolist(), ends.tolist(), strict=True)):
        vector = (seen[first:last].mean(0) - mean) @ axes
        out[i] = np.round(vector * (127 / max(1e-9, float(np.sqrt(vector @ vector)))))
    return out
