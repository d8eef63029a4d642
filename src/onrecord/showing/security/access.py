"""Who asks, and what they may: known by a cookie or a token, or anybody where the desk has no users and only this machine reaches it."""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING, cast
from urllib.parse import quote

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse, Response

from onrecord.showing.accounts import roles, sessions, users
from onrecord.showing.failing import API, Refused
from onrecord.showing.security.forgery import SAFE, checked

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from onrecord.showing.accounts.roles import Role, Who
    from onrecord.showing.desk import Desk

LOGIN = "/login"
_UNASKED = ("/static/", "/csp-reports", "/favicon.ico")
_NEVER = ("TRACE", "OPTIONS", "CONNECT")  # methods that nothing answers to but with 405
_OPEN = (LOGIN, "/api/v1/health", "/api/v1/openapi.json")
_READERS_POST = ("/read", "/logout", "/api/v1/read")
_ADMINS = ("/csp-violations", "/audit", "/api/v1/audit")


def needed(method: str, path: str) -> Role | None:
    """The role that a request needs, null where it needs none: looking is a reader's, changing a reviewer's, unless it is told otherwise here."""
    if path in _OPEN or method in _NEVER:
        return None
    if method in SAFE and any(path == one or path.startswith(f"{one}/") for one in _ADMINS):
        return "admin"
    if method in SAFE or any(path == one or path.startswith(f"{one}/") for one in _READERS_POST):
        return "reader"
    return "reviewer"


class Access:
    """Puts `who` and `session` into the request's state and refuses those who may not."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on what may be asked."""
        if scope["type"] != "http" or scope["path"].startswith(_UNASKED):
            await self._app(scope, receive, send)
            return
        desk = cast("Desk", cast("Starlette", scope["app"]).state.desk)
        headers = Headers(scope=scope)
        session = desk.cookies.session(_cookie(headers.get("cookie", ""), desk.cookies.name))
        who = await to_thread.run_sync(_who, desk, session, headers.get("authorization"))
        api = scope["path"].startswith(API)
        new = session is None and not api
        session = sessions.new_session() if new else session
        scope.setdefault("state", {}).update(who=who, session=session)
        answer = _refused(scope, who, hx="hx-request" in headers)
        if answer is not None:
            await answer(scope, receive, send)
            return
        if scope["method"] not in SAFE:
            receive = await checked(scope, receive, who, None if new else session, desk.cookies)

        async def remembered(message: Message) -> None:
            if message["type"] == "http.response.start" and new and session is not None:
                kept = MutableHeaders(scope=message)
                if "set-cookie" not in kept:
                    kept.append("set-cookie", desk.cookies.header(session))
            await send(message)

        await self._app(scope, receive, remembered)


def _who(desk: Desk, session: str | None, authorization: str | None) -> Who | None:
    """Who it is, null where that is not known. Raises Refused for a token that is none."""
    database = desk.store.database
    if authorization is not None:
        scheme, _, token = authorization.partition(" ")
        found = sessions.of_token(database, token.strip()) if scheme.lower() == "bearer" else None
        if found is None:
            raise Refused(401, "the token is none of this desk's", headers={"www-authenticate": 'Bearer error="invalid_token"'})
        return found
    found = sessions.of_session(database, session) if session is not None else None
    if found is None and desk.settings.local and not users.any_of(database):
        return roles.local(session)
    return found


def _refused(scope: Scope, who: Who | None, *, hx: bool) -> Response | None:
    """What is answered to somebody who may not; null where they may."""
    role = needed(scope["method"], scope["path"])
    if role is None or (who is not None and who.may(role)):
        return None
    if who is not None:
        raise Refused(403, f"it needs the role {role}; {who.name} is {who.role}")
    if scope["path"].startswith(API):
        raise Refused(401, "a token is needed: Authorization: Bearer onr_…", headers={"www-authenticate": "Bearer"})
    query = scope["query_string"].decode("latin-1")
    there = f"{LOGIN}?next={quote(scope['path'] + ('?' + query if query else ''), safe='')}"
    if hx:
        return Response(status_code=401, headers={"hx-redirect": LOGIN})
    return RedirectResponse(there if scope["method"] in SAFE else LOGIN, 303)


def _cookie(header: str, name: str) -> str | None:
    try:
        found = SimpleCookie(header).get(name)
    except CookieError:
        return None
    return found.value if found is not None else None
