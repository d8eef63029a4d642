"""Whom a pronoun or a definite noun may speak of: every earlier name or noun that the encoder finds likely, for those who know more to choose among."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.understanding.decoding.coreference import BACK
from onrecord.understanding.decoding.products import products
from onrecord.understanding.marks import Antecedent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.understanding.marks import Token

MOST = 12  # so many are kept of each
_FLOOR = -4.0  # log odds below which nothing is kept
_REACH = 8  # tokens before a noun among which its article is looked for
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_THIRD = frozenset("he him his himself she her hers herself it its itself they them their theirs themselves".split())


def candidates(
    mentions: Sequence[int], asking: NDArray[np.float32], asked: NDArray[np.float32], new: NDArray[np.float32], tokens: Sequence[Token], carried: int = 0
) -> list[Antecedent]:
    """For each third-person pronoun and definite noun among `mentions` (in order; the arrays run parallel; the first `carried` were seen before) the likeliest of the earlier names and nouns.

    Each `score` weighs that one mention against being new, whatever the others are.
    """
    may = np.array([tokens[i].upos in ("PROPN", "NOUN") for i in mentions], dtype=bool)
    out = []
    for row in range(carried, len(mentions)):
        if not _calls(tokens, mentions[row]):
            continue
        first = max(0, row - BACK)
        scores = products(asking[row : row + 1], asked[first:row])[0] / np.sqrt(asking.shape[-1]) - new[row] if row > first else np.zeros(0, np.float32)
        scores = np.where(may[first:row], scores, -np.inf)
        kept = [k for k in np.argsort(-scores, kind="stable")[:MOST].tolist() if scores[k] > _FLOOR]
        out += [Antecedent(mentions[row], mentions[first + k], float(1 / (1 + np.exp(-scores[k])))) for k in kept]
    return out


def _calls(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word at `i` is a third-person pronoun or a noun with a definite article or a demonstrative."""
    if tokens[i].upos == "PRON":
        return tokens[i].text.lower() in _THIRD
    return any(tokens[k].head == i and tokens[k].text.lower() in _DEFINITE for k in range(max(0, i - _REACH), i))
