"""Whether one report is a copy of another, told from their signatures alone.

A copy shares runs of its own words with what it was made from; independent reports of one event share names, figures and the words of those who
spoke. So runs with a word in quotation marks are set aside, and what counts is containment: which share of the own runs of the one stand in the
other. The larger of the two containments decides, for a tail may be cut from one and paragraphs put into the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import numpy as np

from onrecord.corroborating.signature import RUN, Sample, sample

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHARE = 0.2
"""The least containment of own words, the better way, of a copy."""
RUNS = 12
"""The fewest own runs that two copies share."""


class Overlap(msgspec.Struct, frozen=True):
    """What two reports have in common.

    `a_in_b` and `b_in_a` are the shares of each one's own runs of four words that stand in the other (0 to 1, estimated); `quotes` the same of runs in
    quotation marks, the better way. `shared` is the estimated number of own runs they share, `longest` that of the words of the longest passage
    they have in common. `copy` is the decision, `score` (0 to 1; 0.5 and above is a copy) how clear it is, `reasons` why, in words.
    """

    a_in_b: float
    b_in_a: float
    quotes: float
    shared: int
    longest: int
    copy: bool
    score: float
    reasons: list[str]


def compare(a: bytes, b: bytes) -> Overlap:
    """How two reports overlap, from their signatures. Raises ValueError where one is none."""
    one, other = sample(a), sample(b)
    bound = min(one.bound, other.bound)
    one_keys, one_quoted = _below(one, bound)
    other_keys, other_quoted = _below(other, bound)
    at = _where(one_keys, other_keys)
    both = at >= 0
    own = both & ~one_quoted & ~other_quoted[at]
    n_own = int(own.sum())
    a_in_b, b_in_a = n_own / max(1, int((~one_quoted).sum())), n_own / max(1, int((~other_quoted).sum()))
    said = int((both & one_quoted).sum())
    quotes = said / max(1, min(int(one_quoted.sum()), int(other_quoted.sum())))
    times = (1 << 31) / bound
    shared, longest = round(n_own * times), _longest(at, own, times)
    score = _score(max(a_in_b, b_in_a), shared)
    return Overlap(
        round(a_in_b, 3), round(b_in_a, 3), round(min(1.0, quotes), 3), shared, longest, score >= 0.5, score, _reasons(a_in_b, b_in_a, shared, longest, quotes)
    )


def _below(taken: Sample, bound: int) -> tuple[NDArray[np.uint32], NDArray[np.bool_]]:
    kept = taken.keys < bound
    return taken.keys[kept], taken.quoted[kept]


def _where(keys: NDArray[np.uint32], others: NDArray[np.uint32]) -> NDArray[np.intp]:
    """Where each key stands among `others`, -1 where it does not."""
    if not len(keys) or not len(others):
        return np.full(len(keys), -1, dtype=np.intp)
    order = np.argsort(others, kind="stable")
    place = np.minimum(np.searchsorted(others[order], keys), len(others) - 1)
    found = order[place]
    return np.where(others[found] == keys, found, -1)


def _longest(at: NDArray[np.intp], own: NDArray[np.bool_], times: float) -> int:
    """About how many words the longest common passage has: kept runs that follow each other in both reports."""
    best = length = 0
    for i in range(len(at)):
        length = (length + 1 if i and own[i - 1] and at[i] == at[i - 1] + 1 else 1) if own[i] else 0
        best = max(best, length)
    return round((best - 1) * times) + RUN if best else 0


def _score(share: float, shared: int) -> float:
    """0.5 at the least share and number of runs of a copy; rises to 1 with the share."""
    enough = min(1.0, shared / RUNS)
    clear = 0.5 * share / SHARE if share < SHARE else 0.5 + 0.5 * (share - SHARE) / (1 - SHARE)
    return round(min(1.0, clear) * (1.0 if enough == 1.0 else 0.99 * enough), 3)


def _reasons(a_in_b: float, b_in_a: float, shared: int, longest: int, quotes: float) -> list[str]:
    out = []
    if shared:
        out.append(f"{max(a_in_b, b_in_a):.0%} of the {'first' if a_in_b >= b_in_a else 'second'} report's own words stand in the other")
        out.append(f"about {longest} words in one piece")
    if quotes >= 0.2:
        out.append(f"{quotes:.0%} of quoted words are the same, which does not count")
    return out
