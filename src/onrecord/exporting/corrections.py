"""People's judgements as training data: what was read, what a person said of it, and the characters that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.errors import UnknownError
from onrecord.exporting.chosen import flat, quoted
from onrecord.exporting.columns import Table, columns
from onrecord.record import Event, Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from onrecord.record import Statement


class Judged(msgspec.Struct, frozen=True):
    """A judgement with the records of its items as they are now: of one item, or of two; `record` is null where the report is no longer there."""

    number: int
    who: str
    at: str
    verdict: str
    report: str
    key: str
    record: Record | None
    other_report: str | None = None
    other_key: str | None = None
    other: Record | None = None
    field: str | None = None
    value: str | None = None
    orphaned: bool = False


def judged(kept: Iterable[Any], read: Callable[[str], Record]) -> Iterator[Judged]:
    """Judgements as a store keeps them with the records that they are on; `read` gives the record of a report, and raises UnknownError."""

    def record(report: str | None) -> Record | None:
        try:
            return read(report) if report is not None else None
        except UnknownError:
            return None

    for j in kept:
        yield Judged(
            j.number, j.who, j.at, j.verdict, j.report, j.key, record(j.report), j.other_report, j.other_key, record(j.other_report), j.field,
            j.value, j.orphaned,
        )  # fmt: skip


def _rows(judged: Judged) -> Iterator[dict[str, Any]]:
    item, other = _item(judged.record, judged.key), _item(judged.other, judged.other_key)
    yield {
        "judgement": judged.number, "at": judged.at, "who": judged.who, "verdict": judged.verdict, "field": judged.field, "value": judged.value,
        "read": _read(judged.record, item, judged.field), "orphaned": judged.orphaned, **_told("", judged.record, judged.report, judged.key, item),
        **_told("other_", judged.other, judged.other_report, judged.other_key, other),
        "model": judged.record.made_by.model.sha256 if judged.record is not None and judged.record.made_by.model is not None else None,
    }  # fmt: skip


def _told(prefix: str, record: Record | None, report: str | None, key: str | None, item: Statement | Event | None) -> dict[str, Any]:
    """An item in columns that begin with `prefix`."""
    spans = _spans(item)
    told = {
        "report": report, "key": key, "text_sha256": record.report.text_sha256 if record is not None else None,
        "kind": None if item is None else "event" if isinstance(item, Event) else "statement", "local": item.id if item is not None else None,
        "start": min((span.start for span in spans), default=None), "end": max((span.end for span in spans), default=None),
        "words": quoted(spans) or None,
    }  # fmt: skip
    return {f"{prefix}{name}": value for name, value in told.items()}


def _spans(item: Statement | Event | None) -> list[Any]:
    if item is None:
        return []
    return [item.evidence] if isinstance(item, Event) else item.content


def _item(record: Record | None, key: str | None) -> Statement | Event | None:
    if record is None or key is None:
        return None
    items: list[Statement | Event] = [*record.statements, *record.events]
    return next((item for item in items if item.key == key), None)


def _read(record: Record | None, item: Statement | Event | None, field: str | None) -> str | None:
    """What the reading has in the field that a person corrected."""
    if record is None or item is None:
        return None
    if field == "span":
        return ", ".join(f"{span.start}-{span.end}" for span in _spans(item))
    if field == "speaker" and not isinstance(item, Event):
        names = {actor.id: actor.name for actor in record.actors}
        return ", ".join(flat(names[id_]) for id_ in item.speakers)
    if field == "type":
        return item.type if isinstance(item, Event) else item.act
    if field == "certainty" and isinstance(item, Event):
        return item.certainty
    return None


def _of_item(prefix: str, which: str) -> tuple[str, ...]:
    return (
        f"{prefix}report text: id of the report of {which} item", f"{prefix}key text: the item's identity across readings",
        f"{prefix}text_sha256 text: SHA-256 of that report's text", f"{prefix}kind text: statement or event",
        f"{prefix}local text: its id in the record", f"{prefix}start whole: first character of the words it is about",
        f"{prefix}end whole: one past the last", f"{prefix}words text*: these words",
    )  # fmt: skip


CORRECTIONS = Table(
    "corrections",
    columns(
        "judgement whole: its number",
        "at text: when it was given, ISO 8601, UTC",
        "who text: who gave it",
        "verdict text: same, different or unsure of two items; accept, reject or correct of one",
        "field text: what is corrected: span, speaker, type, certainty",
        "value text: what is right, JSON",
        "read text: what was read",
        "orphaned flag: a later reading has no such item",
        *_of_item("", "the"),
        *_of_item("other_", "the other"),
        "model text: SHA-256 of the weights that read it",
    ),
    _rows,
)  # fmt: skip
