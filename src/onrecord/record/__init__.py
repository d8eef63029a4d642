"""The nouns: what a report says (Report), what was read in it (Record)."""

from onrecord.record.items import (
    Actor,
    Dated,
    Event,
    Link,
    Located,
    Match,
    Mention,
    Occasion,
    Place,
    Quantity,
    Reason,
    Role,
    Stance,
    Statement,
    Time,
)
from onrecord.record.record import CODEBOOK, FORMAT, MadeBy, Model, Record, schema
from onrecord.record.report import Block, Carrier, Dateline, Origin, Report, Stated
from onrecord.record.spans import Span

__all__ = [
    "CODEBOOK", "FORMAT", "Actor", "Block", "Carrier", "Dated", "Dateline", "Event", "Link", "Located", "MadeBy", "Match", "Mention", "Model",
    "Occasion", "Origin", "Place", "Quantity", "Reason", "Record", "Report", "Role", "Span", "Stance", "Stated", "Statement", "Time", "schema",
]  # fmt: skip
