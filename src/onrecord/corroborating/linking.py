"""Which items speak of the same thing: candidates by their keys, a score with reasons, and groups that do not depend on the order of arrival.

Pairs above `TIED` are kept for good; items that hang together by them are a component. The groups of a component are made anew, whenever one of its
items or pairs changes, from the component alone. So the claims are the same whatever order the reports came in.
"""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from itertools import chain, combinations
from math import log
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from onrecord.corroborating.index import Group, Pair
from onrecord.corroborating.likeness import Likeness
from onrecord.corroborating.linkage import linked
from onrecord.record import ItemRef

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from onrecord.corroborating.index import Component, Index, Profile
    from onrecord.record import Because, Judged

SHARED = 3
"""The fewest keys that two items of different reports share to be compared."""
TIED = 0.3
"""The least score of a pair that is kept."""
SAME = 0.5
"""Two groups are one claim while their pairs have this score, by their average and their best; a pair that is not kept counts as 0."""
BEST = 0.4
"""The weight of the best pair in that, against the average of all."""
TAKEN_UP = 0.95
"""The score of a statement and the item of its own report that it takes up."""
_TIED = log(TIED / (1 - TIED))
_WORD = 1e6  # a person's word against any number of scores
_LATE = 1 << 40


class Regrouped(NamedTuple):
    """The claims of a component as they now are, and the component itself."""

    groups: list[Group]
    component: Component


def link(index: Index, fresh: Sequence[Profile]) -> Regrouped:
    """Files a report's items, ties them to each other and to those of other reports, and puts the claims that this touches anew. Gives the claims as they now are."""
    near = index.near({key for profile in fresh for key in profile.keys}, least=SHARED)
    index.file(fresh)
    index.tie(list(pairs(fresh, near)))
    return regroup(index, [profile.ref for profile in fresh])


def pairs(fresh: Sequence[Profile], near: Sequence[Profile]) -> Iterator[Pair]:
    """The pairs of new items with each other, and with others that share keys with them, that are alike enough to be kept, or of which one takes up the other."""
    met = [(fresh[i], other) for i, other in sharing(fresh, near)] + list(combinations(fresh, 2))
    alike = Likeness([one for one, _ in met], [other for _, other in met])
    for n, (one, other) in enumerate(met):
        taken = _takes_up(one, other) or _takes_up(other, one)
        low, high = sorted((one.ref, other.ref))
        if taken is not None:
            yield Pair(low, high, TAKEN_UP, [taken])
        elif alike.odds[n] >= _TIED and not _one_word(one, other):
            yield Pair(low, high, round(alike.probability(n), 4), alike.reasons(n))


def sharing(fresh: Sequence[Profile], near: Sequence[Profile]) -> Iterator[tuple[int, Profile]]:
    """Which of the new items share enough keys with which others to be compared."""
    holders: dict[int, list[int]] = {}
    for i, profile in enumerate(fresh):
        for key in profile.keys:
            holders.setdefault(key, []).append(i)
    held = frozenset(holders)
    for other in near:
        counts = Counter(chain.from_iterable(map(holders.__getitem__, held.intersection(other.keys))))
        yield from ((i, other) for i, count in counts.items() if count >= SHARED)


def _takes_up(one: Profile, other: Profile) -> Because | None:
    """Why an item is about another of its own report without saying it again; null where it is not."""
    return one.takes_up[1] if one.takes_up is not None and one.takes_up[0] == other.ref.key and one.ref.report == other.ref.report else None


def _one_word(a: Profile, b: Profile) -> bool:
    """Whether two items of a report are two readings of one word: what was said, and that it was said."""
    return a.ref.report == b.ref.report and a.type != b.type and a.words[:1] == b.words[:1]


def regroup(index: Index, items: Collection[ItemRef]) -> Regrouped:
    """Puts the claims of the components of these items anew and gives them; what an old identifier stood for, it leads to."""
    component = index.component(items)
    made = groups(component)
    now = {ref: group.id for group in made for ref in group.members}
    before = index.claims_of([profile.ref for profile in component.profiles])
    gone: dict[str, str] = {}
    earliest = {profile.ref: _age(profile) for profile in component.profiles}
    for ref in sorted(before, key=lambda ref: earliest[ref], reverse=True):
        if before[ref] not in {group.id for group in made}:
            gone[before[ref]] = now[ref]
    index.regroup(set(before.values()), made, gone)
    return Regrouped(made, component)


def groups(component: Component) -> list[Group]:
    """The claims of a component: average linkage over its pairs, a person's word before any score.

    A statement that takes up another item goes where that one goes, unless a person has said otherwise.
    """
    profiles = sorted(component.profiles, key=lambda profile: profile.ref)
    here = {profile.ref: profile for profile in profiles}
    judged = _judged(component.judged)
    decided = {ref for one, other, _ in judged for ref in (one, other)}
    leaders = {ref: leader for ref in here if ref not in decided and (leader := _leader(ref, here)) is not None}
    free = [profile for profile in profiles if profile.ref not in leaders]
    at = {profile.ref: i for i, profile in enumerate(free)}
    alike = np.zeros((len(free), len(free)))
    for pair in component.pairs:
        if pair.a in at and pair.b in at:
            alike[at[pair.a], at[pair.b]] = alike[at[pair.b], at[pair.a]] = pair.score
    for one, other, worth in judged:
        if one in at and other in at:
            alike[at[one], at[other]] = alike[at[other], at[one]] = worth
    parts = [[free[i] for i in part] for part in linked(alike, SAME, best=BEST)]
    home = {profile.ref: part for part in parts for profile in part}
    for ref, leader in leaders.items():
        home[leader].append(here[ref])
    return [_group(part) for part in parts]


def _leader(ref: ItemRef, here: Mapping[ItemRef, Profile]) -> ItemRef | None:
    """The item that this one takes up, at the end of the chain; null where it takes up none that is here."""
    seen = [ref]
    while (up := here[seen[-1]].takes_up) is not None:
        above = ItemRef(ref.report, up[0])
        if above not in here or above in seen:
            break
        seen.append(above)
    return seen[-1] if len(seen) > 1 else None


def _judged(judged: Sequence[Judged]) -> list[tuple[ItemRef, ItemRef, float]]:
    """What people decided of pairs of items, the latest word of each last."""
    worth = {"same": _WORD, "different": -_WORD}
    return [(j.items[0], j.items[1], worth[j.verdict]) for j in sorted(judged, key=lambda j: j.when) if j.verdict in worth and len(j.items) == 2]


def _group(members: list[Profile]) -> Group:
    first = min(members, key=_age)
    return Group(sha256(f"{first.ref.report}\x1f{first.ref.key}".encode()).hexdigest()[:32], sorted(profile.ref for profile in members))


def _age(profile: Profile) -> tuple[int, ItemRef]:
    return (_LATE if profile.published is None else profile.published, profile.ref)
