"""What is said when something goes wrong: problem details (RFC 9457) to programs, a page to people, a fragment to htmx."""

from __future__ import annotations

import logging
import secrets
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord.errors import BusyError, FullError, KeepingError, OnrecordError, ReadingError, ReadOnlyError, TooLargeError, UnknownError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

API = "/api/"
_LOG = logging.getLogger("onrecord.showing")


class Problem(msgspec.Struct, frozen=True, omit_defaults=True):
    """What went wrong (RFC 9457). `type` is about:blank: the status says what kind of problem it is."""

    title: str
    status: int
    type: str = "about:blank"
    detail: str | None = None


class Refused(Exception):  # noqa: N818  an answer, raised from wherever it is known
    """An answer that says no: a status, why, and what headers go with it."""

    def __init__(self, status: int, detail: str | None = None, *, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail or HTTPStatus(status).phrase)
        self.status, self.detail, self.headers = status, detail, dict(headers or {})


def refusal(error: Exception) -> Refused:
    """What is answered to an error, whatever it is; a fault of ours says no more than where the log has it."""
    if isinstance(error, Refused):
        return error
    if isinstance(error, HTTPException):
        return Refused(error.status_code, None if error.detail == HTTPStatus(error.status_code).phrase else error.detail, headers=error.headers)
    if isinstance(error, OnrecordError):
        for kind, status in _STATUSES:
            if isinstance(error, kind):
                return Refused(status, str(error), headers={"retry-after": "5"} if status == HTTPStatus.SERVICE_UNAVAILABLE else None)
    number = secrets.token_hex(6)
    _LOG.error("fault %s", number, exc_info=error)
    return Refused(500, f"a fault of Onrecord; the server's log has it as {number}")


_STATUSES: tuple[tuple[type[OnrecordError], int], ...] = (
    (UnknownError, 404), (TooLargeError, 413), (UsageError, 422), (ReadingError, 422), (BusyError, 503), (ReadOnlyError, 403), (FullError, 507),
    (KeepingError, 503),
)  # fmt: skip


def told(scope: Scope, refused: Refused) -> Response:
    """The answer as whoever asked understands it."""
    status, phrase = refused.status, HTTPStatus(refused.status).phrase
    if scope["path"].startswith(API):
        body = msgspec.json.encode(Problem(phrase, status, detail=refused.detail))
        return Response(body, status, headers=refused.headers, media_type="application/problem+json")
    request = Request(scope)
    shown: dict[str, Any] = {"status": status, "phrase": phrase, "detail": refused.detail}
    template = "error_fragment.html" if "hx-request" in request.headers else "error.html"
    page: Response = request.app.state.desk.page(request, template, shown, status=status)
    page.headers.update(refused.headers)
    return page


async def handle(request: Request, error: Exception) -> Response:
    """Starlette's way to ask for the answer to an error."""
    return told(request.scope, refusal(error))


class Faults:
    """Answers what nobody else has: no traceback leaves the server, and every answer has the headers of the others."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on; answers an error that comes back."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, watched)
        except Exception as error:
            if begun:
                raise
            scope.setdefault("state", {})
            await told(scope, refusal(error))(scope, receive, send)
