"""A record taken apart into the rows of a store, before anything is asked of the store itself."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from onrecord.corroborating.days import day, days
from onrecord.corroborating.identity import identities
from onrecord.corroborating.signature import anchors, signature
from onrecord.corroborating.versions import OPENING, Filing, notice, page
from onrecord.keeping.fulltext import whole
from onrecord.keeping.words import folded
from onrecord.record import Event, Record, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.keeping.protocol import Filed
    from onrecord.record import Place, Report

Text = TypeVar("Text", str, str | None)
LEVEL = 3
"""How hard records are compressed: what is left is 18 % of the JSON, in a third of a millisecond."""
ANCHORS = 32
"""How many anchors are kept of a report. Each is a page of the database that is written anew, so they cost more than all the rest; with 32, two reports of
which one is a copy share two of them in 98 of 100 cases, and fail to where a copy stands in the middle of other reports (`benchmarks/copies.py`)."""
_GAP = " … "


@dataclass(frozen=True, slots=True)
class Known:
    """An actor as other reports know it: the name this report has for it."""

    name: str
    kind: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Site:
    """A place as other reports know it."""

    name: str
    kind: str
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    geonames: int | None


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A statement or event: its columns of `items` by name, without `id` and `report`; its words folded; who plays which part (part, identity), and where."""

    columns: dict[str, Any]
    folded: str
    roles: list[tuple[str, str]]
    first: int
    site: str | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """Everything a store keeps of one report.

    `report` are its columns of `reports`, by name, as far as the report itself tells them; `data` the compressed bytes, null where they are not at
    hand; `reading` the record, signature and vectors; `known` actors by identity; `actors` (local id, identity, name).
    """

    id: str
    report: dict[str, Any]
    sha256: str
    data: bytes | None
    size: int
    reading: tuple[bytes, bytes, bytes | None]
    filing: Filing
    anchors: list[int]
    folded: str
    known: dict[str, Known]
    actors: list[tuple[str, str, str]]
    items: list[ItemRow]
    sites: dict[str, Site]


def rows(filed: Filed, *, added: str) -> Rows:
    """The rows of a report that is ready to be kept; `added` is when, ISO 8601. Items stand in the order of the text."""
    record = filed.record
    report = record.report
    signed = filed.signature or signature(report.text, report.blocks)
    who = {local: line[0] for local, line in identities(record).items()}
    known: dict[str, Known] = {}
    for actor in record.actors:
        known.setdefault(who[actor.id], Known(_clean(actor.name), actor.kind, actor.country))
    filing = filing_of(report, 0)
    said = notice(filing.title, filing.opening)
    columns: dict[str, Any] = {
        "id": report.id, "text_sha256": report.text_sha256, "bytes_sha256": report.origin.sha256, "location": _clean(report.origin.location),
        "page": _clean(filing.page), "media_type": report.origin.media_type, "title": _clean(filing.title), "outlet": _clean(filing.outlet),
        "agency": _clean(report.agency.value) if report.agency else None, "published": filing.published, "day": day(filing.published),
        "language": report.language, "added": added, "model": record.made_by.model.sha256 if record.made_by.model else None,
        "notice": said.kind if said else None,
    }  # fmt: skip
    return Rows(
        id=report.id, report=columns, sha256=report.origin.sha256, data=None if filed.data is None else zlib.compress(filed.data, LEVEL),
        size=len(filed.data or b""),
        reading=(packed(record), signed, msgspec.msgpack.encode(filed.vectors) if filed.vectors else None),
        filing=filing, anchors=anchors_of(signed), folded=folded(whole(_clean(filing.title), report.text)),
        known=known, actors=[(actor.id, who[actor.id], _clean(actor.name)) for actor in record.actors],
        items=sorted(_items(record, who), key=_place_in_text), sites={_site(place): _known(place) for place in record.places},
    )  # fmt: skip


def packed(record: Record) -> bytes:
    """A record as it is kept."""
    return zlib.compress(record.to_json(), LEVEL)


