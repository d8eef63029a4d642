"""CAMEO dyads: date, source, target, code and score, for those who work with such tables; and what is lost on the way, event by event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.exporting.chosen import window
from onrecord.exporting.columns import Table, columns
from onrecord.exporting.plover import score
from onrecord.ontology.cameo import back
from onrecord.ontology.reduction import reduce_mode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.exporting.chosen import Chosen
    from onrecord.record import Actor, Event

UNKNOWN = "---"
_SECTORS = {"JRN": "MED", "MED": "HLH"}  # PLOVER's name for a sector and CAMEO's


class Loss(msgspec.Struct, frozen=True):
    """What a dyad table does not say of an event: `left_out` where it has no row at all, else `detail` tells what its row lacks or adds."""

    report: str
    key: str
    left_out: bool
    reason: str
    detail: str


def dyads(chosen: Chosen) -> Iterator[dict[str, Any]]:
    """The rows of a record."""
    for event, _ in chosen.happenings():
        if _refused(chosen, event) is None:
            yield from _rows(chosen, event)


def losses(chosen: Chosen) -> Iterator[Loss]:
    """What the rows of a record do not say."""
    report = chosen.record.report.id
    for event, mentions in chosen.happenings():
        refused = _refused(chosen, event)
        if refused is not None:
            yield Loss(report, event.key, True, *refused)  # noqa: FBT003  the field's order
            continue
        for reason, detail in _told_less(chosen, event, mentions):
            yield Loss(report, event.key, False, reason, detail)  # noqa: FBT003


def _refused(chosen: Chosen, event: Event) -> tuple[str, str] | None:
    """Why an event has no row, and in words."""
    if event.polarity == "negative":
        return "negation", "CAMEO cannot say that something did not take place"
    if not event.actors:
        return "no source", "nobody is told who did it"
    if not event.recipients:
        return "no target", "nobody is told to whom it was done"
    if _day(chosen, event) is None:
        return "no date", "neither the text nor the page tells a day"
    if _code(event) is None:
        return "no code", f"CAMEO has no code for {event.plover}"
    return None


def _told_less(chosen: Chosen, event: Event, mentions: list[Event]) -> Iterator[tuple[str, str]]:
    code = back(event.plover, _mode(event), event.contexts)
    if code is not None and code.loss is not None:
        yield "code", code.loss
    if event.plover != event.type:
        yield "reduction", f"{event.type} is written as {event.plover}"
    if window(event.time)[0] is None:
        yield "date", "the day is that of publication; the text tells none"
    elif len(set(window(event.time))) > 1:
        yield "date", f"the first day of {event.time.value}"
    voices = chosen.voices(stance for stance in event.stances if stance.by is not None)
    if voices:
        yield "word", f"it stands on the word of {', '.join(voices)}"
    if event.certainty != "certain":
        yield "certainty", event.certainty
    if event.condition is not None:
        yield "condition", "it stands under a condition"
    denied = chosen.voices(stance for mention in mentions for stance in mention.stances if stance.polarity == "negative")
    if denied:
        yield "denial", f"denied by {', '.join(denied)}"
    if event.quantities:
        yield "figures", f"{len(event.quantities)} figures"
    for actor in (chosen.actors[id_] for id_ in (*event.actors, *event.recipients)):
        if party(actor) == UNKNOWN:
            yield "party", f"{actor.name} has neither country nor sector"


def _rows(chosen: Chosen, event: Event) -> Iterator[dict[str, Any]]:
    mode = _mode(event)
    for source in (chosen.actors[id_] for id_ in event.actors):
        for target in (chosen.actors[id_] for id_ in event.recipients):
            yield {
                "date": _day(chosen, event), "source": party(source), "target": party(target), "code": _code(event),
                "score": score(event.plover, mode), "source_name": source.name, "target_name": target.name, "report": chosen.record.report.id,
                "key": event.key,
            }  # fmt: skip


def party(actor: Actor) -> str:
    """An actor as CAMEO writes it: country, then sectors; "---" where neither is known."""
    code = (actor.country or "") + "".join(_SECTORS.get(sector, sector) for sector in actor.sectors)
    return code or UNKNOWN


def _mode(event: Event) -> str | None:
    return reduce_mode(event.type, event.mode, when=event.when, polarity=event.polarity, conditional=event.condition is not None)


def _code(event: Event) -> str | None:
    row = back(event.plover, _mode(event), event.contexts)
    return None if row is None else row.code


def _day(chosen: Chosen, event: Event) -> str | None:
    return window(event.time)[0] or (chosen.published[:10] if chosen.published is not None else None)


DYADS = Table(
    "dyads",
    columns(
        "date text: the first day it may have been, else the day of publication",
        "source text: who did it: ISO 3166 and CAMEO sectors; --- if unknown",
        "target text: to whom, in the same way",
        "code text: CAMEO, two to four digits",
        "score number: PLOVER's score of type or mode, -10 to 10, in the place of Goldstein's",
        "source_name text: the actor's name",
        "target_name text: the recipient's name",
        "report text: the report's id",
        "key text: the event's identity across readings",
    ),
    dyads,
)  # fmt: skip
