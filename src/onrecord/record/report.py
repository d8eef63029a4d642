"""What was given: a report as it was read, before anything is concluded from it (`record.md`, `report`)."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.record.spans import Span

BlockKind = Literal["title", "heading", "byline", "dateline", "published", "caption", "body", "credit", "furniture"]
ValueFrom = Literal["text", "metadata", "option"]
ChainFrom = Literal["byline", "credit", "dateline", "metadata", "text"]


class Block(msgspec.Struct, frozen=True):
    """A stretch of the text and what it is. Blocks stand in order and cover every non-space character; one may be part of a line."""

    kind: BlockKind
    start: int
    end: int


class Stated(msgspec.Struct, frozen=True):
    """A value, where it stands in the text (null where it does not) and where it was had from."""

    value: str
    span: Span | None
    from_: ValueFrom = msgspec.field(name="from")


class Dateline(msgspec.Struct, frozen=True):
    """Place and date under which the report was filed; `place` is the id of a place of the record, `date` EDTF."""

    place: str | None
    date: str | None
    span: Span


class Carrier(msgspec.Struct, frozen=True):
    """One link of the report's chain: who publishes, republishes or is cited, outermost first."""

    name: str
    link: Literal["publishes", "republishes", "cites"]
    span: Span | None
    from_: ChainFrom = msgspec.field(name="from")


class Origin(msgspec.Struct, frozen=True):
    """The bytes: `location` a path or URL, `sha256` of the bytes as they came, `retrieved` ISO 8601 or null."""

    location: str | None
    media_type: str
    sha256: str
    retrieved: str | None


class Report(msgspec.Struct, frozen=True):
    """One report as given: frozen text, its blocks, and what page and text say of themselves."""

    id: str
    text_sha256: str
    text: str
    blocks: list[Block]
    title: Stated | None
    publisher: Stated | None
    agency: Stated | None
    byline: list[Stated]
    dateline: Dateline | None
    published: Stated | None
    modified: Stated | None
    chain: list[Carrier]
    language: str
    origin: Origin
