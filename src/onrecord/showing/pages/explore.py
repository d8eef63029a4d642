"""The page that counts: matrix, series, map, network; its numbers as JSON and CSV."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, get_args
from urllib.parse import urlencode

import msgspec
from starlette.responses import Response

from onrecord.record.items import Certainty, PloverType
from onrecord.showing.desk import desk_of
from onrecord.showing.failing import Refused
from onrecord.showing.pages import exports
from onrecord.showing.pages.filters import actor_address, place_address
from onrecord.showing.pages.looking.exploring import Asked, Explored, explored

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.requests import Request

FIGURES = ("matrix", "series", "map", "network")


def explore(request: Request) -> Response:
    """The page at `/explore`; its filters are the address."""
    desk = desk_of(request)
    asked = Asked.of(request.query_params)
    found = explored(desk.store, asked)
    query = urlencode({name: value for name, value in asked._asdict().items() if value})
    csvs = {figure: exports.explored(figure, query) for figure in FIGURES}
    shown = {"asked_for": asked, "found": found, "matrix": _matrix(found), "query": query, "csv": csvs, "types": get_args(PloverType), "certainties": get_args(Certainty)}
    return desk.page(request, "explore.html", shown)


def numbers(request: Request) -> Response:
    """The numbers of all figures, for the page's scripts."""
    found = explored(desk_of(request).store, Asked.of(request.query_params))
    told = {
        "series": [{"day": d, "type": t, "count": n, "href": f"/search?{urlencode({'q': f'type:{t} when:{d}', 'kind': 'event'})}"} for d, t, n in found.series],
        "points": [{**p._asdict(), "href": place_address(p.name)} for p in found.points],
        "links": [{"source": a, "target": b, "count": n} for a, b, n in found.network],
        "names": {who: {"name": name, "href": actor_address(who)} for who, name in found.names.items()},
    }
    return Response(msgspec.json.encode(told), media_type="application/json")


def table(request: Request) -> Response:
    """The numbers of one figure as CSV."""
    figure = request.path_params["figure"]
    found = explored(desk_of(request).store, Asked.of(request.query_params))
    if figure == "series":
        return _csv(figure, ("day", "type", "events"), found.series)
    if figure == "map":
        return _csv(figure, ("place", "events", "latitude", "longitude", "centroid"), found.points)
    if figure == "network":
        return _csv(figure, ("speaker", "name", "about", "about_name", "events"), [(a, found.names[a], b, found.names[b], n) for a, b, n in found.network])
    if figure == "matrix":
        return _csv(figure, ("actor", "name", "recipient", "recipient_name", "type", "events"), [(a, found.names[a], b, found.names[b], t, n) for a, b, t, n in found.dyads])
    raise Refused(404, f"{figure}: no such figure; there are {', '.join(FIGURES)}")


def _matrix(found: Explored) -> dict[str, object]:
    """Who (rows) to whom (columns): counts and the types behind them; the busiest first."""
    cells: dict[tuple[str, str], dict[str, int]] = {}
    weight: dict[str, int] = {}
    for one, other, type_, count in found.dyads:
        cell = cells.setdefault((one, other), {})
        cell[type_] = cell.get(type_, 0) + count
        for who in (one, other):
            weight[who] = weight.get(who, 0) + count
    order = sorted(weight, key=lambda who: (-weight[who], who))
    rows = [who for who in order if any(one == who for one, _ in cells)]
    columns = [who for who in order if any(other == who for _, other in cells)]
    return {"rows": rows, "columns": columns, "cells": cells, "names": found.names}


def _csv(name: str, head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> Response:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(head)
    writer.writerows(["'" + c if isinstance(c, str) and c.startswith(("=", "+", "-", "@", "\t")) else c for c in row] for row in rows)
    return Response(out.getvalue(), media_type="text/csv; charset=utf-8", headers={"content-disposition": f'attachment; filename="{name}.csv"'})
