"""The front page: what came in, and which claims moved; the list of reports; search and its completion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.errors import QueryError
from onrecord.showing.desk import desk_of
from onrecord.showing.gathering.moved import ledgers, moved
from onrecord.showing.pages.charts.strip import strip
from onrecord.showing.pages.looking.completing import completions

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from onrecord.keeping.protocol import ClaimRow, Hit
    from onrecord.keeping.store import SqlStore

MOVED = 14
PAGE = 40
_LOOKED, _SHOWN = 20, 5  # claims of what a search finds: how many are looked at, how many shown
KINDS = ("statement", "event", "report")


def front(request: Request) -> Response:
    """The page at `/`."""
    desk = desk_of(request)
    claims = moved(desk.store, limit=MOVED)
    strips = {claim.id: strip(claim) for claim in ledgers(desk.store, [row.id for row in claims])}
    shown = {"stats": desk.store.stats(), "moved": claims, "strips": strips, "came": desk.store.find(kind="report", limit=MOVED)}
    return desk.page(request, "front.html", shown)


def reports(request: Request) -> Response:
    """The page at `/reports`."""
    desk, after = desk_of(request), request.query_params.get("after")
    rows = desk.store.find(kind="report", limit=PAGE, after=after)
    return desk.page(request, "reports.html", {"rows": rows, "cursor": rows[-1].cursor if len(rows) == PAGE else None})


def search(request: Request) -> Response:
    """The page at `/search`."""
    desk = desk_of(request)
    query, kind, after = request.query_params.get("q", "").strip(), request.query_params.get("kind", ""), request.query_params.get("after")
    shown: dict[str, Any] = {"asked": query, "kind": kind if kind in KINDS else "", "rows": [], "claims": [], "wrong": None, "cursor": None}
    try:
        rows = desk.store.find(query, kind=kind if kind in KINDS else None, limit=PAGE, after=after)
        shown |= {"rows": rows, "cursor": rows[-1].cursor if len(rows) == PAGE else None}
        if not after and not kind:
            shown["claims"] = _claims(desk.store, rows)
    except QueryError as error:
        shown["wrong"] = str(error)
    return desk.page(request, "search.html", shown, status=400 if shown["wrong"] else 200)


def _claims(store: SqlStore, rows: list[Hit]) -> list[ClaimRow]:
    """The claims that the first of the found items are in, those of most reports first."""
    ids = list(dict.fromkeys(hit.claim for hit in rows if hit.claim is not None))[:_LOOKED]
    found = store.claims(" OR ".join(f"claim:{claim}" for claim in ids), limit=_LOOKED) if ids else []
    return sorted(found, key=lambda row: (-row.reports, -row.origins))[:_SHOWN]


def complete(request: Request) -> Response:
    """Names that begin as what was typed, as options of the search's list."""
    desk = desk_of(request)
    typed = request.query_params.get("q", "")
    return desk.page(request, "parts/completions.html", {"names": completions(desk.store, typed)})
