"""Tagged names as they are written: where one ends, what belongs to it, and one class for all mentions of the same words in a report."""

from __future__ import annotations

import re
from collections import Counter

from onrecord.understanding.marks import Name

LASTING = ("ORGANIZATION", 0.6)  # "Ministry of Women and Family": other values and classes were tried on Worldwide dev (training/EXPERIMENTS.md)
_DOUBTED = 0.5
_LOOSE = re.compile(r"(?:[\s,;:*‘“(/–—-]|(?<!\w)(?:and|or|of|in|for|the|at|on|by)(?!\w))+$")
_COUNTED = ("DATE", "MONEY", "WEAPON", "QUANTITY")  # their words do not name one thing each time


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
    """Each name with the class that most mentions of the same words in the report have, its own where as many have that."""
    classes: dict[str, Counter[str]] = {}
    for name in names:
        if name.label not in _COUNTED:
            classes.setdefault(text[name.start : name.end], Counter())[name.label] += 1
    out = []
    for name in names:
        label = name.label
        if label not in _COUNTED:
            mentions = classes[text[name.start : name.end]]
            label = max(mentions, key=lambda c: (mentions[c], c == name.label))
        out.append(Name(name.start, name.end, label, name.score))
    return out
