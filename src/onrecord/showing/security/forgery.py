"""Requests that change something come from the desk's own pages, or from programs; never from another site's."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from onrecord.showing.failing import API, Refused

if TYPE_CHECKING:
    from starlette.types import Message, Receive, Scope

    from onrecord.showing.accounts.roles import Who
    from onrecord.showing.security.cookies import Cookies

SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
FIELD = "csrf"
HEADER = "x-csrf-token"
_FORM = "application/x-www-form-urlencoded"


async def checked(scope: Scope, receive: Receive, who: Who | None, session: str | None, cookies: Cookies) -> Receive:
    """What the body is to be read from. Raises Refused where another site may be behind the request.

    Browsers say whence a request comes (Origin, Sec-Fetch-Site); programs say nothing and have no cookie. A form brings its page's word as `csrf`,
    htmx and scripts bring it in X-CSRF-Token; a token's bearer needs none.
    """
    headers = Headers(scope=scope)
    if who is not None and who.via == "token":
        return receive
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise Refused(403, "it was asked by a page of another site")
    origin = headers.get("origin")
    if origin is not None and (origin == "null" or urlsplit(origin).netloc.lower() != headers.get("host", "").lower()):
        raise Refused(403, "it was asked by a page of another site")
    programs = scope["path"].startswith(API) and (who is None or who.via == "local")
    if programs and origin is None and "sec-fetch-site" not in headers:
        return receive
    word, again = headers.get(HEADER), receive
    if word is None and not scope["path"].startswith(API):
        word, again = await _of_form(scope, receive, headers.get("content-type", ""))
    if session is None or not cookies.right(session, word):
        raise Refused(403, "the form is too old, or cookies are switched off; go back, load the page anew and try again")
    return again


async def _of_form(scope: Scope, receive: Receive, kind: str) -> tuple[str | None, Receive]:
    """The word in a form, and the same body to be read again."""
    form, files = kind.startswith(_FORM), kind.startswith("multipart/form-data")
    if not (form or files):
        return None, receive
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return None, receive
        body += message.get("body", b"")
        if not message.get("more_body", False):
            break
    again = _replayed(bytes(body), receive)
    if form:
        return next(iter(parse_qs(body.decode("latin-1")).get(FIELD, [])), None), again
    try:
        async with Request(scope, _replayed(bytes(body), receive)).form() as parts:
            word = parts.get(FIELD)
    except MultiPartException as error:
        raise Refused(400, f"the form cannot be read: {error.message}") from None
    return word if isinstance(word, str) else None, again


def _replayed(body: bytes, receive: Receive) -> Receive:
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again
