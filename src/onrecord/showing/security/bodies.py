"""How much a request may bring, and how long it may take to do so."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from starlette.datastructures import Headers

from onrecord.showing.failing import Refused

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SECONDS = 30.0
"""How long the next piece of a body may take."""


class Bodies:
    """Refuses bodies that are too large, told so or not, and those that do not come."""

    def __init__(self, app: ASGIApp, *, largest: int, seconds: float = _SECONDS) -> None:
        self._app, self._largest, self._seconds = app, largest, seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, its body counted as it comes."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        told = Headers(scope=scope).get("content-length", "0")
        if not (told.isascii() and told.isdecimal()):
            raise Refused(400, "Content-Length is no number")
        if int(told) > self._largest:
            raise self._too_large()
        had, more = 0, True

        async def counted() -> Message:
            nonlocal had, more
            if not more:
                return await receive()  # waits for the client to go away, however long
            try:
                message = await asyncio.wait_for(receive(), self._seconds)
            except TimeoutError:
                raise Refused(408, "the body did not come in time", headers={"connection": "close"}) from None
            had += len(message.get("body", b""))
            more = message.get("more_body", False)
            if had > self._largest:
                raise self._too_large()
            return message

        await self._app(scope, counted, send)

    def _too_large(self) -> Refused:
        return Refused(413, f"the body is over the limit of {self._largest} bytes", headers={"connection": "close"})
