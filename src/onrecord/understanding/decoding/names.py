"""Tagged names as they are written: what belongs to one, where it ends, and one class for all mentions of the same words in a report."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from onrecord.understanding.decoding.tags import Tagged, log_softmax
from onrecord.understanding.marks import Name

if TYPE_CHECKING:
    from numpy.typing import NDArray

_NEAR, _WORTH = 3, 3.0  # words between two names, and what it may cost (a logarithm) to read them as one: tried on Worldwide dev (training/EXPERIMENTS.md)
_WIDE = ("ORGANIZATION", "MISC", "LOCATION", "FACILITY", "PERSON")
_DOUBTED = 0.6
_LOOSE = re.compile(r"(?:[\s,;:*‘“(/–—-]|(?<!\w)(?:and|or|of|in|for|the|at|on|by)(?!\w))+$")
_COUNTED = ("DATE", "MONEY", "WEAPON", "QUANTITY")  # their words do not name one thing each time


def joined(spans: list[Tagged], logits: NDArray[np.float32], labels: list[str], breaks: NDArray[np.bool_]) -> list[Tagged]:
    """Two names of one class that are near each other as one where the tagger nearly said so: "Ministry of Women" and "Family Affairs", of "and" between them.

    `logits` (words, tags) and `breaks` as `best_spans` takes them.
    """
    out: list[Tagged] = []
    scores = log_softmax(logits)
    for span in spans:
        last = out[-1] if out else None
        if last and span.label == last.label and span.label in _WIDE and span.first - last.last <= _NEAR and not breaks[last.last : span.first + 1].any():
            inside = labels.index(f"I-{span.label}")
            between = scores[last.last : span.first]
            cost = (between[:, labels.index("O")] - between[:, inside]).sum() + scores[span.first, labels.index(f"B-{span.label}")] - scores[span.first, inside]
            if cost < _WORTH:
                words = [last.last - last.first, span.last - span.first]
                out[-1] = Tagged(last.first, span.last, span.label, float(np.average([last.score, span.score], weights=words)))
                continue
        out.append(span)
    return out


def tidy(names: list[Name], text: str) -> list[Name]:
    """Names in order, without a conjunction, preposition or comma at their end; a body that is doubted and the people named right before it as one."""
    out: list[Name] = []
    for name in sorted(names, key=lambda n: (n.start, n.end)):
        written = _LOOSE.sub("", text[name.start : name.end])
        if not written:
            continue
        last = out[-1] if out else None
        end = name.start + len(written)
        if last and last.label == "NORP" and name.label == "ORGANIZATION" and name.score < _DOUBTED and text[last.end : name.start] == " ":
            out[-1] = Name(last.start, end, name.label, name.score)  # "Kenyan" and "Foreign Ministry"
        else:
            out.append(Name(name.start, end, name.label, name.score))
    return out


def agreed(names: list[Name], text: str) -> list[Name]:
    """Each name with the likeliest class of all mentions of the same words in the report, by the sum of their probabilities; one word may be the last of a person's name."""
    classes: dict[str, dict[str, float]] = {}
    for name in names:
        if name.label not in _COUNTED:
            classes.setdefault(text[name.start : name.end], defaultdict(float))[name.label] += name.score
    for name in names:
        last = text[name.start : name.end].rsplit(maxsplit=1)[-1]
        if name.label == "PERSON" and name.end - name.start > len(last) and last in classes:
            classes[last]["PERSON"] += name.score
    out = []
    for name in names:
        label = name.label
        if label not in _COUNTED:
            mentions = classes[text[name.start : name.end]]
            label = max(mentions, key=lambda c: (mentions[c], c == name.label))
        out.append(Name(name.start, name.end, label, name.score))
    return out
