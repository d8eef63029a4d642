"""The pages of what has a name: actors, places, outlets."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from onrecord.errors import UnknownError
from onrecord.showing.desk import desk_of
from onrecord.showing.gathering import actors, outlets, places
from onrecord.showing.pages import exports
from onrecord.showing.pages.filters import actor_address
from onrecord.showing.pages.looking.actors import months, names, roles
from onrecord.showing.pages.looking.audits import manner
from onrecord.showing.pages.looking.rows import Count

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from onrecord.keeping.protocol import Hit

PAGE = 30
_SAME = 20  # places of one name that are looked at


def actor(request: Request) -> Response:
    """The page at `/actors/{identity}`."""
    desk, identity = desk_of(request), request.path_params["identity"]
    seen = actors.actor(desk.store, identity)
    rows = actors.items_of(desk.store, identity, limit=PAGE, before=_before(request))
    about = [Count(one.about.name, one.items, actor_address(one.about.identity)) for one in seen.speaks_about]
    by = [Count(one.speaker.name, one.items, actor_address(one.speaker.identity)) for one in seen.spoken_of_by]
    shown = {
        "seen": seen, "names": names(desk.store, identity), "roles": roles(desk.store, identity), "months": months(desk.store, identity),
        "about": about, "by": by, "rows": rows, "cursor": _cursor(rows),
        "exports": exports.of_name(f"actors/{quote(identity, safe='')}", "speaker", seen.actor.name),
    }  # fmt: skip
    return desk.page(request, "actor.html", shown)


def place(request: Request) -> Response:
    """The page at `/places/{name}`; of several places of one name, the one that most is told of."""
    desk, name = desk_of(request), request.path_params["name"]
    same = [row for row in places.places(desk.store, name, limit=_SAME) if name in (row.name, row.site)]
    site = request.query_params.get("site") or (same[0].site if same else None)
    if site is None:
        message = f"{name}: nothing in the store is told of a place of this name"
        raise UnknownError(message)
    told = places.place(desk.store, site)
    rows = places.items_at(desk.store, site, limit=PAGE, before=_before(request))
    types = [Count(code, count, f"/search?q=type:{code}+place:%22{name}%22") for code, count in told.types.items() if code.isupper()]
    shown = {
        "told": told, "types": types, "others": [row for row in same if row.site != site], "rows": rows, "cursor": _cursor(rows),
        "exports": exports.of_name(f"places/{quote(site, safe='')}", "place", told.name),
    }  # fmt: skip
    return desk.page(request, "place.html", shown)


def outlet(request: Request) -> Response:
    """The page at `/outlets/{name}`."""
    desk, name = desk_of(request), request.path_params["name"]
    audit = outlets.outlet(desk.store, name)
    quoted = [Count(one.who.name, one.statements, actor_address(one.who.identity)) for one in audit.quoted[:20]]
    rows = desk.store.find(f'outlet:"{name.replace(chr(34), " ")}"', kind="report", limit=PAGE, after=request.query_params.get("after"))
    shown = {
        "audit": audit, "quoted": quoted, "manner": manner(desk.store, name), "agencies": [Count(*pair) for pair in audit.agencies.items()],
        "rows": rows, "cursor": _cursor(rows), "exports": exports.of_name(f"outlets/{quote(name, safe='')}", "outlet", name),
    }  # fmt: skip
    return desk.page(request, "outlet.html", shown)


def outlet_list(request: Request) -> Response:
    """The page at `/outlets`."""
    after = request.query_params.get("after", "0")
    at = int(after) if after.isascii() and after.isdecimal() else 0
    rows = outlets.outlets(desk_of(request).store, limit=PAGE, after=at)
    return desk_of(request).page(request, "outlets.html", {"rows": rows, "cursor": str(at + PAGE) if len(rows) == PAGE else None})


def _before(request: Request) -> int | None:
    after = request.query_params.get("after", "")
    return int(after) if after.isascii() and after.isdecimal() else None


def _cursor(rows: list[Hit]) -> str | None:
    return rows[-1].cursor if len(rows) == PAGE else None
