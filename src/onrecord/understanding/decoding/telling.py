"""What the encoder says of the words that tell events and of those that attribute: how the event stands, what act the statement is, who takes part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.understanding.decoding.products import products
from onrecord.understanding.marks import Party

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from onrecord.understanding.marks import Token

_EVENT, _CUE = 0.05, 0.1  # words less likely to tell an event or to attribute have no parties worth the work
_TAKING = 0.2


def shares(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Probabilities (rows, classes)."""
    p = np.exp(logits - logits.max(-1, keepdims=True))
    return p / p.sum(-1, keepdims=True)  # type: ignore[no-any-return]


def parties(tokens: list[Token], base: int, at: dict[str, NDArray[np.float32]], types: NDArray[np.float32], stated: NDArray[np.float32], pairs: dict[str, NDArray[np.float32]], sides: list[str]) -> list[Party]:
    """Who takes part in what the words tell, each within its sentence; `tokens` begin at token `base` of the text, `types` and `stated` are probabilities of each."""
    telling = np.flatnonzero((1 - types[:, 0] >= _EVENT) | (stated >= _CUE))
    if not len(telling):
        return []
    sentence = np.array([t.sentence for t in tokens])
    first, last = np.searchsorted(sentence, sentence[telling]), np.searchsorted(sentence, sentence[telling], side="right")
    out: list[Party] = []
    for p, a, b in zip(telling.tolist(), first.tolist(), last.tolist(), strict=True):
        z = shares(products(at["role_from"][p] * at["role_to"][a:b], pairs["party.weight"]) + pairs["party.bias"])
        for i, k in zip(*(x.tolist() for x in np.nonzero(z[:, 1:] >= _TAKING)), strict=True):
            if a + i != p:
                out.append(Party(base + p, sides[k + 1], base + a + i, float(z[i, k + 1])))
    return out
