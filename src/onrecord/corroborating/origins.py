"""How many independent origins reports have: copies of one wire are one voice, and so are reports that rest on one speaker alone.

Three reasons tie two reports. `copy`: the one has the other's words (`copies.compare`). `agency`: both name the same agency and share more words than
independent reports do. `speaker`: for what is asked, both rest on the same speakers and nobody else. Reports that are tied, directly or through
others, are one voice; but a report that took from two others, which are older than it and not tied to each other, joins the one it has most of and
does not make one voice of the two.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Literal

import msgspec

from onrecord.corroborating.copies import compare
from onrecord.corroborating.signature import anchors

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from onrecord.corroborating.copies import Overlap

Why = Literal["copy", "agency", "speaker"]
ALL: tuple[Why, ...] = ("copy", "agency", "speaker")

AGENCY_SHARE = 0.1
"""The least containment of own words of two reports that name one agency, to be one story of it."""
AGENCY_RUNS = 6
"""The fewest own runs that two such reports share."""
MOST = 0.5
"""A report of which less than this stands in an older one, though it has that one's words, may have taken from several."""


class Printed(msgspec.Struct, frozen=True):
    """A report as its origin is asked for.

    `signature` is that of `corroborating.signature`; `agency`, `publisher` and the names of `chain` are keys or names, compared without regard to
    letter case; `published` ISO 8601 (compared as text: give all in one zone), null where unknown. `speakers` are the keys of the ultimate speakers
    on whose word alone the report says what is asked of; empty where it says so in its own voice or where they are not known.
    """

    id: str
    signature: bytes
    agency: str | None = None
    publisher: str | None = None
    chain: tuple[str, ...] = ()
    published: str | None = None
    speakers: frozenset[str] = frozenset()


class Tie(msgspec.Struct, frozen=True, order=True):
    """Why two reports are one voice: their ids (the lower first), the rule, how sure it is (0 to 1), and what it saw, in words."""

    a: str
    b: str
    why: Why
    score: float
    reasons: tuple[str, ...]


class Voice(msgspec.Struct, frozen=True):
    """One independent origin: its reports (ids, the earliest first), the earliest of them, and the ties that make them one."""

    members: tuple[str, ...]
    earliest: str
    ties: tuple[Tie, ...]


def origins(reports: Iterable[Printed], *, by: Collection[Why] = ALL) -> list[Voice]:
    """The independent origins of `reports`, the earliest first, whatever the order of the input.

    `by` says which reasons count, so that copies and common speakers can be counted apart. Reports without a date come after those with one. Raises
    ValueError where two reports have one id.
    """
    listed = sorted(reports, key=_age)
    at = {each.id: n for n, each in enumerate(listed)}
    if len(at) < len(listed):
        message = "two reports have one id"
        raise ValueError(message)
    firm, taken = list[Tie](), list[tuple[str, str, float, Tie]]()  # taken: the later report, the older one, how much of the later is the older's
    settled = set[str]()  # reports that are for the most part an older one's
    for one, other in _nominated(listed):
        overlap = compare(one.signature, other.signature)
        tie = _tie(one, other, overlap, by)
        if tie is None:
            continue
        later = bool(one.published and other.published and one.published < other.published)
        if later and overlap.b_in_a < MOST:
            taken.append((other.id, one.id, overlap.b_in_a, tie))
            continue
        firm.append(tie)
        if later:
            settled.add(other.id)
    if "speaker" in by:
        firm += _by_speaker(listed)
    roots = _joined(at, firm)
    kept = _strongest([each for each in taken if each[0] not in settled], roots)
    roots = _joined(at, [*firm, *kept])
    members: dict[str, list[str]] = defaultdict(list)
    for each in listed:
        members[roots[each.id]].append(each.id)
    ties: dict[str, list[Tie]] = defaultdict(list)
    for tie in sorted([*firm, *kept]):
        ties[roots[tie.a]].append(tie)
    return [Voice(tuple(ids), ids[0], tuple(ties[root])) for root, ids in members.items()]


def _age(each: Printed) -> tuple[bool, str, str]:
    return (each.published is None, each.published or "", each.id)


def _nominated(listed: Sequence[Printed]) -> list[tuple[Printed, Printed]]:
    """Pairs that may be copies or one agency's story: they share an anchor or an agency."""
    holders: dict[object, list[int]] = defaultdict(list)
    for n, each in enumerate(listed):
        for key in {*anchors(each.signature), *_agencies(each)}:
            holders[key].append(n)
    pairs = {pair for held in holders.values() for pair in combinations(held, 2)}
    return [(listed[i], listed[j]) for i, j in sorted(pairs)]


def _agencies(each: Printed) -> frozenset[str]:
    """The agencies that a report names: its own and those of its chain, without the outlet that prints it."""
    names = {name.casefold().strip() for name in (each.agency, *each.chain) if name}
    return frozenset(names - {(each.publisher or "").casefold().strip()})


def _tie(one: Printed, other: Printed, overlap: Overlap, by: Collection[Why]) -> Tie | None:
    a, b = sorted((one.id, other.id))
    if overlap.copy and "copy" in by:
        return Tie(a, b, "copy", overlap.score, tuple(overlap.reasons))
    common = _agencies(one) & _agencies(other)
    share = max(overlap.a_in_b, overlap.b_in_a)
    if common and "agency" in by and share >= AGENCY_SHARE and overlap.shared >= AGENCY_RUNS:
        return Tie(a, b, "agency", round(0.5 + overlap.score / 2, 3), (f"both name {min(common)}", *overlap.reasons))
    return None


def _by_speaker(listed: Sequence[Printed]) -> list[Tie]:
    """Ties of reports that rest on the same speakers, each to the earliest of them."""
    first: dict[frozenset[str], str] = {}
    out = []
    for each in listed:
        if each.speakers:
            earliest = first.setdefault(each.speakers, each.id)
            if earliest != each.id:
                a, b = sorted((earliest, each.id))
                out.append(Tie(a, b, "speaker", 1.0, (f"both rest on {' and '.join(sorted(each.speakers))} alone",)))
    return out


def _joined(ids: Iterable[str], ties: Iterable[Tie]) -> dict[str, str]:
    """For each id the lowest id of those that ties connect it with."""
    above = {each: each for each in ids}

    def top(each: str) -> str:
        while above[each] != each:
            above[each] = above[above[each]]
            each = above[each]
        return each

    for tie in ties:
        low, high = sorted((top(tie.a), top(tie.b)))
        above[high] = low
    return {each: top(each) for each in above}


def _strongest(taken: Iterable[tuple[str, str, float, Tie]], roots: dict[str, str]) -> list[Tie]:
    """Of what the reports of each voice took from older ones, the ties with the one voice they have most of."""
    of: dict[str, dict[str, list[tuple[float, Tie]]]] = defaultdict(lambda: defaultdict(list))
    for later, older, share, tie in taken:
        of[roots[later]][roots[older]].append((share, tie))
    kept = []
    for sources in of.values():
        best = min(sources, key=lambda root: (-max(share for share, _ in sources[root]), root))
        kept += [tie for _, tie in sources[best]]
    return kept
