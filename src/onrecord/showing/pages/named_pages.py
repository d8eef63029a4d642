"""The pages of what has a name: actors, places, outlets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.showing.desk import desk_of
from onrecord.showing.pages import exports
from onrecord.showing.pages.looking import actors, outlets, places

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

PAGE = 30


def actor(request: Request) -> Response:
    """The page at `/actors/{identity}`."""
    desk = desk_of(request)
    seen = actors.actor(desk.store, request.path_params["identity"])
    return desk.page(request, "actor.html", {"seen": seen, "exports": exports.of_name("speaker", seen.name)})


def place(request: Request) -> Response:
    """The page at `/places/{name}`."""
    desk = desk_of(request)
    told = places.place(desk.store, request.path_params["name"])
    return desk.page(request, "place.html", {"told": told, "exports": exports.of_name("place", told.name), **_found(request, "place", told.name)})


def outlet(request: Request) -> Response:
    """The page at `/outlets/{name}`."""
    desk = desk_of(request)
    audit = outlets.audit(desk.store, request.path_params["name"])
    return desk.page(request, "outlet.html", {"audit": audit, "exports": exports.of_name("outlet", audit.name), **_found(request, "outlet", audit.name, kind="report")})


def outlet_list(request: Request) -> Response:
    """The page at `/outlets`."""
    desk = desk_of(request)
    return desk.page(request, "outlets.html", {"rows": outlets.outlets(desk.store)})


def _found(request: Request, field: str, name: str, *, kind: str | None = None) -> dict[str, object]:
    """What search finds under a name."""
    rows = desk_of(request).store.find(f'{field}:"{name.replace(chr(34), " ")}"', kind=kind, limit=PAGE, after=request.query_params.get("after"))
    return {"rows": rows, "cursor": rows[-1].cursor if len(rows) == PAGE else None}
