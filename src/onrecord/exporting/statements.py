"""The table of statements: who said what to whom, in which capacity, with which cue, by which way, and where each part stands in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.exporting.chosen import flat, quoted, window
from onrecord.exporting.columns import Table, columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.exporting.chosen import Chosen
    from onrecord.record import Actor, Span, Statement


def _rows(chosen: Chosen) -> Iterator[dict[str, Any]]:
    for statement in chosen.statements():
        place, (first, last) = chosen.place(statement.place), window(statement.time)
        speakers = [chosen.actors[id_] for id_ in statement.speakers]
        source, cue = statement.source, statement.cue
        yield {
            "report": chosen.record.report.id, "key": statement.key, "local": statement.id, "outlet": chosen.outlet, "published": chosen.published,
            "title": chosen.title, "claim": chosen.claims.get(statement.key), "speakers": [actor.name for actor in speakers],
            "roles": [capacity(chosen, actor) for actor in speakers], "countries": [actor.country or "" for actor in speakers],
            "source_kind": statement.source_kind, "act": statement.act, "form": statement.form, "distance": statement.distance,
            "addressee": chosen.actors[statement.addressee].name if statement.addressee is not None else None,
            "occasion": statement.occasion.kind if statement.occasion is not None else None, "time": statement.time.value, "first_day": first,
            "last_day": last, "place": place.name if place is not None else None, "country": place.country if place is not None else None,
            "chain": way(chosen, statement), "within": statement.within, "continues": statement.continues, "about": statement.about,
            "source_start": source.start if source is not None else None, "source_end": source.end if source is not None else None,
            "cue_start": cue.start if cue is not None else None, "cue_end": cue.end if cue is not None else None,
            "content_spans": _places(statement.content), "quoted_spans": _places(statement.quoted), "confidence": statement.confidence,
            "source": flat(source.text) if source is not None else None, "cue": flat(cue.text) if cue is not None else None,
            "content": quoted(statement.content), "quoted": quoted(statement.quoted),
        }  # fmt: skip


def capacity(chosen: Chosen, actor: Actor) -> str:
    """In what capacity an actor speaks: the office that the report states, else what it is part of; empty where it states neither."""
    if actor.roles:
        return flat(actor.roles[0].title)
    return chosen.actors[actor.part_of].name if actor.part_of is not None else ""


def way(chosen: Chosen, statement: Statement) -> list[str]:
    """The way a word came: who publishes the report, then whom the text names, outermost first."""
    return [link.name for link in chosen.record.report.chain] + [link.name for link in statement.chain]


def _places(spans: list[Span]) -> list[str]:
    return [f"{span.start}-{span.end}" for span in spans]


STATEMENTS = Table(
    "statements",
    columns(
        "report text: the report's id",
        "key text: the statement's identity across readings",
        "local text: its id in the record",
        "outlet text: who published the report",
        "published text: when, ISO 8601",
        "title text: the report's title",
        "claim text: the claim it is a member of",
        "speakers list: who said it",
        "roles list: in what capacity, one for each speaker",
        "countries list: ISO 3166, one for each speaker",
        "source_kind text: named, titled, collective, document, anonymous, outlet or unknown",
        "act text: the act of saying",
        "form text: direct, mixed or indirect",
        "distance text: neutral, claimed or alleged",
        "addressee text: to whom it was said",
        "occasion text: on what occasion",
        "time text: when it was said, EDTF",
        "first_day text: first day it may have been said",
        "last_day text: last day it may have been said",
        "place text: where it was said",
        "country text: the state of that place, ISO 3166",
        "chain list: the way the word came, outermost first",
        "within text: the statement that it is told in",
        "continues text: the statement that it goes on from",
        "about list: events whose words lie in its content",
        "source_start whole: first character of the words for the source",
        "source_end whole: one past the last",
        "cue_start whole: first character of the cue",
        "cue_end whole: one past the last",
        "content_spans list: start-end of each piece of the content",
        "quoted_spans list: start-end of each piece inside the marks",
        "confidence number: probability that content and speaker are right",
        "source text*: the words for the source",
        "cue text*: the words that say that it was said",
        "content text*: what was said",
        "quoted text*: the words inside the marks",
    ),
    _rows,
)  # fmt: skip