def unpacked(data: bytes) -> Record:
    """The record that `packed` made. Raises zlib.error or msgspec.DecodeError where it is none."""
    return Record.from_json(zlib.decompress(data))


def anchors_of(signed: bytes) -> list[int]:
    """The anchors that are kept of a signature: its lowest, which its copies share; none where it is one of another version of the detector."""
    try:
        return sorted(set(anchors(signed)))[:ANCHORS]
    except ValueError:
        return []


def outlet_of(report: Report) -> str | None:
    """Who published a report, else the agency that it is by."""
    named = report.publisher or report.agency
    return named.value if named is not None else None


def filing_of(report: Report, arrived: int) -> Filing:
    """A report as its versions are asked for."""
    return Filing(
        report.id, outlet_of(report), report.title.value if report.title else None, report.text[:OPENING],
        report.published.value if report.published else None, report.modified.value if report.modified else None, page(report.origin.location),
        arrived,
    )  # fmt: skip


def words_of(item: Statement | Event) -> str:
    """The words that a table shows of an item: the content of a statement (its cue where it has none), the clause of an event."""
    if isinstance(item, Event):
        return item.evidence.text
    spans = item.content or [span for span in (item.cue, item.source) if span is not None]
    return _GAP.join(span.text for span in spans)


def _items(record: Record, who: dict[str, str]) -> Iterable[ItemRow]:
    places = {place.id: place for place in record.places}
    speakers = {statement.id: statement.speakers for statement in record.statements}
    for item in items_of(record):
        place = places.get(item.place.ref) if item.place.ref is not None else None
        when = days(item.time.value) or (None, None)
        columns: dict[str, Any] = {
            "key": item.key, "local": item.id, "kind": "statement", "type": None, "mode": None, "act": None, "form": None, "certainty": None,
            "polarity": None, "first_day": when[0], "last_day": when[1], "place": _clean(place.name) if place else None, "country": place.country if place else None,
            "confidence": item.confidence, "echo": False, "same_as": None, "words": _clean(words_of(item)),
        }  # fmt: skip
        if isinstance(item, Statement):
            columns |= {"act": item.act, "form": item.form}
            parts = [("speaker", who[a]) for a in item.speakers]
            parts += [("addressee", who[a]) for a in [item.addressee] if a is not None]
        else:
            columns |= {
                "kind": "event", "type": item.type, "mode": item.mode, "certainty": item.certainty, "polarity": item.polarity, "echo": item.echo,
                "same_as": item.same_as,
            }  # fmt: skip
            parts = [("actor", who[a]) for a in item.actors] + [("recipient", who[a]) for a in item.recipients]
            parts += [("word", who[a]) for said in item.said_by for a in speakers.get(said, ())]
        yield ItemRow(columns, folded(str(columns["words"])), list(dict.fromkeys(parts)), span_of(item)[0], _site(place) if place else None)


def _site(place: Place) -> str:
    """What tells a place from others across reports."""
    return f"geonames:{place.geonames}" if place.geonames is not None else f"{_clean(place.name).casefold()}@{place.country or ''}"


def _known(place: Place) -> Site:
    return Site(_clean(place.name), place.kind, place.country, _clean(place.admin1), place.latitude, place.longitude, place.geonames)


def items_of(record: Record) -> list[Statement | Event]:
    """All statements and events of a record."""
    return [*record.statements, *record.events]


def span_of(item: Statement | Event) -> tuple[int, int]:
    """From where to where an item reaches in the text: its content and cue, or its clause."""
    if isinstance(item, Event):
        return min(item.evidence.start, item.trigger.start), max(item.evidence.end, item.trigger.end)
    spans = [*item.content, *(span for span in (item.cue, item.source) if span is not None)]
    return min((span.start for span in spans), default=0), max((span.end for span in spans), default=0)


def _place_in_text(item: ItemRow) -> tuple[int, str, str]:
    return item.first, item.columns["kind"], item.columns["key"]


def _clean(text: Text) -> Text:
    """`text` without the null character, which PostgreSQL does not keep."""
    return text.replace("\x00", "\ufffd") if text is not None and "\x00" in text else text

