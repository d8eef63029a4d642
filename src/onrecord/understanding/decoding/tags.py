"""B, I and O scores to spans: the best sequence in which every I continues a span of its own class."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Tagged(msgspec.Struct, frozen=True):
    """Words `first` to `last` (exclusive) of one class, and the mean probability of their tags."""

    first: int
    last: int
    label: str
    score: float


def best_spans(logits: NDArray[np.float32], labels: list[str], breaks: NDArray[np.bool_]) -> list[Tagged]:
    """Spans from `logits` (words, tags); `labels` as `O, B-X, I-X, …`; no span crosses a word where `breaks` is true."""
    n = len(logits)
    if n == 0:
        return []
    scores = log_softmax(logits)
    allowed = np.zeros((len(labels), len(labels)), dtype=np.float32)
    for j, label in enumerate(labels):
        if label.startswith("I-"):
            allowed[:, j] = [0.0 if before[2:] == label[2:] and before != "O" else -1e4 for before in labels]
    inside = np.array([label.startswith("I-") for label in labels])
    at = scores[0] + np.where(inside, -1e4, 0.0)
    back = np.zeros((n, len(labels)), dtype=np.int64)
    for i in range(1, n):
        step = at[:, None] + allowed
        if breaks[i]:
            step = step + np.where(inside, -1e4, 0.0)[None, :]
        back[i] = step.argmax(0)
        at = step[back[i], np.arange(len(labels))] + scores[i]
    tags = [int(at.argmax())]
    for i in range(n - 1, 0, -1):
        tags.append(int(back[i, tags[-1]]))
    tags.reverse()
    return _spans(tags, labels, np.exp(scores))


def log_softmax(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Over the last axis."""
    shifted = logits - logits.max(-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))  # type: ignore[no-any-return]


def _spans(tags: list[int], labels: list[str], p: NDArray[np.float32]) -> list[Tagged]:
    out, i = [], 0
    while i < len(tags):
        label = labels[tags[i]]
        j = i + 1
        if label != "O":
            while j < len(tags) and labels[tags[j]] == f"I-{label[2:]}":
                j += 1
            score = float(np.mean([p[k, tags[k]] for k in range(i, j)]))
            out.append(Tagged(i, j, label[2:], score))
        i = j
    return out
