"""A record taken apart into the rows of a store, before anything is asked of the store itself."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import msgspec

from onrecord.corroborating.days import day, days
from onrecord.corroborating.identity import identities
from onrecord.corroborating.signature import anchors, signature
from onrecord.corroborating.versions import OPENING, Filing, notice, page
from onrecord.keeping.fulltext import whole
from onrecord.keeping.words import folded
from onrecord.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.keeping.protocol import Filed
    from onrecord.record import Event, Place, Report, Span, Statement

Text = TypeVar("Text", str, str | None)
LEVEL = 4
"""How hard records are compressed: what is left is 16 % of the JSON, in half a millisecond."""
_GAP = " … "


@dataclass(frozen=True, slots=True)
class Known:
    """An actor as other reports know it: the name this report has for it."""

    name: str
    kind: str
    country: str | None


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A statement or event: the columns of `items` after `report`, its words folded, and who plays which part (part, identity)."""

    columns: tuple[object, ...]
    folded: str
    roles: list[tuple[str, str]]

    @property
    def key(self) -> str:
        """The item's key."""
        return str(self.columns[0])

    @property
    def kind(self) -> str:
        """`statement` or `event`."""
        return str(self.columns[2])


@dataclass(frozen=True, slots=True)
class Rows:
    """Everything a store keeps of one report.

    `report` are the columns from `id` to `notice`; `data` the compressed bytes, null where they are not at hand; `reading` the record, signature and
    vectors; `folded` what of it is searched; `known` actors by identity; `actors` (local id, identity, name).
    """

    id: str
    report: tuple[object, ...]
    text_sha256: str
    sha256: str
    data: bytes | None
    size: int
    reading: tuple[bytes, bytes, bytes | None]
    filing: Filing
    day: int | None
    notice: str | None
    anchors: list[int]
    folded: str
    known: dict[str, Known]
    actors: list[tuple[str, str, str]]
    items: list[ItemRow]

    def count(self, kind: str) -> int:
        """How many statements or events there are."""
        return sum(item.kind == kind for item in self.items)


def rows(filed: Filed, *, added: str) -> Rows:
    """The rows of a report that is ready to be kept; `added` is when, ISO 8601."""
    record = filed.record
    report = record.report
    signed = filed.signature or signature(report.text, report.blocks)
    who = {local: line[0] for local, line in identities(record).items()}
    known: dict[str, Known] = {}
    for actor in record.actors:
        known.setdefault(who[actor.id], Known(_clean(actor.name), actor.kind, actor.country))
    filing = filing_of(report, 0)
    said = notice(filing.title, filing.opening)
    columns = (
        report.id, report.text_sha256, report.origin.sha256, _clean(report.origin.location), _clean(filing.page), report.origin.media_type,
        _clean(filing.title), _clean(filing.outlet), _clean(report.agency.value) if report.agency else None, filing.published, day(filing.published),
        report.language, added, record.made_by.model.sha256 if record.made_by.model else None, said.kind if said else None,
    )  # fmt: skip
    return Rows(
        id=report.id, report=columns, text_sha256=report.text_sha256, sha256=report.origin.sha256, data=None if filed.data is None else zlib.compress(filed.data, LEVEL),
        size=len(filed.data or b""),
        reading=(packed(record), signed, msgspec.msgpack.encode(filed.vectors) if filed.vectors else None),
        filing=filing, day=day(filing.published), notice=said.kind if said else None, anchors=anchors_of(signed), folded=whole(filing.title, report.text),
        known=known, actors=[(actor.id, who[actor.id], _clean(actor.name)) for actor in record.actors],
        items=list(_items(record, who)),
    )  # fmt: skip


def packed(record: Record) -> bytes:
    """A record as it is kept."""
    return zlib.compress(record.to_json(), LEVEL)


def unpacked(data: bytes) -> Record:
    """The record that `packed` made. Raises zlib.error or msgspec.DecodeError where it is none."""
    return Record.from_json(zlib.decompress(data))


def anchors_of(signed: bytes) -> list[int]:
    """The anchors of a signature; none where it is one of another version of the detector."""
    try:
        return sorted(set(anchors(signed)))
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
        report.published.value if report.published else None, report.modified.value if report.modified else None, page(report.origin.location), arrived,
    )  # fmt: skip


def words_of(item: Statement | Event) -> str:
    """The words that a table shows of an item: the content of a statement (its cue where it has none), the clause of an event."""
    if hasattr(item, "evidence"):
        return str(item.evidence.text)
    spans: Iterable[Span] = item.content or [span for span in (item.cue, item.source) if span is not None]
    return _GAP.join(span.text for span in spans)


def _items(record: Record, who: dict[str, str]) -> Iterable[ItemRow]:
    places = {place.id: place for place in record.places}
    speakers = {statement.id: statement.speakers for statement in record.statements}
    for s in record.statements:
        parts = [("speaker", who[a]) for a in s.speakers]
        if s.addressee is not None:
            parts.append(("addressee", who[s.addressee]))
        words = _clean(words_of(s))
        when = days(s.time.value) or (None, None)
        columns = (
            s.key, s.id, "statement", None, None, s.act, s.form, None, None, *when, *_where(places, s.place.ref), s.confidence, False, None, words,
        )  # fmt: skip
        yield ItemRow(columns, folded(words), list(dict.fromkeys(parts)))
    for e in record.events:
        parts = [("actor", who[a]) for a in e.actors] + [("recipient", who[a]) for a in e.recipients]
        parts += [("word", who[a]) for said in e.said_by for a in speakers.get(said, ())]
        words = _clean(words_of(e))
        when = days(e.time.value) or (None, None)
        columns = (
            e.key, e.id, "event", e.type, e.mode, None, None, e.certainty, e.polarity, *when, *_where(places, e.place.ref), e.confidence, e.echo,
            e.same_as, words,
        )  # fmt: skip
        yield ItemRow(columns, folded(words), list(dict.fromkeys(parts)))


def _where(places: dict[str, Place], ref: str | None) -> tuple[str | None, str | None]:
    place = places.get(ref) if ref is not None else None
    return (place.name, place.country) if place is not None else (None, None)


def _clean(text: Text) -> Text:
    """`text` without the null character, which PostgreSQL does not keep."""
    return text.replace("\x00", "\ufffd") if text is not None and "\x00" in text else text

