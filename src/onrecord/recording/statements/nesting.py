"""Speech within speech: which statement's content a statement's own words stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.recording.nearby import Nearby
from onrecord.recording.statements.scene import overlap, size

if TYPE_CHECKING:
    from onrecord.recording.statements.candidate import Candidate


def nest(candidates: list[Candidate]) -> None:
    """Sets `within` of each candidate: the smallest other one whose content covers its cue (or, without one, its content)."""
    by_place: Nearby[Candidate] = Nearby()
    for candidate in candidates:
        by_place.add(candidate, candidate.content)
    for candidate in candidates:
        own = [candidate.cue] if candidate.cue is not None else candidate.content
        outer = [
            other for other in by_place.at(own)
            if other is not candidate and size(other.content) > size(candidate.content) * 0.8 and overlap(other.content, own) >= 0.9 * size(own)
            and not _inside(other, candidate)
        ]  # fmt: skip
        candidate.within = min(outer, key=lambda c: size(c.content), default=None)


def _inside(one: Candidate, other: Candidate) -> bool:
    """Whether `one` already stands within `other`: no circles."""
    above: Candidate | None = one
    for _ in range(20):
        if above is None:
            return False
        if above is other:
            return True
        above = above.within
    return True
