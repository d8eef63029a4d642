"""What was read in a report as W3C Web Annotations (JSON-LD): each item on the characters it was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.record import Actor, Event, Mention, Record, Span, Statement

MEDIA = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters before and after that tell one place from another with the same words


def annotation_page(record: Record) -> dict[str, Any]:
    """An annotation page of a record: statements on their content, events on their trigger, actors on every mention by name.

    A target's `source` is the report's text as Onrecord has it, to which TextPositionSelector counts Unicode code points; `scope` is where the report was
    had from, where that is a web address, in whose text the TextQuoteSelector finds the words.
    """
    items = [*_statements(record), *_events(record), *_actors(record)]
    return {"@context": CONTEXT, "id": f"urn:onrecord:{record.report.id}", "type": "AnnotationPage", "items": items}


def _statements(record: Record) -> Iterator[dict[str, Any]]:
    names = {actor.id: actor.name for actor in record.actors}
    for statement in record.statements:
        spans = statement.content or [span for span in (statement.cue,) if span is not None]
        who = ", ".join(names[speaker] for speaker in statement.speakers) or _source(statement)
        body = [tag(statement.act), tag(statement.form), described(f"{who} ({statement.act})")]
        yield annotation(record, f"{record.report.id}:{statement.key}", "describing", body, spans)


def _events(record: Record) -> Iterator[dict[str, Any]]:
    names = {actor.id: actor.name for actor in record.actors}
    for event in record.events:
        yield annotation(record, f"{record.report.id}:{event.key}", "classifying", [tag(event.type), tag(event.certainty), described(_happened(event, names))], [event.trigger])


def _actors(record: Record) -> Iterator[dict[str, Any]]:
    for actor in record.actors:
        for number, mention in enumerate(mention for mention in actor.mentions if mention.form in ("name", "alias")):
            yield annotation(record, f"{record.report.id}:{actor.id}.{number}", "identifying", [_who(actor)], [mention])


def annotation(record: Record, name: str, motivation: str, body: list[dict[str, Any]], spans: Iterable[Span | Mention]) -> dict[str, Any]:
    """One annotation on words of a report; `name` is unique among all that Onrecord makes."""
    targets = [_target(record, span) for span in spans]
    return {
        "id": f"urn:onrecord:{name}", "type": "Annotation", "motivation": motivation,
        "generator": {"id": "https://pypi.org/project/onrecord", "type": "Software", "name": f"Onrecord {record.made_by.onrecord}"},
        "body": body, "target": targets[0] if len(targets) == 1 else targets,
    }  # fmt: skip


def _target(record: Record, span: Span | Mention) -> dict[str, Any]:
    text, location = record.report.text, record.report.origin.location
    scope = {"scope": location} if location is not None and location.startswith(("http://", "https://")) else {}
    return {
        "source": f"urn:onrecord:text:{record.report.text_sha256}",
        **scope,
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector", "exact": span.text, "prefix": text[max(0, span.start - _AROUND) : span.start],
                "suffix": text[span.end : span.end + _AROUND],
            },
        ],
    }  # fmt: skip


def tag(value: str) -> dict[str, Any]:
    """A body that is a word of a list."""
    return {"type": "TextualBody", "purpose": "tagging", "value": value, "format": "text/plain"}


def described(value: str) -> dict[str, Any]:
    """A body that is a line of English."""
    return {"type": "TextualBody", "purpose": "describing", "value": value, "format": "text/plain", "language": "en"}


def _who(actor: Actor) -> dict[str, Any]:
    if actor.wikidata is not None:
        return {"type": "SpecificResource", "purpose": "identifying", "source": f"http://www.wikidata.org/entity/{actor.wikidata}"}
    return {"type": "TextualBody", "purpose": "identifying", "value": actor.name, "format": "text/plain"}


def _source(statement: Statement) -> str:
    return statement.source.text if statement.source is not None else "a source that is not named"


def _happened(event: Event, names: dict[str, str]) -> str:
    """An event in a line: who, what, to whom."""
    sides = [", ".join(names[one] for one in side) or "?" for side in (event.actors, event.recipients)]
    return f"{sides[0]} {event.type} {sides[1]}"
