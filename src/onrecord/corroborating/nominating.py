"""Which stored reports are worth comparing with a new one: those that hold most of its anchors. What it costs does not grow with the store.

A store keeps, for each anchor, the first `HOLDERS` reports that have it and no more. A phrase that a great many unrelated reports share then costs no
more than any other: it nominates a few reports, which hold nothing else of the new one and come last. And of a wire that was printed a thousand times
the first holders are enough, for each of them is a copy and ties the new one to all the rest.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from onrecord.corroborating.signature import anchors

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HOLDERS = 24
"""How many reports a store keeps for an anchor: the first that came with it."""
NOMINATED = 32
"""How many reports are compared with a new one at most."""


def nominate(signed: bytes, holders: Callable[[int], Sequence[str]]) -> list[str]:
    """Ids of the reports to compare with the one that has this signature, most anchors in common first, then by id.

    `holders` gives the ids that the store keeps for an anchor; only the first `HOLDERS` are looked at.
    """
    counts = Counter(each for anchor in anchors(signed) for each in dict.fromkeys(holders(anchor)[:HOLDERS]))
    return [each for each, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:NOMINATED]]
