"""Whether one report is a copy of another, told from their signatures alone.

A copy shares runs of its own words with what it was made from; independent reports of one event share names, figures and the words of those who
spoke. So runs with a word in quotation marks are set aside (but for two reports that are nearly all quotation), and what counts is containment:
which share of the own runs of the one stand in the other. The larger of the two containments decides, for a tail may be cut from one and paragraphs
put into the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import numpy as np

from onrecord.corroborating.signature import RUN, Sample, sample

if TYPE_CHECKING:
    from numpy.typing import NDArray

STEPS = ((0.5, 8, 8), (0.2, 12, 9), (0.15, 24, 14))
"""What makes a copy, any one of these: the least containment of own words (the better way), the fewest own runs shared, the least length in words
of the longest passage in common. The less of a report is shared, the more evidence it takes."""
LEAST_OWN = 0.25
"""Of a report that is mostly cited, so much counts as its own at least, lest a few words decide."""


class Overlap(msgspec.Struct, frozen=True):
    """What two reports have in common.

    `a_in_b` and `b_in_a` are the shares of each one's own runs of four words that stand in the other (0 to 1, estimated); `quotes` the same of runs
    in quotation marks, the better way. `shared` is the estimated number of own runs they share, `longest` that of the words of the longest passage
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
    keys, cited = _below(one, bound)
    other_keys, other_cited = _below(other, bound)
    at = _where(keys, other_keys)
    both = at >= 0
    if not both.any():
        return Overlap(0.0, 0.0, 0.0, 0, 0, copy=False, score=0.0, reasons=[])
    if max(float((~cited).mean()), float((~other_cited).mean())) < LEAST_OWN:  # two interviews or speeches: there is nothing else to go by
        cited, other_cited = np.zeros_like(cited), np.zeros_like(other_cited)
    own = both & ~cited & ~other_cited[at]
    n_own, times = int(own.sum()), (1 << 31) / bound
    a_in_b, b_in_a = n_own / _own(cited), n_own / _own(other_cited)
    quotes = min(1.0, int((both & cited).sum()) / max(1, min(int(cited.sum()), int(other_cited.sum()))))
    shared, longest = round(n_own * times), _longest(at, own, times)
    score = _score(max(a_in_b, b_in_a), shared, longest)
    reasons = _reasons(a_in_b, b_in_a, longest, quotes)
    return Overlap(round(a_in_b, 3), round(b_in_a, 3), round(quotes, 3), shared, longest, copy=score >= 0.5, score=score, reasons=reasons)


def _own(cited: NDArray[np.bool_]) -> float:
    """How many of a report's runs count as its own."""
    return max(1.0, float((~cited).sum()), LEAST_OWN * len(cited))


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
    if not own.any():
        return 0
    follows = own[1:] & own[:-1] & (at[1:] == at[:-1] + 1)
    breaks = np.flatnonzero(~np.concatenate(([False], follows, [False])))
    return round((int(np.diff(breaks).max()) - 1) * times) + RUN


def _score(share: float, shared: int, longest: int) -> float:
    """From 0.5 up where a step of `STEPS` is reached, rising with the share; below that, how near the nearest step is."""
    if any(share >= least and shared >= runs and longest >= words for least, runs, words in STEPS):
        return round(0.5 + 0.5 * min(1.0, share), 3)
    near = max(min(share / least, shared / runs, longest / words) for least, runs, words in STEPS)
    return round(min(0.499, near / 2), 3)


def _reasons(a_in_b: float, b_in_a: float, longest: int, quotes: float) -> list[str]:
    out = []
    if longest:
        out.append(f"{max(a_in_b, b_in_a):.0%} of the {'first' if a_in_b >= b_in_a else 'second'} report's own words stand in the other")
        out.append(f"about {longest} words in one piece")
    if quotes >= 0.2:
        out.append(f"{quotes:.0%} of cited words are the same, which does not count")
    return out
