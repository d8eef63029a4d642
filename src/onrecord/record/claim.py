"""The claim: what many records say of one thing (format `onrecord-claim/1`), and its JSON. It never carries a verdict."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from onrecord.record.items import Counts, PloverType
from onrecord.record.report import ChainFrom
from onrecord.record.spans import Span

CLAIM_FORMAT = "onrecord-claim/1"

ClaimKind = Literal["event", "statement"]
EntryStance = Literal["affirms", "denies", "doubts", "possible", "predicts", "declines", "retracts"]
Standing = Literal["reported", "corroborated", "contested", "denied", "retracted"]
Revision = Literal["first", "up", "down", "narrowed", "corrected", "contradicted"]
Verdict = Literal["same", "different", "unsure"]


class ItemRef(msgspec.Struct, frozen=True, order=True):
    """An event or statement of a report: the report's id and the item's key, its identity across readings."""

    report: str
    key: str


class Party(msgspec.Struct, frozen=True):
    """One who acts, receives or speaks, across reports: `identity` is the same wherever it is the same actor, `name` as the fullest report has it."""

    identity: str
    name: str
    country: str | None = None


class Parties(msgspec.Struct, frozen=True):
    """Who does it and to whom."""

    actors: list[Party]
    recipients: list[Party]


class Window(msgspec.Struct, frozen=True):
    """The days within which it happened or was said, ISO 8601, both ends included; null where nothing tells."""

    from_: str | None = msgspec.field(name="from")
    to: str | None


class Disagreement(msgspec.Struct, frozen=True):
    """A field on which the members do not agree, and each value with the items that have it; nothing is averaged."""

    field: str
    values: dict[str, list[ItemRef]]


class Quote(msgspec.Struct, frozen=True):
    """Words of one report: `span` points into that report's text."""

    report: str
    span: Span


class Voices(msgspec.Struct, frozen=True):
    """How many reports, outlets and independent origins speak of it, each counted apart."""

    reports: int
    outlets: int
    origins: int


class Step(msgspec.Struct, frozen=True):
    """One link of the way a word came: the report's own chain first, then what its text adds for this statement."""

    name: str
    link: Literal["publishes", "republishes", "cites", "quotes", "relays"]
    span: Span | None
    from_: ChainFrom = msgspec.field(name="from")


class Entry(msgspec.Struct, frozen=True):
    """One source's word in one report.

    `speakers` are empty for the report's own voice; `capacity` is the speaker's role as that report states it; `chain` is the way the word came,
    outermost first; `said` is EDTF; `origin` numbers the independent voices of the claim from 0: entries with one number are one voice.
    """

    report: str
    item: str
    speakers: list[Party]
    capacity: str | None
    stance: EntryStance
    chain: list[Step]
    said: str | None
    published: str | None
    words: list[Span]
    statement: str | None
    outlet: str | None
    origin: int


class Figure(msgspec.Struct, frozen=True):
    """One value that was given: bounds, what is counted, as of when (EDTF), on which entry's word (index), how it moved."""

    counts: Counts
    value: float | None
    low: float | None
    high: float | None
    approximate: bool
    unit: str | None
    of: str | None
    as_of: str | None
    entry: int
    words: Span
    revision: Revision


class Because(msgspec.Struct, frozen=True):
    """A reason in words, with its share of a score."""

    rule: str
    detail: str
    weight: float = 0.0


class Membership(msgspec.Struct, frozen=True):
    """Why an item is a member: the score (0 to 1) with which it is tied to the member it is nearest to, and the reasons."""

    to: ItemRef
    score: float
    reasons: list[Because]


class Judged(msgspec.Struct, frozen=True):
    """What a person decided of two items; it outranks the score."""

    who: str
    when: str
    verdict: Verdict
    items: list[ItemRef]


class Claim(msgspec.Struct, frozen=True):
    """One happening, or one thing said, with everybody's word on it."""

    format: str
    id: str
    kind: ClaimKind
    type: PloverType | None
    mode: str | None
    contexts: list[str]
    parties: Parties
    window: Window
    place: str | None
    disagreements: list[Disagreement]
    label: Quote
    counts: Voices
    entries: list[Entry]
    figures: list[Figure]
    standing: Standing
    because: Because
    first_affirmed: int | None
    first_denied: int | None
    last_changed: str | None
    members: list[ItemRef]
    links: list[Membership]
    judged: list[Judged]

    def to_json(self) -> bytes:
        """The claim as one line of JSON, UTF-8, no newline."""
        return _ENCODER.encode(self)

    @classmethod
    def from_json(cls, line: bytes | str) -> Claim:
        """The claim that `to_json` wrote. Raises msgspec.ValidationError where the line is none."""
        return _DECODER.decode(line)


def claim_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a claim."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": CLAIM_FORMAT, **msgspec.json.schema(Claim)}


_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Claim)
