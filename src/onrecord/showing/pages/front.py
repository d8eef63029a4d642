"""The front page: what came in, and which claims moved; the list of reports; search and its completion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.errors import QueryError
from onrecord.showing.desk import desk_of
from onrecord.showing.gathering.moved import moved
from onrecord.showing.pages.looking.completing import completions

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

MOVED = 14
PAGE = 40
KINDS = ("statement", "event", "report")


def front(request: Request) -> Response:
    """The page at `/`."""
    desk = desk_of(request)
    shown = {"stats": desk.store.stats(), "moved": moved(desk.store, limit=MOVED), "came": desk.store.find(kind="report", limit=MOVED)}
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
            shown["claims"] = desk.store.claims(query, limit=5)
    except QueryError as error:
        shown["wrong"] = str(error)
    return desk.page(request, "search.html", shown, status=400 if shown["wrong"] else 200)


def complete(request: Request) -> Response:
    """Names that begin as what was typed, as options of the search's list."""
    desk = desk_of(request)
    typed = request.query_params.get("q", "")
    return desk.page(request, "parts/completions.html", {"names": completions(desk.store, typed)})
