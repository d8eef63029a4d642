"""The page of a report: its text as it was read, and what was read in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.showing.desk import desk_of
from onrecord.showing.failing import Refused
from onrecord.showing.pages.looking.queue import of_item, of_items
from onrecord.showing.pages.marking import paragraphs, passage
from onrecord.showing.pages.named import Named

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


def report(request: Request) -> Response:
    """The page at `/reports/{report}`."""
    desk = desk_of(request)
    record = desk.store.record(request.path_params["report"])
    keys = [*(statement.key for statement in record.statements), *(event.key for event in record.events)]
    shown = {
        "record": record, "report": record.report, "named": Named(record), "paragraphs": paragraphs(record),
        "claims": desk.store.memberships(record.report.id),
        "judged": of_items(desk.store, [(record.report.id, key) for key in keys]),
    }  # fmt: skip
    return desk.page(request, "report.html", shown)


def item(request: Request) -> Response:
    """The pages at `/reports/{report}/statements/{key}` and `…/events/{key}`."""
    desk = desk_of(request)
    record = desk.store.record(request.path_params["report"])
    named = Named(record)
    found = named.item(request.path_params["key"])
    if found is None:
        raise Refused(404, f"{request.path_params['key']}: no statement or event of this report")
    shown = {
        "record": record, "report": record.report, "named": named, "item": found, "claim": desk.store.memberships(record.report.id).get(found.key),
        "paragraphs": passage(record, found.id), "judged": of_item(desk.store, record.report.id, found.key),
    }  # fmt: skip
    return desk.page(request, "event.html" if found.id in named.events else "statement.html", shown)
