"""Reports of one story: grouped by the event they tell, from what stands in them and when they were published.

A profile holds a report's most telling terms: how often they stand in it (1 + ln), how rare they are in news (`facts.document_frequencies`), more
where they stand in the title, at the beginning, or are names. Two reports are alike by the cosine of their profiles, less so the further apart they
were published. Groups are made by average linkage (`linkage`), whatever the order of the input. How well it does: `benchmarks/stories.py`,
`docs/origins.md`.

Form of a profile (little endian): version u8, terms u8, words kept u8, day i32 (0 where unknown), then the hashes of the terms (u32, ascending),
their weights (u8, of 255 for the largest), then the words of the heaviest terms, UTF-8, parted by line feeds.
"""

from __future__ import annotations

import hashlib
import math
import struct
from collections import Counter
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from onrecord.corroborating.linkage import linked
from onrecord.corroborating.terms import terms
from onrecord.facts.document_frequencies import rarity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.record import Report

THRESHOLD = 0.18
"""The least likeness of two groups, on average, to be one story: the middle of a level stretch of `benchmarks/stories.py`."""

TERMS, WORDS = 160, 20  # terms of a profile, and how many of them it holds as words, to give reasons with
TITLE, NAME = 2.5, 1.5  # how much more a term weighs that stands there, or is one
LEAST_RARITY = 1.5  # words that stand in more than 22 % of news texts tell nothing
FREE, HALF, POWER = 2, 30, 0.3  # likeness falls by (1 + (days apart - FREE) / HALF) to the power of -POWER

_VERSION = 1
_HEAD = struct.Struct("<BBBi")


class _Terms(NamedTuple):
    """A profile taken apart; `weights` have length 1 as a vector."""

    day: int
    keys: NDArray[np.uint32]
    weights: NDArray[np.float64]
    words: frozenset[str]


def profile(title: str | None, text: str, published: str | None) -> bytes:
    """What tells a report's story, in some 900 bytes: from its title, its text (with or without the title), and when it was published (ISO 8601)."""
    found = list(terms(text))
    heading = {t.form for t in terms(title or "")}
    names = {t.form for t in found if t.name}
    counts = Counter(t.form for t in found)
    for form in heading - counts.keys():
        counts[form] = 1
    weighed = []
    for form, n in counts.items():
        rare = rarity(form)
        if rare >= LEAST_RARITY:
            more = (TITLE if form in heading else 1) * (NAME if form in names else 1)
            weighed.append(((1 + math.log(n)) * rare * more, form))
    heaviest = sorted(weighed, key=lambda pair: (-pair[0], pair[1]))[:TERMS]
    largest = heaviest[0][0] if heaviest else 1.0
    packed = sorted({_hash(form): max(1, round(255 * weight / largest)) for weight, form in reversed(heaviest)}.items())
    words = "\n".join(form for _, form in heaviest[:WORDS])
    head = _HEAD.pack(_VERSION, len(packed), min(WORDS, len(heaviest)), _day(published))
    return head + np.array([k for k, _ in packed], dtype="<u4").tobytes() + bytes(w for _, w in packed) + words.encode()


def profile_of(report: Report) -> bytes:
    """The profile of a report of a record: its title, its body and captions, its date."""
    own = "\n".join(report.text[b.start : b.end] for b in report.blocks if b.kind in ("body", "caption"))
    title = report.title.value if report.title else None
    return profile(title, own, report.published.value if report.published else None)


def likeness(a: bytes, b: bytes) -> tuple[float, list[str]]:
    """How alike two reports are by their profiles (0 to 1), and why, in words. `THRESHOLD` is what it takes on average over groups."""
    one, other = _terms(a), _terms(b)
    score = round(float(_matrix([one, other])[0, 1]), 3)
    both = sorted(one.words & other.words)
    reasons = [f"both are about {', '.join(both)}"] if both else []
    apart = _apart(one.day, other.day)
    if apart is not None and apart > FREE:
        reasons.append(f"published {apart} days apart, which counts against it")
    return score, reasons


def group(profiles: Sequence[bytes], *, least: float = THRESHOLD) -> list[list[int]]:
    """Stories: positions in `profiles`, grouped; members ascend, stories stand in the order of their first members.

    Which reports are together does not depend on the order of the input. Time and memory grow with the square of the reports: give a window of days.
    """
    order = sorted(range(len(profiles)), key=lambda i: profiles[i])
    groups = linked(_matrix([_terms(profiles[i]) for i in order]), least)
    return sorted(sorted(order[i] for i in each) for each in groups)


def _matrix(taken: Sequence[_Terms]) -> NDArray[np.float64]:
    """The likeness of every two: the cosine of their terms, less for the days between them; 1 on the diagonal."""
    cosine = np.zeros((len(taken), len(taken)))
    if taken:
        keys = np.concatenate([each.keys for each in taken])
        weights = np.concatenate([each.weights for each in taken])
        rows = np.repeat(np.arange(len(taken)), [len(each.keys) for each in taken])
        order = np.argsort(keys, kind="stable")
        starts = np.flatnonzero(np.diff(keys[order], prepend=-1))
        for shared in np.split(order, starts[1:]) if len(order) else []:
            if len(shared) > 1:
                cosine[np.ix_(rows[shared], rows[shared])] += np.outer(weights[shared], weights[shared])
    days = np.array([each.day for each in taken], dtype=np.float64)
    apart = np.abs(np.subtract.outer(days, days))
    apart[np.logical_or.outer(days == 0, days == 0)] = 0.0
    out = np.minimum(1.0, cosine) * (1 + np.maximum(0.0, apart - FREE) / HALF) ** -POWER
    np.fill_diagonal(out, 1.0)
    return np.asarray(out, dtype=np.float64)


def _terms(packed: bytes) -> _Terms:
    if len(packed) < _HEAD.size or packed[0] != _VERSION:
        message = f"no profile of version {_VERSION}"
        raise ValueError(message)
    _, count, _, day = _HEAD.unpack_from(packed)
    keys = np.frombuffer(packed, dtype="<u4", count=count, offset=_HEAD.size).astype(np.uint32)
    weights = np.frombuffer(packed, dtype=np.uint8, count=count, offset=_HEAD.size + 4 * count).astype(np.float64)
    words = packed[_HEAD.size + 5 * count :].decode()
    return _Terms(day, keys, weights / (float(np.linalg.norm(weights)) or 1.0), frozenset(words.split("\n")) - {""})


def _day(published: str | None) -> int:
    """The day as a number, 0 where it is not known to the day."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return 0


def _apart(one: int, other: int) -> int | None:
    return abs(one - other) if one and other else None


@lru_cache(maxsize=1 << 16)
def _hash(form: str) -> int:
    """32 bits of a term, the same on every machine."""
    return int.from_bytes(hashlib.blake2b(form.encode(), digest_size=4).digest(), "little")
