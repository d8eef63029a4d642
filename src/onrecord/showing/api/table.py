"""All operations of the API, one a line."""

from __future__ import annotations

from typing import Any

from onrecord.keeping.protocol import ClaimRow, Hit, Stats
from onrecord.record import Claim, Record
from onrecord.showing.accounts.audit import Noted
from onrecord.showing.api import about, claims, items, judgements, reading
from onrecord.showing.api.claims import Ledger
from onrecord.showing.api.operations import Operation
from onrecord.showing.api.pages import Listing, Page
from onrecord.showing.gathering.judgements import Judgement

PREFIX = "/api/v1"
_TEXT = ("text/plain",)
_MISSING = {404: "There is no such thing."}

OPERATIONS: tuple[Operation, ...] = (
    Operation("GET", "/health", "health", "Whether the desk is well", about.health, gives=about.Health, open=True),
    Operation("GET", "/stats", "stats", "What the store holds", about.stats, gives=Stats),
    Operation("GET", "/records", "records", "Reports, newest first", items.listed("report"), query=Listing, gives=Page[Hit]),
    Operation("GET", "/records/{id}", "record", "The record of a report", items.record, gives=Record, says=_MISSING),
    Operation("GET", "/records/{id}/original", "original", "The bytes of a report as they came", items.bytes_of, media=_TEXT, says=_MISSING),
    Operation("GET", "/statements", "statements", "Statements, newest first", items.listed("statement"), query=Listing, gives=Page[Hit]),
    Operation("GET", "/events", "events", "Events, newest first", items.listed("event"), query=Listing, gives=Page[Hit]),
    Operation("GET", "/search", "search", "Whatever a query finds, newest first", items.search, query=items.Search, gives=Page[Hit]),
    Operation("GET", "/claims", "claims", "Claims, last changed first", claims.claims, query=Listing, gives=Page[ClaimRow]),
    Operation("GET", "/claims/{id}", "claim", "A claim with everybody's word on it", claims.claim, gives=Claim, says=_MISSING),
    Operation("GET", "/claims/{id}/ledger", "ledger", "The entries and figures of a claim", claims.ledger, gives=Ledger, says=_MISSING),
    Operation("GET", "/judgements", "judgements", "What people said of items", judgements.listed, query=judgements.Judged, gives=Page[Judgement], says=_MISSING),
    Operation(
        "POST", "/read", "read", "Read a text", reading.read, query=reading.Told, gives=Record, takes=reading.TAKES,
        says={201: "It was read and kept.", 202: "It is on its way."},
    ),
    Operation("GET", "/read/{reading}", "reading", "A text on its way", reading.reading, gives=reading.Reading, says=_MISSING),
    Operation(
        "POST", "/judgements", "judge", "Say something of an item or two", judgements.judge, gives=Judgement, takes={"application/json": judgements.Verdict},
        says=_MISSING, status=201,
    ),
    Operation("GET", "/judgements/{number}", "judgement", "One judgement", judgements.one, gives=Judgement, says=_MISSING),
    Operation("DELETE", "/judgements/{number}", "undo", "Take a judgement back", judgements.undo, status=204, media=(), says=_MISSING),
    Operation("GET", "/audit", "audit", "Who did what at the desk (admins)", about.audit, query=about.Log, gives=Page[Noted]),
)  # fmt: skip


def types() -> list[Any]:
    """The types that operations give and take."""
    given = [operation.gives for operation in OPERATIONS if operation.gives is not None]
    taken = [kind for operation in OPERATIONS for kind in operation.takes.values() if kind is not None]
    return list(dict.fromkeys([*given, *taken]))
