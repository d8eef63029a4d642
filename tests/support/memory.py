"""An index in memory: what linking asks of a store, as plainly as it can be written. Tests hold the store's own to it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from onrecord.corroborating.index import Component

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from onrecord.corroborating.index import Group, Pair, Profile
    from onrecord.record import ItemRef, Judged


class MemoryIndex:
    """Items, their blocks, pairs, judgements and claims in dictionaries. `report` is the report being linked, whose own items are never near."""

    def __init__(self, *, report: str | None = None) -> None:
        self.report = report
        self.profiles: dict[ItemRef, Profile] = {}
        self.pairs: dict[tuple[ItemRef, ItemRef], Pair] = {}
        self.judged: list[Judged] = []
        self.claims: dict[ItemRef, str] = {}
        self.redirects: dict[str, str] = {}
        self._blocks: dict[int, set[ItemRef]] = {}
        self._filed: dict[ItemRef, set[int]] = {}
        self._tied: dict[ItemRef, set[tuple[ItemRef, ItemRef]]] = {}

    def near(self, blocks: Collection[int], *, least: int = 1) -> list[Profile]:
        """The items of other reports that were filed under at least so many of these keys, sorted."""
        held = Counter(ref for block in set(blocks) for ref in self._blocks.get(block, ()) if ref.report != self.report)
        return [self.profiles[ref] for ref in sorted(ref for ref, count in held.items() if count >= least)]

    def file(self, profiles: Sequence[Profile]) -> None:
        """Keeps items under their keys; the keys they had are gone."""
        for profile in profiles:
            for block in self._filed.get(profile.ref, ()):
                self._blocks[block].discard(profile.ref)
            self._filed[profile.ref] = set(profile.keys)
            self.profiles[profile.ref] = profile
            for block in profile.keys:
                self._blocks.setdefault(block, set()).add(profile.ref)

    def tie(self, pairs: Sequence[Pair]) -> None:
        """Keeps pairs; one that is there is replaced."""
        for pair in pairs:
            key = (pair.a, pair.b)
            self.pairs[key] = pair
            for ref in key:
                self._tied.setdefault(ref, set()).add(key)

    def judge(self, judged: Judged) -> None:
        """Keeps a person's word on two items."""
        self.judged.append(judged)

    def component(self, items: Collection[ItemRef]) -> Component:
        """Everything that hangs together with these items by pairs and by judgements of "same", sorted."""
        same: dict[ItemRef, set[ItemRef]] = {}
        for judged in self.judged:
            if judged.verdict == "same":
                for ref in judged.items:
                    same.setdefault(ref, set()).update(judged.items)
        seen = {ref for ref in items if ref in self.profiles}
        edge = set(seen)
        while edge:
            tied = {ref for at in edge for key in self._tied.get(at, ()) for ref in key} | {ref for at in edge for ref in same.get(at, ())}
            edge = {ref for ref in tied if ref in self.profiles} - seen
            seen |= edge
        pairs = [self.pairs[key] for key in sorted({key for ref in seen for key in self._tied.get(ref, ())})]
        judged_here = [judged for judged in self.judged if any(ref in seen for ref in judged.items)]
        return Component([self.profiles[ref] for ref in sorted(seen)], pairs, judged_here)

    def claims_of(self, items: Collection[ItemRef]) -> dict[ItemRef, str]:
        """The claim that each item is in now."""
        return {ref: self.claims[ref] for ref in items if ref in self.claims}

    def regroup(self, old: Collection[str], groups: Sequence[Group], redirects: dict[str, str]) -> None:
        """Puts groups in the place of claims; identifiers that are gone lead on."""
        gone = set(old)
        self.claims = {ref: claim for ref, claim in self.claims.items() if claim not in gone}
        for group in groups:
            for ref in group.members:
                self.claims[ref] = group.id
        for group in groups:
            self.redirects.pop(group.id, None)
        for before, after in redirects.items():
            self.redirects = {name: after if to == before else to for name, to in self.redirects.items() if name != after}
            self.redirects[before] = after
