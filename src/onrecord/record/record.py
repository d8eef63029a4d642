"""The record of one report (format `onrecord/1.2`) and its JSON."""

from __future__ import annotations

from typing import Any

import msgspec

from onrecord.record.items import Actor, Event, Place, Quantity, Reason, Statement, Time
from onrecord.record.report import Report

FORMAT = "onrecord/1.2"
CODEBOOK = "PLOVER 2.0"


class Model(msgspec.Struct, frozen=True):
    """The weights that read the report."""

    name: str
    sha256: str


class MadeBy(msgspec.Struct, frozen=True):
    """What made a record: with the same bytes it gives the same record."""

    onrecord: str
    model: Model | None
    codebook: str
    options: dict[str, Any]


class Record(msgspec.Struct, frozen=True):
    """What one report says and who says it; every span points into `report.text`."""

    format: str
    made_by: MadeBy
    report: Report
    actors: list[Actor]
    places: list[Place]
    times: list[Time]
    quantities: list[Quantity]
    statements: list[Statement]
    events: list[Event]
    reasons: dict[str, list[Reason]]

    def to_json(self, *, text: bool = True) -> bytes:
        """The record as one line of JSON, UTF-8, no newline; without any text of the report where `text` is false."""
        if text:
            return _ENCODER.encode(self)
        return _ENCODER.encode(_without_text(msgspec.to_builtins(self)))

    @classmethod
    def from_json(cls, line: bytes | str) -> Record:
        """The record that `to_json` wrote. Raises msgspec.ValidationError where the line is none."""
        return _DECODER.decode(line)


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a record: the truth about the format."""
    described = msgspec.json.schema(Record)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": FORMAT, **described}


def _without_text(value: Any) -> Any:  # noqa: ANN401
    """`value` with the text of every span and mention, and the report's own, left out; offsets stay."""
    if isinstance(value, dict):
        spanned = "start" in value and "end" in value
        whole = "text_sha256" in value
        return {k: _without_text(v) for k, v in value.items() if not (k == "text" and (spanned or whole))}
    if isinstance(value, list):
        return [_without_text(v) for v in value]
    return value


_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Record)
