"""Requests to an application in this process: what a test says is what is sent, nothing more."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import msgspec
from starlette.datastructures import Headers

from onrecord.showing.app import application
from onrecord.showing.settings import Settings

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from onrecord.keeping.store import SqlStore


class Answer:
    def __init__(self, status: int, headers: Headers, body: bytes) -> None:
        self.status, self.headers, self.body = status, headers, body

    @property
    def text(self) -> str:
        return self.body.decode()

    def json(self) -> Any:  # noqa: ANN401  what it says
        return msgspec.json.decode(self.body)


class Client:
    """Asks a desk. Keeps the cookie it is given, as a browser does."""

    def __init__(self, store: SqlStore, settings: Settings | None = None, *, address: str = "127.0.0.1") -> None:
        self.app = application(store, settings or Settings())
        self.desk = self.app.state.desk
        self.cookie: str | None = None
        self._address = address

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, headers=headers)

    def post(self, path: str, body: bytes | dict[str, Any] | list[Any] = b"", **headers: str) -> Answer:
        data = body if isinstance(body, bytes) else msgspec.json.encode(body)
        kind = {} if isinstance(body, bytes) else {"content_type": "application/json"}
        return self.ask("POST", path, data, headers=kind | headers)

    def form(self, path: str, fields: dict[str, str], **headers: str) -> Answer:
        return self.ask("POST", path, urlencode(fields).encode(), headers={"content_type": "application/x-www-form-urlencoded"} | headers)

    def word(self, path: str = "/login") -> str:
        """The word against forgery of a page of this session."""
        found = re.search(r'name="csrf" value="([^"]+)"', self.get(path).text)
        assert found
        return found[1]

    def login(self, name: str, password: str) -> Answer:
        return self.form("/login", {"csrf": self.word(), "name": name, "password": password, "next": "/"})

    def ask(self, method: str, path: str, body: bytes = b"", *, headers: dict[str, str] | None = None) -> Answer:
        told = {"host": "localhost"} | {name.replace("_", "-"): value for name, value in (headers or {}).items()}
        if self.cookie is not None and "cookie" not in told:
            told["cookie"] = self.cookie
        where, _, query = path.partition("?")
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "http", "path": where,
            "raw_path": where.encode(), "root_path": "", "query_string": query.encode(), "client": (self._address, 50_000), "server": ("127.0.0.1", 80),
            "headers": [(name.encode(), value.encode("latin-1")) for name, value in told.items() if value],
        }  # fmt: skip
        answer = asyncio.run(_asked(self.app, scope, body))
        for kept in answer.headers.getlist("set-cookie"):
            self.cookie = kept.partition(";")[0]
        return answer


async def _asked(app: ASGIApp, scope: dict[str, Any], body: bytes) -> Answer:
    given, gone = False, asyncio.Event()
    status, headers, out = 0, Headers(), bytearray()

    async def receive() -> dict[str, Any]:
        nonlocal given
        if given:
            await gone.wait()
            return {"type": "http.disconnect"}
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        nonlocal status, headers
        if message["type"] == "http.response.start":
            status, headers = message["status"], Headers(raw=message["headers"])
        else:
            out.extend(message.get("body", b""))

    await app(scope, receive, send)
    gone.set()
    return Answer(status, headers, bytes(out))
