"""Figures over many reports, as charts need them, in JSON or as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import msgspec

from onrecord.corroborating.days import days
from onrecord.record.items import PloverType
from onrecord.showing.api.answers import Answer, json
from onrecord.showing.api.pages import Query
from onrecord.showing.api.sheets import sheet
from onrecord.showing.failing import Refused
from onrecord.showing.gathering import dyads, places, series, speaking

if TYPE_CHECKING:
    from onrecord.showing.api.operations import Call

Form = Literal["json", "csv"]
Day = Annotated[str, msgspec.Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", description="A year, month or day.")]


Once = Annotated[bool, msgspec.Meta(description="Count a wire once, however many reprint it.")]


class Figure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Parameters of a figure."""

    q: Query = ""
    once: Once = False
    type: PloverType | None = None
    most: Annotated[int, msgspec.Meta(ge=1, le=500, description="The most actors, ties or places.")] = 60
    format: Form = "json"


class Days(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Parameters of a series."""

    q: Query = ""
    once: Once = False
    kind: Literal["statement", "event"] = "event"
    since: Day | None = None
    until: Day | None = None
    format: Form = "json"


class Ties(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Parameters of the network."""

    q: Query = ""
    once: Once = False
    most: Annotated[int, msgspec.Meta(ge=1, le=500, description="The most ties.")] = 120
    format: Form = "json"


def matrix(call: Call) -> Answer:
    """Who does what to whom."""
    asked: Figure = call.query
    found = dyads.matrix(call.desk.store, asked.q, type=asked.type, once=asked.once, most=asked.most)
    if asked.format == "json":
        return json(found)
    rows = [(d.actor.identity, d.actor.name, d.recipient.identity, d.recipient.name, code, n) for d in found.dyads for code, n in d.types.items()]
    return sheet("dyads", ("actor", "actor_name", "recipient", "recipient_name", "type", "events"), rows)


def days_of(call: Call) -> Answer:
    """How many there were on each day."""
    asked: Days = call.query
    first, last = _ordinal(asked.since, 0), _ordinal(asked.until, 1)
    found = series.series(call.desk.store, asked.q, kind=asked.kind, once=asked.once, since=first, until=last)
    if asked.format == "json":
        return json(found)
    return sheet("series", ("day", "code", "items"), [(day.day, code, items) for day in found.days for code, items in day.codes.items()])


def network(call: Call) -> Answer:
    """Who speaks about whom."""
    asked: Ties = call.query
    found = speaking.network(call.desk.store, asked.q, once=asked.once, most=asked.most)
    if asked.format == "json":
        return json(found)
    rows = [(tie.speaker.identity, tie.speaker.name, tie.about.identity, tie.about.name, tie.items) for tie in found.ties]
    return sheet("network", ("speaker", "speaker_name", "about", "about_name", "events"), rows)


def map_of(call: Call) -> Answer:
    """Where events took place."""
    asked: Figure = call.query
    found = places.map_of(call.desk.store, asked.q, type=asked.type, once=asked.once, most=asked.most)
    if asked.format == "json":
        return json(found)
    columns = ("site", "name", "kind", "country", "latitude", "longitude", "centroid", "items")
    return sheet("map", columns, [[getattr(place, name) for name in columns] for place in found.places])


def _ordinal(told: str | None, end: int) -> int | None:
    if told is None:
        return None
    found = days(told)
    if found is None or found[end] is None:
        raise Refused(422, f"{told}: no day of the calendar")
    return found[end]
