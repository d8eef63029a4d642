"""Reports, statements and events: lists that the query language asks for, and single reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from onrecord.showing.api.answers import Answer, json
from onrecord.showing.api.pages import After, Limit, Listing, Query, page, position
from onrecord.showing.gathering.reports import original, record_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.showing.api.operations import Call

Kind = Literal["report", "statement", "event"]


class Search(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Parameters of a search."""

    q: Query = ""
    kind: Kind | None = None
    limit: Limit = 50
    after: After | None = None


def listed(kind: Kind) -> Callable[[Call], Answer]:
    """An operation that lists reports, statements or events, newest first."""

    def of_kind(call: Call) -> Answer:
        asked: Listing = call.query
        return _found(call, asked.q, kind, asked.limit, asked.after)

    return of_kind


def search(call: Call) -> Answer:
    """Whatever a query finds, newest first."""
    asked: Search = call.query
    return _found(call, asked.q, asked.kind, asked.limit, asked.after)


def _found(call: Call, query: str, kind: Kind | None, limit: int, after: str | None) -> Answer:
    of = kind or "search"
    found = call.desk.store.find(query, kind=kind, limit=limit + 1, after=position(of, after))
    return json(page(of, found, limit, lambda hit: hit.cursor))


def record(call: Call) -> Answer:
    """The record of a report, as it is kept."""
    return Answer(record_json(call.desk.store, call.path["id"]))


def bytes_of(call: Call) -> Answer:
    """The bytes of a report as they came; whatever they are, no browser shows them as a page."""
    whole, data = original(call.desk.store, call.path["id"])
    headers = {"content-disposition": f'attachment; filename="{whole}.txt"', "content-security-policy": "sandbox; default-src 'none'"}
    return Answer(data, "text/plain; charset=utf-8", headers=headers)
