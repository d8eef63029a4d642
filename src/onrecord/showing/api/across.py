"""What stands across reports: actors, places, outlets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import msgspec

from onrecord.showing.api.answers import Answer, json
from onrecord.showing.api.pages import After, Limit, page, position
from onrecord.showing.failing import Refused
from onrecord.showing.gathering import actors as acting
from onrecord.showing.gathering import outlets as publishing
from onrecord.showing.gathering import places as placing

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from onrecord.showing.api.operations import Call

_FARTHEST = 100_000


class Named(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Parameters of a list of names."""

    q: Annotated[str, msgspec.Meta(max_length=200, description="The beginning of a name.")] = ""
    limit: Limit = 50
    after: After | None = None


class Most(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Parameters of a list without a question."""

    limit: Limit = 50
    after: After | None = None


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Parameters of what an actor plays a part in."""

    part: Literal["speaker", "actor", "recipient", "word", "addressee"] | None = None
    limit: Limit = 50
    after: After | None = None


def actors(call: Call) -> Answer:
    """Actors, those with most items first."""
    asked: Named = call.query
    return _counted(call, "actors", lambda limit, after: acting.actors(call.desk.store, asked.q, limit=limit, after=after))


def actor(call: Call) -> Answer:
    """One actor across reports."""
    return json(acting.actor(call.desk.store, call.path["identity"]))


def actor_items(call: Call) -> Answer:
    """What an actor plays a part in, the last to arrive first."""
    asked: Part = call.query
    return _items(call, lambda limit, before: acting.items_of(call.desk.store, call.path["identity"], part=asked.part, limit=limit, before=before))


def places(call: Call) -> Answer:
    """Places, those with most items first."""
    asked: Named = call.query
    return _counted(call, "places", lambda limit, after: placing.places(call.desk.store, asked.q, limit=limit, after=after))


def place(call: Call) -> Answer:
    """One place across reports."""
    return json(placing.place(call.desk.store, call.path["site"]))


def place_items(call: Call) -> Answer:
    """What was said and happened at a place, the last to arrive first."""
    return _items(call, lambda limit, before: placing.items_at(call.desk.store, call.path["site"], limit=limit, before=before))


def outlets(call: Call) -> Answer:
    """Outlets, those with most reports first."""
    return _counted(call, "outlets", lambda limit, after: publishing.outlets(call.desk.store, limit=limit, after=after))


def outlet(call: Call) -> Answer:
    """One outlet: whom it quotes, whose reports it takes over."""
    return json(publishing.outlet(call.desk.store, call.path["outlet"]))


def _counted(call: Call, of: str, found: Callable[[int, int], list[Any]]) -> Answer:
    """A page of a list that is counted through."""
    after = _whole(position(of, call.query.after), _FARTHEST)
    rows = found(call.query.limit + 1, after or 0)
    return json(page(of, rows, call.query.limit, lambda _row: str((after or 0) + call.query.limit)))


def _items(call: Call, found: Callable[[int, int | None], list[Any]]) -> Answer:
    before = _whole(position("items", call.query.after), 1 << 62)
    rows = found(call.query.limit + 1, before)
    return json(page("items", rows, call.query.limit, lambda hit: hit.cursor))


def _whole(told: str | None, most: int) -> int | None:
    if told is None:
        return None
    if not (told.isascii() and told.isdecimal() and len(told) < 20 and int(told) <= most):
        raise Refused(422, "after: it is no cursor of this list, or it leads too far; ask more narrowly")
    return int(told)
