"""Review: unsure readings one by one, what a person says of them, and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from anyio import to_thread
from starlette.responses import RedirectResponse

from onrecord.record.items import Certainty, PloverType
from onrecord.showing.desk import desk_of, name_of
from onrecord.showing.failing import Refused
from onrecord.showing.pages.looking.queue import latest, of_item, waiting
from onrecord.showing.pages.marking import passage
from onrecord.showing.pages.named import Named

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from onrecord.record import Record
    from onrecord.showing.desk import Desk

_HX = "hx-request"


def review(request: Request) -> Response:
    """The page at `/review`: one item, the next that waits unless one is named."""
    asked = request.query_params
    return desk_of(request).page(request, "review.html", _shown(request, asked.get("item"), asked.get("after")))


def card(request: Request) -> Response:
    """The card alone, for htmx."""
    asked = request.query_params
    return desk_of(request).page(request, "parts/review_card.html", _shown(request, asked.get("item"), asked.get("after")))


async def judge(request: Request) -> Response:
    """Takes a verdict; goes on to the next item."""
    desk, name = desk_of(request), name_of(request)
    async with request.form(max_files=0, max_fields=12) as form:
        told = {name: str(form.get(name, "")) for name in ("verdict", "report", "key", "field", "value", "after")}
    number = await to_thread.run_sync(_judged, desk, told, name)
    return await _onward(request, told["after"], f"Kept as no. {number}: {told['verdict']}{' ' + told['field'] if told['field'] else ''}.", number)


async def undo(request: Request) -> Response:
    """Takes a verdict back; the item is shown again."""
    desk, name = desk_of(request), name_of(request)
    async with request.form(max_files=0, max_fields=6) as form:
        number, item = str(form.get("number", "")), str(form.get("item", ""))
    if not number.isdecimal():
        raise Refused(422, "which judgement is to be taken back is not told")
    await to_thread.run_sync(lambda: desk.store.undo(int(number), who=name))
    return await _onward(request, None, f"No. {number} was taken back.", None, item=item or None)


async def _onward(request: Request, after: str | None, said: str, number: int | None, *, item: str | None = None) -> Response:
    if _HX not in request.headers:
        place = f"item={item}" if item else f"after={after}" if after else ""
        return RedirectResponse(f"/review?{place}" if place else "/review", 303)
    shown = await to_thread.run_sync(lambda: _shown(request, item, after or None))
    return desk_of(request).page(request, "parts/review_card.html", {**shown, "said": said, "number": number})


def _judged(desk: Desk, told: dict[str, str], who: str) -> int:
    value: Any = told["value"] or None
    field = told["field"] or None
    if told["verdict"] == "correct":
        if value is None:
            raise Refused(422, "a correction says what is right; nothing was told")
        if field == "speaker":
            value = [name.strip() for name in value.split(";") if name.strip()]
        if field == "span":
            value = _span(desk.store.record(told["report"]), told["key"], value)
    else:
        field = value = None
    return desk.store.judge(told["verdict"], [(told["report"], told["key"])], who=who, field=field, value=value)


def _span(record: Record, key: str, words: str) -> dict[str, Any]:
    """Where the words stand that are right: nearest to those that were read."""
    item = Named(record).item(key)
    text = record.report.text
    near = 0 if item is None else item.trigger.start if hasattr(item, "trigger") else item.content[0].start if item.content else 0
    places = [at for at in range(len(text)) if text.startswith(words, at)]
    if not places:
        raise Refused(422, "these words do not stand in the report; copy them as they stand")
    at = min(places, key=lambda place: abs(place - near))
    return {"start": at, "end": at + len(words), "text": words}


def _shown(request: Request, item: str | None, after: str | None) -> dict[str, Any]:
    """The card: the item with its words, and what may be said of it."""
    desk = desk_of(request)
    kind = request.query_params.get("kind", "")
    queue = waiting(desk.store, kind=kind, after=after)
    shown: dict[str, Any] = {
        "left": len(queue), "after": after or "", "kind": kind, "latest": latest(desk.store), "said": None, "number": None, "item": None,
        "types": get_args(PloverType), "certainties": get_args(Certainty),
    }  # fmt: skip
    if item is not None:
        report, _, key = item.partition(":")
        cursor = after or ""
    elif queue:
        report, key, cursor = queue[0].report, queue[0].key, queue[0].cursor
    else:
        return shown
    record = desk.store.record(report)
    named = Named(record)
    found = named.item(key)
    if found is None:
        raise Refused(404, f"{key}: no such item in this report")
    is_event = found.id in named.events
    return shown | {
        "item": found, "record": record, "report": record.report, "named": named, "paragraphs": passage(record, found.id), "is_event": is_event,
        "cursor": cursor,
        "judged": of_item(desk.store, record.report.id, found.key), "claim": None,
    }  # fmt: skip
