"""Which of several places of one name is meant: by what the report says beside it, by the states it speaks of, by where it was filed, by size."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.facts import features, gazetteer, outlets, regions, states
from onrecord.recording.places import kinds

if TYPE_CHECKING:
    from onrecord.facts.features import Feature
    from onrecord.facts.gazetteer import Entry
    from onrecord.record.items import PlaceKind
    from onrecord.recording.actors.cast import Cast
    from onrecord.recording.draft import Draft
    from onrecord.recording.places.gathering import Group, Named

SMALL, KNOWN_WIDELY, HARDLY_KNOWN = 2_000, 20_000, 100_000
_BY_ANOTHER_NAME = 15_000
ONLY = "the only one of that name"
NEAR = 160
AGREED = 2
CAPITAL = 1.5
SHARE = 4
_WIDE = (gazetteer.REGION, gazetteer.DISTRICT)


@dataclass
class Context:
    """What a report tells of where it plays: how often it speaks of each state, the state it was filed in, the outlet's state."""

    spoken: Counter[str]
    at: list[tuple[int, str]]
    outlet: str | None
    filed: str | None = None
    regions: Counter[int] = field(default_factory=Counter)

    def weight(self, entry: Entry, group: Group) -> float:
        """How well a place of this name fits the report: the logarithm of its size, and up to some orders of magnitude for its state and region."""
        score = math.log10(entry.population + 1000) + (0.5 if entry.own else 0.0) - (0.5 if entry.kind == gazetteer.DISTRICT else 0.0)
        country = entry.country or ""
        if entry.kind == gazetteer.CITY and any(s.form == "capital" and s.code == country for s in states.named(group.named[0].full)):
            score += CAPITAL
        if self.spoken[country]:
            score += 1.5 + min(1.0, self.spoken[country] / max(1, sum(self.spoken.values())) * 2)
        if country == self.filed:
            score += 1.0
        if country == self.outlet:
            score += 0.7
        if entry.region is not None and self.regions[entry.region]:
            score += 1.0
        if any(code == country and abs(at - name.mention.start) < NEAR for name in group.named for at, code in self.at):
            score += 1.0
        return score

    def admits(self, entry: Entry, group: Group) -> bool:
        """Whether so small or so indirectly named a place can be meant at all: only in states that the report has to do with; sites bear names of their own."""
        if self.spoken[entry.country or ""] or entry.country in (self.filed, self.outlet):
            return True
        if any(name.after in kinds.SITE for name in group.named):  # "Heathrow airport"
            return entry.population >= HARDLY_KNOWN
        elsewhere = bool(self.spoken) or self.filed is not None
        return entry.population >= (KNOWN_WIDELY if elsewhere else SMALL if entry.own else _BY_ANOTHER_NAME)


def context(draft: Draft, cast: Cast, named: list[Named]) -> Context:
    """The states that the report speaks of, by name, adjective, capital or place, and its outlet's."""
    spoken: Counter[str] = Counter()
    at: list[tuple[int, str]] = []
    for actor in cast.actors:
        if actor.kind in ("government", "people") and actor.country:
            spoken[actor.country] += len(actor.mentions)
            at += [(mention.start, actor.country) for mention in actor.mentions]
    for name in named:
        if name.division:
            spoken[name.division] += 1
            at.append((name.mention.start, name.division))
            continue
        for meant in states.named(name.full)[:1]:
            if meant.form in ("name", "alias") and not meant.shared:
                spoken[meant.code] += 1
                at.append((name.mention.start, meant.code))
    for mark in draft.marks.names:
        if mark.label in ("NORP", "MISC", "LOCATION"):
            for meant in states.named(draft.text[mark.start : mark.end])[:1]:
                if meant.form == "demonym":
                    spoken[meant.code] += 1
                    at.append((mark.start, meant.code))
    publisher = outlets.named(draft.report.publisher.value) if draft.report.publisher is not None else None
    return Context(spoken, at, publisher.country if publisher is not None else None)


def agree(around: Context, groups: list[Group]) -> None:
    """Takes a state for spoken of where at least two names that few other states know are places in it, even if nothing names the state itself."""
    votes: dict[str, float] = {}
    for group in groups:
        known = {e.country for e in gazetteer.named(group.named[0].full) if e.own and e.country and e.population >= SMALL}
        for country in known:
            votes[country] = votes.get(country, 0.0) + 1 / len(known)
    for country, vote in sorted(votes.items()):
        if vote >= AGREED and not around.spoken[country]:
            around.spoken[country] = 1


def choose(group: Group, kind: PlaceKind | None, around: Context) -> tuple[Entry | None, str]:
    """The place that is meant and the rule that chose it, or null where no known place fits."""
    words = group.named[0].full
    if kind in ("water", "site") or regions.named(words):
        return None, ""
    found = gazetteer.named(words)
    division = next((name.division for name in group.named if name.division), "")
    if division:
        return next(((e, "a first-level division of that state") for e in found if e.kind == gazetteer.REGION and e.country == division), (None, ""))
    if kind == "region":
        divisions = [entry for entry in found if entry.kind in _WIDE] or [entry for entry in gazetteer.named(_bare(words)) if entry.kind in _WIDE]
        found = divisions or [entry for entry in found if entry.own]  # a district by its town's name, a town by a name like Beverly Hills
    if not found:
        return None, ""
    held = _held(group, found)
    if held is not None:
        return held, "the larger place named after it"
    found = [entry for entry in found if around.admits(entry, group)]
    if not found:
        return None, ""

    def fit(entry: Entry) -> tuple[float, bool, int]:
        return round(around.weight(entry, group), 6), entry.kind == gazetteer.CITY, -entry.geonames

    best = max(found, key=fit)
    if best.kind in _WIDE and kind is None:
        wide = best.geonames if best.kind == gazetteer.REGION else best.region
        same = [entry for entry in gazetteer.named(words) if entry.kind == gazetteer.CITY and entry.region == wide]
        same = [entry for entry in same if entry.own or entry.population * SHARE > best.population]
        if same:
            best = max(same, key=lambda entry: (entry.population, -entry.geonames))
    return best, ONLY if len(found) == 1 else "fits the report's states and is the largest of that name"


def feature(group: Group, kind: PlaceKind | None) -> Feature | None:
    """The sea, island or mountains of this name, or null; what is told to be a city or site is none, and a well-known city has the name for itself."""
    found = features.named(group.named[0].full)
    if found is None or kind in ("city", "site") or (kind is not None and kind != found.kind):
        return None
    taken = kind is None and any(entry.own and entry.population >= HARDLY_KNOWN for entry in gazetteer.named(group.named[0].full))
    return None if taken else found


def _bare(words: str) -> str:
    """The name without its noun of kind ("Kherson region")."""
    return words.rsplit(" ", 1)[0] if " " in words else words


def _held(group: Group, found: list[Entry]) -> Entry | None:
    """The most populous of those that lie in the state or region which the report names right after the name."""
    for name in group.named:
        if name.inside is None:
            continue
        codes = {s.code for s in states.named(name.inside.full) if s.form in ("name", "alias")}
        larger = {entry.geonames for entry in gazetteer.named(name.inside.full) if entry.kind == gazetteer.REGION}
        fits = [entry for entry in found if entry.region in larger and entry.region is not None] or [
            entry for entry in found if entry.country in codes
        ]
        if fits:
            return max(fits, key=lambda entry: (entry.population, -entry.geonames))
    return None
