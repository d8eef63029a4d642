"""The page of a claim: its ledger, drawn and as a table; and the list of claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.errors import QueryError
from onrecord.showing.desk import desk_of
from onrecord.showing.pages.charts import lanes as laying
from onrecord.showing.pages.charts import ranges as ranging
from onrecord.showing.pages.charts.lanes import lanes, voice
from onrecord.showing.pages.charts.ranges import ranges
from onrecord.showing.pages.charts.voices import voices
from onrecord.showing.pages.looking.queue import of_items
from onrecord.showing.pages.looking.together import together

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

PAGE = 40


def claim(request: Request) -> Response:
    """The page at `/claims/{claim}`."""
    desk = desk_of(request)
    found = desk.store.claim(request.path_params["claim"])
    charts = list(zip(ranges(found), ranges(found, ranging.NARROW), strict=True))
    shown = {
        "claim": found, "lanes": [lanes(found), lanes(found, laying.NARROW)], "ranges": [pair for pair in charts if len(pair[0].rows) > 1],
        "single": [chart.rows[0] for chart, _ in charts if len(chart.rows) == 1], "voices": voices(found), "voice": voice,
        "together": together(desk.store, found.id), "judged": of_items(desk.store, [(entry.report, entry.item) for entry in found.entries]),
    }  # fmt: skip
    return desk.page(request, "claim.html", shown)


def claims(request: Request) -> Response:
    """The page at `/claims`."""
    desk = desk_of(request)
    query, after = request.query_params.get("q", ""), request.query_params.get("after")
    try:
        rows = desk.store.claims(query, limit=PAGE, after=after)
    except QueryError as error:
        return desk.page(request, "claims.html", {"rows": [], "query": query, "wrong": str(error), "cursor": None}, status=400)
    shown = {"rows": rows, "query": query, "wrong": None, "cursor": rows[-1].cursor if len(rows) == PAGE else None}
    return desk.page(request, "claims.html", shown)
