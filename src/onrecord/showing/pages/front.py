"""The front page: what the store holds and what moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.showing.desk import desk_of

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


def front(request: Request) -> Response:
    """The page at `/`."""
    desk = desk_of(request)
    return desk.page(request, "front.html", {"stats": desk.store.stats()})
