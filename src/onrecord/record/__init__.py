"""The nouns: what a report says (Report), what was read in it (Record), what many say of one thing (Claim)."""

from onrecord.record.claim import (
    CLAIM_FORMAT,
    Because,
    Claim,
    Disagreement,
    Entry,
    Figure,
    ItemRef,
    Judged,
    Membership,
    Parties,
    Party,
    Quote,
    Step,
    Voices,
    Window,
    claim_schema,
)
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
    "CLAIM_FORMAT", "CODEBOOK", "FORMAT", "Actor", "Because", "Block", "Carrier", "Claim", "Dated", "Dateline", "Disagreement", "Entry", "Event",
    "Figure", "ItemRef", "Judged", "Link", "Located", "MadeBy", "Match", "Membership", "Mention", "Model", "Occasion", "Origin", "Parties", "Party",
    "Place", "Quantity", "Quote", "Reason", "Record", "Report", "Role", "Span", "Stance", "Stated", "Statement", "Step", "Time", "Voices", "Window",
    "claim_schema", "schema",
]  # fmt: skip
