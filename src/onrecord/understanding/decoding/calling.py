"""Whom a pronoun or a definite noun may speak of: every earlier name or noun that the encoder finds likely, for those who know more to choose among."""

from __future__ import annotations

from math import exp
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
_ROWS = 64  # mentions whose scores are worked out together
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
    calling = [row for row in range(carried, len(mentions)) if _calls(tokens, mentions[row])]
    out = []
    for start in range(0, len(calling), _ROWS):
        rows = np.array(calling[start : start + _ROWS])
        columns = np.flatnonzero(may[: rows[-1]])
        columns = columns[np.searchsorted(columns, rows[0] - BACK) :]
        if not len(columns):
            continue
        back = rows[:, None] - columns[None, :]
        scores = products(asking[rows], asked[columns]) / np.sqrt(asking.shape[-1]) - new[rows, None]
        scores[(back <= 0) | (back > BACK)] = -np.inf
        best = np.argsort(-scores, axis=-1, kind="stable")[:, :MOST]
        for row, kept, odds in zip(rows.tolist(), columns[best].tolist(), np.take_along_axis(scores, best, -1).tolist(), strict=True):
            out += [Antecedent(mentions[row], mentions[k], 1 / (1 + exp(-value))) for k, value in zip(kept, odds, strict=True) if value > _FLOOR]
    return out


def _calls(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word at `i` is a third-person pronoun or a noun with a definite article or a demonstrative."""
    if tokens[i].upos == "PRON":
        return tokens[i].text.lower() in _THIRD
    return any(tokens[k].head == i and tokens[k].text.lower() in _DEFINITE for k in range(max(0, i - _REACH), i))
