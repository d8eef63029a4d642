"""All operations of the API, one a line."""

from __future__ import annotations

from typing import Any

from onrecord.keeping.protocol import ClaimRow, Hit, Stats
from onrecord.record import Claim, Record
from onrecord.showing.accounts.audit import Noted
from onrecord.showing.api import about, across, claims, explore, exports, items, judgements, reading
from onrecord.showing.api.claims import Ledger
from onrecord.showing.api.operations import Operation
from onrecord.showing.api.pages import Listing, Page
from onrecord.showing.gathering.actors import ActorPage, ActorRow
from onrecord.showing.gathering.dyads import Matrix
from onrecord.showing.gathering.judgements import Judgement
from onrecord.showing.gathering.outlets import OutletPage, OutletRow
from onrecord.showing.gathering.places import Map, PlaceRow
from onrecord.showing.gathering.series import Series
from onrecord.showing.gathering.speaking import Network

PREFIX = "/api/v1"
_TEXT = ("text/plain",)
_CSV = ("text/csv",)
_BOTH = ("application/json", "text/csv")
_MISSING = {404: "There is no such thing."}

OPERATIONS: tuple[Operation, ...] = (
    Operation("GET", "/health", "health", "Whether the desk is well", about.health, gives=about.Health, open=True),
    Operation("GET", "/stats", "stats", "What the store holds", about.stats, gives=Stats),
    Operation("GET", "/records", "records", "Reports, newest first", items.listed("report"), query=Listing, gives=Page[Hit]),
    Operation("GET", "/records/{id}", "record", "The record of a report", items.record, gives=Record, says=_MISSING),
    Operation("GET", "/records/{id}/original", "original", "The bytes of a report as they came", items.bytes_of, media=_TEXT, says=_MISSING),
    Operation("GET", "/records/{id}/tables/{table}", "table", "A table of a report as CSV", exports.table, media=_CSV, says=_MISSING),
    Operation(
        "GET", "/records/{id}/annotations", "annotations", "A report as Web Annotations", exports.annotated, media=("application/ld+json",),
        says=_MISSING,
    ),
    Operation(
        "GET", "/records/{id}/citation", "citation", "A report as BibTeX or CSL-JSON", exports.cited, query=exports.Cited,
        media=("application/x-bibtex", "application/vnd.citationstyles.csl+json"), says=_MISSING,
    ),
    Operation("GET", "/statements", "statements", "Statements, newest first", items.listed("statement"), query=Listing, gives=Page[Hit]),
    Operation("GET", "/events", "events", "Events, newest first", items.listed("event"), query=Listing, gives=Page[Hit]),
    Operation("GET", "/search", "search", "Whatever a query finds, newest first", items.search, query=items.Search, gives=Page[Hit]),
    Operation("GET", "/actors", "actors", "Actors, those with most items first", across.actors, query=across.Named, gives=Page[ActorRow]),
    Operation("GET", "/actors/{identity}", "actor", "An actor across reports", across.actor, gives=ActorPage, says=_MISSING),
    Operation(
        "GET", "/actors/{identity}/items", "actor-items", "What an actor plays a part in", across.actor_items, query=across.Part, gives=Page[Hit],
        says=_MISSING,
    ),
    Operation("GET", "/places", "places", "Places, those with most items first", across.places, query=across.Named, gives=Page[PlaceRow]),
    Operation("GET", "/places/{site}", "place", "A place across reports", across.place, gives=PlaceRow, says=_MISSING),
    Operation(
        "GET", "/places/{site}/items", "place-items", "What was said and happened at a place", across.place_items, query=across.Most, gives=Page[Hit],
        says=_MISSING,
    ),
    Operation("GET", "/outlets", "outlets", "Outlets, those with most reports first", across.outlets, query=across.Most, gives=Page[OutletRow]),
    Operation("GET", "/outlets/{outlet}", "outlet", "An outlet and its sources", across.outlet, gives=OutletPage, says=_MISSING),
    Operation("GET", "/explore/dyads", "dyads", "Who does what to whom", explore.matrix, query=explore.Figure, gives=Matrix, media=_BOTH),
    Operation("GET", "/explore/series", "series", "How many there were on each day", explore.days_of, query=explore.Days, gives=Series, media=_BOTH),
    Operation("GET", "/explore/network", "network", "Who speaks about whom", explore.network, query=explore.Ties, gives=Network, media=_BOTH),
    Operation("GET", "/explore/map", "map", "Where events took place", explore.map_of, query=explore.Figure, gives=Map, media=_BOTH),
    Operation("GET", "/claims", "claims", "Claims, last changed first", claims.claims, query=Listing, gives=Page[ClaimRow]),
    Operation("GET", "/claims/{id}", "claim", "A claim with everybody's word on it", claims.claim, gives=Claim, says=_MISSING),
    Operation("GET", "/claims/{id}/ledger", "ledger", "The entries and figures of a claim", claims.ledger, gives=Ledger, says=_MISSING),
    Operation(
        "GET", "/claims/{id}/annotations", "claim-annotations", "A claim's ledger as Web Annotations", exports.claim_annotated,
        media=("application/ld+json",), says=_MISSING,
    ),
    Operation(
        "GET", "/claims/{id}/citation", "claim-citation", "The reports of a claim as BibTeX or CSL-JSON", exports.claim_cited, query=exports.Cited,
        media=("application/x-bibtex", "application/vnd.citationstyles.csl+json"), says=_MISSING,
    ),
    Operation(
        "GET", "/judgements", "judgements", "What people said of items", judgements.listed, query=judgements.Judged, gives=Page[Judgement],
        says=_MISSING,
    ),
    Operation(
        "POST", "/read", "read", "Read a text", reading.read, query=reading.Told, gives=Record, takes=reading.TAKES,
        says={201: "It was read and kept.", 202: "It is on its way."},
    ),
    Operation("GET", "/read/{reading}", "reading", "A text on its way", reading.reading, gives=reading.Reading, says=_MISSING),
    Operation(
        "POST", "/judgements", "judge", "Say something of an item or two", judgements.judge, gives=Judgement,
        takes={"application/json": judgements.Verdict},
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
