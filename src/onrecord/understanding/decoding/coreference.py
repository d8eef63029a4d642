"""Which earlier word speaks of the same thing: scores between words of the whole text, whatever window they were read in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.understanding.marks import Antecedent

if TYPE_CHECKING:
    from numpy.typing import NDArray

BACK = 400  # candidates looked back at
_KINDS = ("NOUN", "PROPN", "PRON")


def candidate(upos: str) -> bool:
    """Whether a word of this part of speech can head a mention."""
    return upos in _KINDS


def antecedents(tokens: list[int], asking: NDArray[np.float32], asked: NDArray[np.float32], new: NDArray[np.float32]) -> list[Antecedent]:
    """For each candidate word (`tokens`, in order; the other arrays run parallel) its best antecedent where that beats being new."""
    out = []
    for i in range(1, len(tokens)):
        low = max(0, i - BACK)
        scores = asked[low:i] @ asking[i] / np.sqrt(asking.shape[-1]) - new[i]
        best = int(scores.argmax())
        top = max(0.0, float(scores[best]))
        total = np.exp(-top) + float(np.exp(scores - top).sum())
        if scores[best] > 0:
            out.append(Antecedent(tokens[i], tokens[low + best], float(np.exp(scores[best] - top) / total)))
    return out
