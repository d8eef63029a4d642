"""A record's items as linking sees them: who, whom, what, when, where, in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from onrecord.corroborating.answers import replies
from onrecord.corroborating.blocks import blocks
from onrecord.corroborating.counting import counted
from onrecord.corroborating.days import day, days
from onrecord.corroborating.identity import identities
from onrecord.corroborating.index import Profile
from onrecord.corroborating.mentions import besides, put_forward, standing_alone, told_under
from onrecord.corroborating.taking_up import taken_up
from onrecord.corroborating.wording import fold, stems
from onrecord.record import Event, ItemRef

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.record import Place, Quantity, Record, Statement

_SCENE = 24  # identities of a report that are kept as its scene
_WORDS = 40  # words of a clause that are kept
_LOOSE = ("ask",)  # acts that put nothing forward


def profiles(record: Record, vectors: Mapping[str, bytes]) -> list[Profile]:
    """The profiles of a record's events and of the statements that put something forward without an event in it, or before one, in order.

    An event told again in the same report stands under its first mention (`mentions.told_under`); a reply that takes up no item ("I have no comment on
    that") speaks of what was asked. `vectors` are by key; an item without one has an empty one.
    """
    who = identities(record)
    where = {place.id: _place(place, {p.id: p for p in record.places}) for place in record.places}
    scene = _scene(record, who, where)
    published = day(record.report.published.value) if record.report.published else None
    under, replied = told_under(record), replies(record)
    back = {key: (other, why) for key, other, why in taken_up(record, under, replied)}

    def made(item: Event | Statement, kind: str, text: list[str], when: tuple[int, int] | None, quantified: list[Quantity], vector: str) -> Profile:
        event = item if kind == "event" else None
        profile = Profile(
            ref=ItemRef(record.report.id, item.key), kind=kind, type=getattr(event, "type", None), mode=getattr(event, "mode", None),
            actors=[who[a] for a in getattr(event, "actors", ())], recipients=[who[a] for a in getattr(event, "recipients", ())],
            speakers=[who[a] for a in getattr(item, "speakers", ())],
            places=[where[item.place.ref]] if item.place.ref is not None else [], days=when, published=published,
            figures=[(what, q.low, q.high) for q in quantified if (what := counted(q)) is not None], words=list(dict.fromkeys(text))[:_WORDS], scene=scene,
            vector=vectors.get(vector, b""), takes_up=back.get(item.key), said=said(item),
        )  # fmt: skip
        return replace(profile, keys=sorted(blocks(profile)))

    statements = {statement.id: statement for statement in record.statements}

    def said(item: Event | Statement) -> int | None:
        """The day of an earlier saying that the item is told by ("its report of Sept. 17"); null where it is told as of the report's own day."""
        by = [statements[s.by] for s in item.stances if s.by in statements] if isinstance(item, Event) else [item]
        told = [on for statement in by if statement.time.basis == "text" and (on := day(statement.time.value)) is not None]
        return min(told) if told and published is not None and min(told) < published - 1 else None

    quantities = {q.id: q for q in record.quantities}
    out = []
    for event in record.events:
        if under.get(event.id) is event:
            again = [e for e in record.events if under.get(e.id) is event and e is not event]
            words = stems(" ".join([event.trigger.text, event.evidence.text, *(e.evidence.text for e in again)]))
            carried = list(dict.fromkeys(q for e in (event, *again) for q in e.quantities))
            out.append(made(event, "event", words, days(event.time.value), [quantities[q] for q in carried], event.key))
    for statement in record.statements:
        reply = replied.get(statement.id)
        if reply is None and (statement.act in _LOOSE or not standing_alone(record, statement, under)):
            continue
        if reply is not None and not put_forward(record, statement.content[0]):
            continue
        spans = [reply.asked] if reply is not None and statement.key not in back else besides(record, statement, under) or statement.content
        within = [q for q in record.quantities if any(span.start <= q.start and q.end <= span.end for span in spans)]
        asked = reply.question if reply is not None and statement.key not in back else None
        out.append(made(statement, "statement", stems(" ".join(s.text for s in spans)), days(statement.time.value), within, asked or statement.key))
    return out


def _place(place: Place, places: dict[str, Place]) -> list[str]:
    """A place from narrow to wide: itself, what it lies within, its country."""
    out: list[str] = []
    at: Place | None = place
    while at is not None and len(out) < 6:
        name = f"geonames:{at.geonames}" if at.geonames is not None else f"place:{fold(at.name)}@{at.country or ''}"
        if name not in out:
            out.append(name)
        at = places.get(at.within) if at.within is not None else None
    if place.country is not None:
        out.append(f"country:{place.country}")
    return out


def _scene(record: Record, who: Mapping[str, list[str]], where: Mapping[str, list[str]]) -> list[str]:
    """Whom and what place the report names, the most spoken of first."""
    count: dict[str, int] = {}
    for actor in record.actors:
        if actor.kind != "outlet":
            count[who[actor.id][0]] = count.get(who[actor.id][0], 0) + len(actor.mentions)
    for place in record.places:
        count[where[place.id][0]] = count.get(where[place.id][0], 0) + len(place.mentions)
    return sorted(sorted(count), key=lambda name: -count[name])[:_SCENE]
