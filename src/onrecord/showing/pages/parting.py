"""What a reader says of a claim: that an item is of something else, that two claims are one; and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from anyio import to_thread
from starlette.responses import RedirectResponse

from onrecord.errors import UnknownError
from onrecord.keeping.judging import members
from onrecord.showing.desk import desk_of, name_of
from onrecord.showing.failing import Refused

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from onrecord.keeping.store import SqlStore
    from onrecord.record import ItemRef

_NUMBERS = 2000  # judgements that are taken back at once, at most


async def part(request: Request) -> Response:
    """Keeps that an item is not of this claim: it is told apart from the item that the claim is known by."""
    store, who = desk_of(request).store, name_of(request)
    async with request.form(max_files=0, max_fields=6) as form:
        item = str(form.get("report", "")), str(form.get("key", ""))

    def said() -> str:
        first = _first(store, request.path_params["claim"])
        if item == (first.report, first.key):
            raise Refused(422, "the claim is known by this item; say of the others that they are of something else")
        store.judge("different", [(first.report, first.key), item], who=who)
        return _claim_of(store, first)

    return _back(await to_thread.run_sync(said))


async def unite(request: Request) -> Response:
    """Keeps that this claim and another are one."""
    store, who = desk_of(request).store, name_of(request)
    async with request.form(max_files=0, max_fields=6) as form:
        other = urlsplit(str(form.get("other", "")).strip()).path.rstrip("/").rpartition("/")[2]
    if not other:
        raise Refused(422, "which claim is the same is not told: give its address or its id")

    def said() -> str:
        first = _first(store, request.path_params["claim"])
        store.unite(request.path_params["claim"], other, who=who)
        return _claim_of(store, first)

    return _back(await to_thread.run_sync(said))


async def undo(request: Request) -> Response:
    """Takes judgements on this claim back, all that are named."""
    store, who = desk_of(request).store, name_of(request)
    async with request.form(max_files=0, max_fields=6) as form:
        told = str(form.get("numbers", "")).split(",")
    if len(told) > _NUMBERS or not all(number.isascii() and number.isdecimal() and len(number) < 19 for number in told):
        raise Refused(422, "which judgements are to be taken back is not told")

    def taken() -> str:
        first = _first(store, request.path_params["claim"])
        store.undo(*map(int, told), who=who)
        return _claim_of(store, first)

    return _back(await to_thread.run_sync(taken))


def _first(store: SqlStore, claim: str) -> ItemRef:
    """The item that a claim is known by. Raises UnknownError."""
    with store.database.reading() as connection:
        return members(connection, store.claim(claim).id)[0]


def _claim_of(store: SqlStore, item: ItemRef) -> str:
    """The claim that an item is in now."""
    found = store.memberships(item.report).get(item.key)
    if found is None:
        message = f"{item.key}: this item is in no claim any more"
        raise UnknownError(message)
    return found


def _back(claim: str) -> Response:
    return RedirectResponse(f"/claims/{claim}#together-h", 303)
