"""PLOVER 2.0 in JSON Lines: one object a happening of a report, PLOVER's named fields first, what PLOVER cannot say in an `onrecord` block.

Type and mode are those after PLOVER's reduction (an event in the future or in a condition); the plain ones stand in the block. A date that the text
does not give is the day of publication, and `onrecord.date_basis` says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.exporting.chosen import window
from onrecord.ontology.plover import modes, of_type
from onrecord.ontology.reduction import reduce_mode
from onrecord.record import CODEBOOK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.exporting.chosen import Chosen
    from onrecord.record import Actor, Event, Place, Span
    from onrecord.record.items import PloverType

FIELDS = (
    "id", "has_event", "date", "time", "enddate", "endtime", "actor", "recipient", "event", "event_loc", "event_text", "quad_code", "event_scale",
    "mode",
    "context", "size", "link", "text", "text_info", "cite_info", "coder", "comment", "onrecord",
)  # fmt: skip
_RESOLUTION = {"country": 1, "region": 2, "city": 4, "site": 5}
_SIZES = {"killed": "dead", "wounded": "injured", "arrested": "arrested"}


def plover(chosen: Chosen, *, text: bool = True) -> Iterator[dict[str, Any]]:
    """The objects of a record; without `text` no word of the report but names stands in them."""
    for event, mentions in chosen.happenings():
        first, last = window(event.time)
        day = chosen.published[:10] if chosen.published is not None else None
        mode = _mode(event)
        place = chosen.place(event.place)
        clock = event.time.value[11:16] if event.time.value is not None and event.time.value[10:11] == "T" else None
        yield {
            "id": f"{chosen.record.report.id[:16]}-{event.key[:16]}", "has_event": True, "date": first or day, "time": clock,
            "enddate": last if last != first else None, "endtime": None, "actor": [_entity(chosen, id_) for id_ in event.actors],
            "recipient": [_entity(chosen, id_) for id_ in event.recipients], "event": [event.plover], "event_loc": _location(place, text=text),
            "event_text": [event.trigger.text] if text else [], "quad_code": of_type(event.plover).quad, "event_scale": score(event.plover, mode),
            "mode": [mode] if mode is not None else [], "context": event.contexts, "size": _size(chosen, mentions),
            "link": chosen.record.report.origin.location, "text": event.evidence.text if text else None,
            "text_info": {"sequence": None, "start": event.evidence.start, "end": event.evidence.end, "text_story": []},
            "cite_info": _citation(chosen), "coder": f"onrecord {chosen.record.made_by.onrecord}", "comment": None,
            "onrecord": _own(chosen, event, mentions, first, text=text),
        }  # fmt: skip


def score(name: PloverType, mode: str | None) -> float:
    """PLOVER's score of a type, or of its mode."""
    return next((row.score for row in modes(name) if row.mode == mode), of_type(name).score)


def _mode(event: Event) -> str | None:
    return reduce_mode(event.type, event.mode, when=event.when, polarity=event.polarity, conditional=event.condition is not None)


def _own(chosen: Chosen, event: Event, mentions: list[Event], first: str | None, *, text: bool) -> dict[str, Any]:
    """What PLOVER has no field for."""
    auxiliaries = [
        name
        for name, holds in (
            ("historical", event.echo), ("future", event.when == "future"), ("hypothetical", event.condition is not None),
            ("negation", event.polarity == "negative"),
        )
        if holds
    ]  # fmt: skip
    stances = [
        {
            "by": chosen.speakers(chosen.said[stance.by]) if stance.by is not None else [],
            "statement": chosen.said[stance.by].key if stance.by is not None else None,
            "certainty": stance.certainty, "polarity": stance.polarity, "condition": _span(stance.condition, text=text),
            "confidence": stance.confidence,
        }
        for stance in event.stances
    ]  # fmt: skip
    return {
        "codebook": CODEBOOK, "report": chosen.record.report.id, "key": event.key, "claim": chosen.claims.get(event.key),
        "mentions": [mention.key for mention in mentions], "type": event.type, "mode": event.mode, "cameo": event.cameo, "auxiliary": auxiliaries,
        "when": event.when, "edtf": event.time.value,
        "date_basis": event.time.basis if first is not None else "publication" if chosen.published else "none",
        "place_basis": event.place.basis, "trigger": _span(event.trigger, text=text), "evidence": _span(event.evidence, text=text),
        "stances": stances,
        "certainty": event.certainty, "polarity": event.polarity, "confidence": event.confidence,
    }  # fmt: skip


def _span(span: Span | None, *, text: bool) -> dict[str, Any] | None:
    if span is None:
        return None
    return {"start": span.start, "end": span.end, **({"text": span.text} if text else {})}


def _entity(chosen: Chosen, id_: str) -> dict[str, Any]:
    actor: Actor = chosen.actors[id_]
    return {
        "code": actor.country, "sector": actor.sectors, "entity_text": actor.name, "identifier_id": actor.wikidata,
        "identifier_text": "Wikidata" if actor.wikidata is not None else None, "religion": None, "ethnicity": None,
        "office": actor.roles[0].title if actor.roles else None, "gender": None, "age": None,
    }  # fmt: skip


def _location(place: Place | None, *, text: bool) -> dict[str, Any] | None:
    if place is None:
        return None
    return {
        "extracted_place": place.mentions[0].text if text and place.mentions else place.name, "resolved_place": place.name,
        "geonameid": place.geonames,
        "lat": place.latitude, "lon": place.longitude, "city": place.name if place.kind == "city" else None, "district": None,
        "province": place.admin1, "country": place.country, "country_code": place.country, "feature_class": None, "feature_code": None,
        "resolution": _RESOLUTION.get(place.kind),
    }  # fmt: skip


def _size(chosen: Chosen, mentions: list[Event]) -> dict[str, Any]:
    """The first figure for the dead, the injured and the arrested; a bound where no value is given."""
    quantities = {quantity.id: quantity for quantity in chosen.record.quantities}
    size: dict[str, Any] = dict.fromkeys(_SIZES.values())
    for quantity in (quantities[id_] for mention in mentions for id_ in mention.quantities):
        name = _SIZES.get(quantity.counts)
        if name is not None and size[name] is None:
            size[name] = quantity.value if quantity.value is not None else quantity.low
    return size


def _citation(chosen: Chosen) -> dict[str, Any]:
    report = chosen.record.report
    return {
        "corpus": None, "citation": None, "url": report.origin.location, "title": chosen.title, "language": report.language,
        "publication": chosen.outlet, "license": None, "copyright": None,
        "coder": chosen.record.made_by.model.name if chosen.record.made_by.model else None,
        "codebook": chosen.record.made_by.codebook, "version": chosen.record.made_by.onrecord,
    }  # fmt: skip


def line(fields: dict[str, Any]) -> bytes:
    """One object as a line of JSON."""
    return msgspec.json.encode(fields)
