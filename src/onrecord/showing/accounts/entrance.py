"""Logging in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anyio import to_thread
from starlette.responses import RedirectResponse

from onrecord.showing.accounts import sessions, users
from onrecord.showing.desk import address_of, desk_of, who_of
from onrecord.showing.security.access import LOGIN

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from onrecord.showing.desk import Desk


async def login(request: Request) -> Response:
    """The form at `/login`, and what is made of it: a new session in place of the old, or the form again."""
    desk = desk_of(request)
    there = _inside(request.query_params.get("next"))
    if request.method != "POST":
        return desk.page(request, "login.html", {"next": there, "wrong": False, "name": ""})
    async with request.form(max_files=0, max_fields=8) as form:
        name, password, there = str(form.get("name", "")), str(form.get("password", "")), _inside(str(form.get("next", "/")))
    address = address_of(request)
    keys = (f"address {address}", f"name {name[:64]}")
    for key in keys:
        desk.logins.take(key)
    session = await to_thread.run_sync(_begun, desk, name, password, address)
    if session is None:
        return desk.page(request, "login.html", {"next": there, "wrong": True, "name": name[:64]}, status=401)
    for key in keys:
        desk.logins.give_back(key)
    answer = RedirectResponse(there, 303)
    answer.headers.append("set-cookie", desk.cookies.header(session))
    return answer


async def logout(request: Request) -> Response:
    """Ends the session here and in the store."""
    desk, who = desk_of(request), who_of(request)
    if who is not None and who.via == "session" and who.session is not None:
        session, name, address = who.session, who.name, address_of(request)
        await to_thread.run_sync(lambda: sessions.end(desk.store.database, session, who=name, address=address))
    answer = RedirectResponse(LOGIN, 303)
    answer.headers.append("set-cookie", desk.cookies.header(sessions.new_session()))
    return answer


def _begun(desk: Desk, name: str, password: str, address: str | None) -> str | None:
    """The new session of somebody who gave the right password."""
    database = desk.store.database
    if users.verified(database, name, password) is None:
        sessions.refused(database, name, address=address)
        return None
    session = sessions.new_session()
    sessions.begin(database, session, name, address=address)
    return session


def _inside(there: str | None) -> str:
    """A path of this desk, whatever was asked for: never another site's address."""
    if there is None or not there.startswith("/") or there.startswith(("//", "/\\")) or any(ord(c) < 33 or c == "\\" for c in there):
        return "/"
    return there
