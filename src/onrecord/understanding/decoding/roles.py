"""Predicates and the words that head their arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.understanding.marks import Argument

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from onrecord.understanding.marks import Token

_ONCE = ("ARG0", "ARG1", "ARG2")  # a predicate has one of each


def arguments(
    tokens: list[Token], base: int, predicates: list[int], at: dict[str, NDArray[np.float32]], pairs: dict[str, NDArray[np.float32]], roles: list[str]
) -> list[Argument]:
    """Arguments within the predicate's sentence; `tokens` begin at token `base` of the text, `predicates` are indices into them."""
    out: list[Argument] = []
    for p in predicates:
        inside = _sentence(tokens, p)
        logits = (at["role_from"][p] * at["role_to"][inside]) @ pairs["role.weight"].T + pairs["role.bias"]
        z = np.exp(logits - logits.max(-1, keepdims=True))
        z /= z.sum(-1, keepdims=True)
        best = z.argmax(-1)
        found: dict[str, tuple[float, int]] = {}
        for k, i in enumerate(inside):
            role, score = roles[best[k]], float(z[k, best[k]])
            if role == "NONE" or i == p:
                continue
            if role in _ONCE:
                found[role] = max(found.get(role, (0.0, 0)), (score, i))
            else:
                out.append(Argument(base + p, role, base + i, score))
        out += [Argument(base + p, role, base + i, score) for role, (score, i) in found.items()]
    return out


def _sentence(tokens: list[Token], at: int) -> list[int]:
    """Indices of the tokens of the sentence that token `at` stands in."""
    a = b = at
    while a > 0 and tokens[a - 1].sentence == tokens[at].sentence:
        a -= 1
    while b + 1 < len(tokens) and tokens[b + 1].sentence == tokens[at].sentence:
        b += 1
    return list(range(a, b + 1))
