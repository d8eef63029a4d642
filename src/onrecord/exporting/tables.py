"""The tables of `--to csv`: reports, statements, events and actors, a row each, tied by the report's id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.exporting.chosen import flat, window
from onrecord.exporting.columns import Table, columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.exporting.chosen import Chosen


def _reports(chosen: Chosen) -> Iterator[dict[str, Any]]:
    report = chosen.record.report
    dateline = report.dateline
    place = chosen.places.get(dateline.place or "") if dateline is not None else None
    yield {
        "report": report.id, "title": chosen.title, "outlet": chosen.outlet, "agency": report.agency.value if report.agency is not None else None,
        "published": chosen.published, "dateline": place.name if place is not None else None, "language": report.language,
        "location": report.origin.location, "chain": [f"{link.name} {link.link}" for link in report.chain],
        "statements": len(chosen.record.statements), "events": len(chosen.record.events), "text_sha256": report.text_sha256,
        "model": chosen.record.made_by.model.name if chosen.record.made_by.model is not None else None, "text": report.text,
    }  # fmt: skip


def _events(chosen: Chosen) -> Iterator[dict[str, Any]]:
    for event in chosen.events():
        place, (first, last) = chosen.place(event.place), window(event.time)
        yield {
            "report": chosen.record.report.id, "key": event.key, "local": event.id, "same_as": event.same_as, "claim": chosen.claims.get(event.key),
            "type": event.type, "mode": event.mode, "plover": event.plover, "cameo": event.cameo, "contexts": event.contexts,
            "actors": chosen.names(event.actors), "recipients": chosen.names(event.recipients), "first_day": first, "last_day": last,
            "time": event.time.value, "time_basis": event.time.basis, "place": place.name if place is not None else None,
            "country": place.country if place is not None else None, "certainty": event.certainty, "polarity": event.polarity,
            "condition": flat(event.condition.text) if event.condition is not None else None, "when": event.when, "echo": event.echo,
            "said_by": chosen.voices(event.stances), "start": event.evidence.start, "end": event.evidence.end, "trigger_start": event.trigger.start,
            "trigger_end": event.trigger.end, "confidence": event.confidence, "trigger": flat(event.trigger.text),
            "evidence": flat(event.evidence.text),
        }  # fmt: skip


def _actors(chosen: Chosen) -> Iterator[dict[str, Any]]:
    for actor in chosen.record.actors:
        yield {
            "report": chosen.record.report.id, "local": actor.id, "name": actor.name, "kind": actor.kind, "country": actor.country,
            "sectors": actor.sectors, "roles": [flat(role.title) for role in actor.roles], "part_of": actor.part_of, "wikidata": actor.wikidata,
            "mentions": len(actor.mentions),
        }  # fmt: skip


REPORTS = Table(
    "reports",
    columns(
        "report text: the report's id",
        "title text: its title",
        "outlet text: who published it, else the agency",
        "agency text: the agency it is by",
        "published text: when, ISO 8601",
        "dateline text: the place of its dateline",
        "language text: BCP 47",
        "location text: path or address",
        "chain list: who publishes, republishes or is cited, outermost first",
        "statements whole: how many it has",
        "events whole: how many it has",
        "text_sha256 text: SHA-256 of its text",
        "model text: the model that read it",
        "text text*: its text",
    ),
    _reports,
)  # fmt: skip
EVENTS = Table(
    "events",
    columns(
        "report text: the report's id",
        "key text: the event's identity across readings",
        "local text: its id in the record",
        "same_as text: the id of the first mention of the same happening",
        "claim text: the claim it is a member of",
        "type text: PLOVER type as worded",
        "mode text: PLOVER mode",
        "plover text: the type after PLOVER's reduction",
        "cameo text: CAMEO code",
        "contexts list: PLOVER contexts",
        "actors list: who did it",
        "recipients list: to whom",
        "first_day text: first day it may have been",
        "last_day text: last day it may have been",
        "time text: its time, EDTF",
        "time_basis text: what the time rests on",
        "place text: where",
        "country text: the state of that place, ISO 3166",
        "certainty text: of the first stance",
        "polarity text: of the first stance",
        "condition text*: the condition it stands under",
        "when text: past, present or future",
        "echo flag: told again, as background",
        "said_by list: on whose word",
        "start whole: first character of its clause",
        "end whole: one past the last",
        "trigger_start whole: of the words that express it",
        "trigger_end whole: one past the last",
        "confidence number: probability that trigger and type are right",
        "trigger text*: the words that express it",
        "evidence text*: its clause",
    ),
    _events,
)  # fmt: skip
ACTORS = Table(
    "actors",
    columns(
        "report text: the report's id",
        "local text: the actor's id in the record",
        "name text: the fullest name in the report",
        "kind text: what it is",
        "country text: the state it belongs to, ISO 3166",
        "sectors list: PLOVER sectors",
        "roles list: offices that the report states",
        "part_of text: the id of what it is part of",
        "wikidata text: its item",
        "mentions whole: how often it is mentioned",
    ),
    _actors,
)  # fmt: skip
