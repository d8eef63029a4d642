"""Names used as places to the report's places: one each, with kind, state, region, coordinates and what it lies in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.facts import gazetteer, states
from onrecord.record import Place
from onrecord.recording.places import choosing, gathering, kinds, senses

if TYPE_CHECKING:
    from onrecord.facts.gazetteer import Entry
    from onrecord.record.items import PlaceKind
    from onrecord.recording.actors.cast import Cast
    from onrecord.recording.draft import Draft
    from onrecord.recording.places.choosing import Context
    from onrecord.recording.places.gathering import Group

_NEAR = 300  # characters: of the sites of GeoWebNews held so, four in five lie there
_KINDS: dict[int, PlaceKind] = {gazetteer.CITY: "city", gazetteer.REGION: "region", gazetteer.COUNTRY: "country", gazetteer.DISTRICT: "region"}


def find(draft: Draft, cast: Cast) -> list[Place]:
    """The places of the report with provisional ids, in order of first mention."""
    named = senses.shortened(draft, senses.places_only(draft, cast, gathering.names(draft, cast)))
    gathering.hold(draft, named)
    senses.divide(draft, named)
    groups = [group for group in gathering.groups(named) if senses.known(group)]
    around = choosing.context(draft, cast, named)
    chosen = {group.key: _choose(group, around) for group in groups if group.state is None}
    _learn(draft, around, groups, chosen)
    places: list[Place] = []
    ids: dict[int, str] = {}
    for number, group in enumerate(groups, start=1):
        place = _place(draft, f"p{number}", group, around)
        places.append(place)
        ids.update({id(name): place.id for name in group.named})
    return [_within(draft, place, group, ids, places) for place, group in zip(places, groups, strict=True)]


def dateline_place(draft: Draft, places: list[Place]) -> str | None:
    """The id of the first place that stands in the report's dateline, or null."""
    dateline = draft.report.dateline
    if dateline is None:
        return None
    inside = [(m.start, place.id) for place in places for m in place.mentions if dateline.span.start <= m.start and m.end <= dateline.span.end]
    return min(inside)[1] if inside else None


def _choose(group: Group, around: Context) -> tuple[Entry | None, str]:
    return choosing.choose(group, _told(group)[0], around)


def _learn(draft: Draft, around: Context, groups: list[Group], chosen: dict[str, tuple[Entry | None, str]]) -> None:
    """What the first round of choices tells the second: where the report was filed, which regions it speaks of."""
    dateline = draft.report.dateline
    for group in groups:
        entry, rule = chosen.get(group.key, (None, ""))
        filed = dateline is not None and any(dateline.span.start <= name.mention.start < dateline.span.end for name in group.named)
        if filed and around.filed is None:
            around.filed = group.state or (entry.country if entry is not None else None)
        if entry is not None and entry.kind == gazetteer.REGION:
            around.regions[entry.geonames] += len(group.named)
        elif entry is not None and entry.region is not None and rule == choosing.ONLY:
            around.regions[entry.region] += len(group.named)
    choosing.agree(around, [group for group in groups if group.state is None])


def _told(group: Group) -> tuple[PlaceKind | None, str]:
    """The kind that the words of any mention tell."""
    return next((found for found in map(kinds.told, group.named) if found[0] is not None), (None, ""))


def _place(draft: Draft, number: str, group: Group, around: Context) -> Place:
    mentions = [name.mention for name in group.named]
    if group.state is not None:
        return _state(draft, number, group)
    kind, rule = _told(group)
    feature = choosing.feature(group, kind)
    entry, why = choosing.choose(group, kind, around) if feature is None else (None, "")
    name = max((n.full for n in group.named), key=lambda words: (len(words), not words.isupper()))
    name = name.title() if name.isupper() and len(name) > 4 else name
    spans = [draft.span(m.start, m.end) for m in mentions[:1]]
    if rule:
        draft.because(number, "kind", rule, *spans)
    if feature is not None:
        draft.because(number, "latitude", f"{feature.name}, a {feature.kind} of its own", *spans)
        return Place(number, name, feature.kind, feature.country, None, feature.latitude, feature.longitude, None, None, mentions)
    if entry is None:
        draft.because(number, "geonames", "no known place of that name fits", *spans)
        unknown: PlaceKind = kind or ("city" if _settled(group) else "region")
        return Place(number, name, unknown, None, None, None, None, None, None, mentions)
    draft.because(number, "geonames", why, *spans)
    if any(e.geonames == entry.geonames and e.own for e in gazetteer.named(f"The {name}")):
        name = f"The {name}"  # the article is part of the name, as in a city's
    region = entry.geonames if entry.kind == gazetteer.REGION else entry.region
    return Place(
        number, name, _KINDS[entry.kind], entry.country, gazetteer.region_name(region) if region is not None else None,
        entry.latitude, entry.longitude, entry.geonames, None, mentions,
    )  # fmt: skip


def _settled(group: Group) -> bool:
    """Whether an unknown name can be a settlement's: something is in, at or near it, and nothing says that it is wide."""
    return any(name.before in ("in", "at", "near", "outside") for name in group.named)


def _state(draft: Draft, number: str, group: Group) -> Place:
    """A state as a place, or the part of it that a compass word names; a part has no coordinates of its own."""
    code = group.state or ""
    mentions = [name.mention for name in group.named]
    spans = [draft.span(m.start, m.end) for m in mentions[:1]]
    part = group.named[0].part
    if part:
        draft.because(number, "kind", f"“{part}” before the name", *spans)
        return Place(number, states.name(code) or code, "region", code, None, None, None, None, None, mentions)
    draft.because(number, "country", "names a state", *spans)
    name, entry = states.name(code) or code, gazetteer.state(code)
    if entry is None:
        return Place(number, name, "country", code, None, None, None, None, None, mentions)
    return Place(number, name, "country", code, None, entry.latitude, entry.longitude, entry.geonames, None, mentions)


def _within(draft: Draft, place: Place, group: Group, ids: dict[int, str], places: list[Place]) -> Place:
    """The place with what it is said to lie in, and that state where its own was not known."""
    holder = next((name.inside for name in group.named if name.inside is not None), None)
    if holder is None:
        return _near(draft, place, places)
    if ids[id(holder)] == place.id:
        return place
    larger = next(p for p in places if p.id == ids[id(holder)])
    if place.country is not None and larger.country is not None and place.country != larger.country:
        return place
    draft.because(place.id, "within", "said to lie there", draft.span(holder.mention.start, holder.mention.end))
    return msgspec.structs.replace(place, within=larger.id, country=place.country or larger.country)


def _near(draft: Draft, place: Place, places: list[Place]) -> Place:
    """A street or building that no table has: within the known town or region that is named nearest to it, if that is near."""
    if place.latitude is not None or place.country is not None or place.kind != "site":
        return place
    at = place.mentions[0].start
    known = [(abs(m.start - at), p) for p in places if p.latitude is not None and p.kind in ("city", "region") for m in p.mentions]
    far, near = min(known, key=lambda pair: pair[0], default=(_NEAR, place))
    if far >= _NEAR:
        return place
    draft.because(place.id, "within", "the known town or region that is named nearest", draft.span(near.mentions[0].start, near.mentions[0].end))
    return msgspec.structs.replace(place, within=near.id, country=near.country)
