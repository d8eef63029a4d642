"""A text in, its record out."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec

from onrecord.opening import Opened
from onrecord.record import Record
from onrecord.showing.api.answers import Answer, json
from onrecord.showing.api.operations import body
from onrecord.showing.failing import Refused

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from onrecord.showing.api.operations import Call
    from onrecord.showing.readings import Job

_PATIENCE = 60.0
_LOOK = 0.05
Short = Annotated[str, msgspec.Meta(max_length=200)]


class Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the text cannot tell, and whether the report is to be kept."""

    published: Annotated[str, msgspec.Meta(max_length=200, description="When it was published, ISO 8601.")] | None = None
    publisher: Annotated[str, msgspec.Meta(max_length=200, description="Who published it.")] | None = None
    timezone: Annotated[str, msgspec.Meta(max_length=200, description="The outlet's time zone, an IANA name.")] | None = None
    keep: Annotated[bool, msgspec.Meta(description="Whether it is kept in the store.")] = False


class Given(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text, or a web page, or the address of one: one of them."""

    text: str | None = None
    html: str | None = None
    url: Annotated[str, msgspec.Meta(max_length=4000)] | None = None


class Reading(msgspec.Struct, frozen=True):
    """A text on its way: how far it is, what went wrong, the record once it is read, the report's id where it was kept."""

    id: str
    state: Literal["fetching", "waiting", "loading", "reading", "done", "failed"]
    progress: float
    ahead: int
    error: str | None
    kept: str | None
    record: Record | None


def read(call: Call) -> Callable[[], Awaitable[Answer]]:
    """Reads a text; with `Prefer: respond-async`, or where it takes long, the answer says where the record will be."""
    desk, told = call.desk, call.query
    source = _source(call)
    desk.reads.take(call.who.session or call.address or call.who.name)
    job = desk.readings.submit(
        source, who=call.who, address=call.address, keep=told.keep, published=told.published, publisher=told.publisher, timezone=told.timezone,
    )  # fmt: skip
    patience = 0.0 if "respond-async" in call.prefer else _PATIENCE

    async def waited() -> Answer:
        left = patience
        while left > 0 and not job.finished.is_set():
            await asyncio.sleep(_LOOK)
            left -= _LOOK
        if not job.finished.is_set():
            return json(_shown(call, job), status=202, headers={"location": f"/api/v1/read/{job.id}"})
        if job.error is not None:
            raise job.error
        return _record(job)

    return waited


def reading(call: Call) -> Answer:
    """How far a text is, and its record once it is read."""
    return json(_shown(call, call.desk.readings.job(call.path["reading"], call.who)))


def _record(job: Job) -> Answer:
    record = job.record
    if record is None:
        raise Refused(500, "it was read, and there is no record")
    headers = {"location": f"/api/v1/records/{job.added.id}"} if job.added is not None else {}
    return Answer(record.to_json(), status=201 if job.added is not None else 200, headers=headers)


def _shown(call: Call, job: Job) -> Reading:
    return Reading(
        job.id, job.state, round(job.progress, 3), call.desk.readings.ahead(job), job.error.detail if job.error is not None else None,
        job.added.id if job.added is not None else None, job.record,
    )  # fmt: skip


def _source(call: Call) -> Opened | str:
    """What is to be read. Raises Refused."""
    if call.media in ("text/plain", "text/html"):
        return Opened(call.body, None)
    if call.media != "application/json":
        raise Refused(415, "the body must be text/plain, text/html or application/json", headers={"accept-post": ", ".join(TAKES)})
    given: Given = body(call, Given)
    had = [value for value in (given.text, given.html, given.url) if value is not None]
    if len(had) != 1:
        raise Refused(422, "give one of text, html and url")
    if given.url is not None:
        if not call.desk.settings.fetches:
            raise Refused(403, "this desk fetches nothing")
        return given.url
    try:
        return Opened(had[0].encode(), None)
    except UnicodeEncodeError:
        raise Refused(422, "the text has half a character in it") from None


TAKES: dict[str, Any] = {"text/plain": None, "text/html": None, "application/json": Given}
