"""B, I and O scores to spans: the best sequence in which every I continues a span of its own class (Viterbi)."""

from __future__ import annotations

import itertools
import math
from functools import cache
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


def best_spans(logits: NDArray[np.float32], labels: list[str], breaks: NDArray[np.bool_], lasting: tuple[str, float] = ("", 0.0)) -> list[Tagged]:
    """Spans from `logits` (words, tags); `labels` as `O, B-X, I-X, …`; no span crosses a word where `breaks` is true.

    `lasting` is a class and by how much (a logarithm) it must be likelier than not that such a span ends before nothing, or before another of its class.
    """
    if len(logits) == 0:
        return []
    scores = log_softmax(logits)
    tags: list[int] = scores.argmax(-1).tolist()
    tag_set = _classes(tuple(labels), lasting)
    edges = [0, *(np.flatnonzero(breaks[1:]) + 1).tolist(), len(tags)]
    for first, last in itertools.pairwise(edges):  # nothing runs from one stretch into the next
        if not _allowed(tags[first:last], tag_set) or not tag_set.lasting.isdisjoint(tags[first:last]):
            tags[first:last] = _best(scores[first:last].tolist(), tag_set)
    return _spans(tags, labels, scores)


class _Classes(msgspec.Struct, frozen=True):
    """Of each class its B and I tag; for each tag the class that it continues, and the one that may go on after it (or nothing).

    A step from one of the tags in `lasting` to one of those in `held` costs `hold`.
    """

    pairs: list[tuple[int, int]]
    inside: list[str]
    of: list[str]
    lasting: frozenset[int]
    held: tuple[int, ...]
    hold: float


@cache
def _classes(labels: tuple[str, ...], lasting: tuple[str, float]) -> _Classes:
    place = {label: i for i, label in enumerate(labels)}
    name, hold = lasting
    return _Classes(
        lasting=frozenset(i for i, label in enumerate(labels) if name and label[2:] == name),
        held=tuple(i for i, label in enumerate(labels) if name and label in ("O", f"B-{name}")),
        hold=hold,
        pairs=[(place[f"B-{label[2:]}"], i) for i, label in enumerate(labels) if label.startswith("I-")],
        inside=[label[2:] if label.startswith("I-") else "" for label in labels],
        of=[label[2:] for label in labels],
    )


def _allowed(tags: list[int], classes: _Classes) -> bool:
    """Whether every I continues a span of its own class."""
    before = ""
    for tag in tags:
        if classes.inside[tag] and classes.inside[tag] != before:
            return False
        before = classes.of[tag]
    return True


def _best(scores: list[list[float]], classes: _Classes) -> list[int]:
    """The best allowed tags of one stretch (Viterbi): anything may follow anything, but for I, which only follows B and I of its class."""
    at = list(scores[0])
    for _, inside in classes.pairs:
        at[inside] = -math.inf
    back: list[list[int]] = []
    for row in scores[1:]:
        top = max(at)
        best = at.index(top)
        steps = [best] * len(row)
        now = [top + score for score in row]
        if best in classes.lasting:
            other = max((i for i in range(len(at)) if i not in classes.lasting), key=at.__getitem__)
            came = other if at[other] > top - classes.hold else best
            reached = max(at[other], top - classes.hold)
            for tag in classes.held:
                steps[tag], now[tag] = came, reached + row[tag]
        for begin, inside in classes.pairs:
            came = begin if at[begin] >= at[inside] else inside
            steps[inside], now[inside] = came, at[came] + row[inside]
        back.append(steps)
        at = now
    tags = [at.index(max(at))]
    for steps in reversed(back):
        tags.append(steps[tags[-1]])
    tags.reverse()
    return tags


def log_softmax(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Over the last axis."""
    shifted = logits - logits.max(-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))  # type: ignore[no-any-return]


def _spans(tags: list[int], labels: list[str], scores: NDArray[np.float32]) -> list[Tagged]:
    out, i = [], 0
    outside = labels.index("O")
    while i < len(tags):
        j = i + 1
        if tags[i] != outside:
            label = labels[tags[i]][2:]
            while j < len(tags) and labels[tags[j]] == f"I-{label}":
                j += 1
            p = np.exp(scores[np.arange(i, j), tags[i:j]])
            out.append(Tagged(i, j, label, float(p.mean())))
        i = j
    return out
