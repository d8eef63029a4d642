"""The desk as an ASGI application: every request passes the same gates, from the outermost to the innermost as they stand here."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from anyio import to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Mount, Route

from onrecord.errors import OnrecordError
from onrecord.showing.accounts.entrance import login, logout
from onrecord.showing.api.routes import api
from onrecord.showing.desk import Desk
from onrecord.showing.failing import Faults, Refused, handle
from onrecord.showing.pages.routes import pages
from onrecord.showing.security.access import LOGIN, Access
from onrecord.showing.security.bodies import Bodies
from onrecord.showing.security.headers import REPORTS, Headers
from onrecord.showing.security.hosts import Hosts
from onrecord.showing.security.violations import Violations
from onrecord.showing.settings import Settings
from onrecord.showing.static import Static

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from onrecord.keeping.store import SqlStore

_THREADS = 8
"""Requests that ask the store at one time; others wait for them, and each finds the store's pages in memory."""


def application(store: SqlStore, settings: Settings | None = None) -> Starlette:
    """The application over a store, which stays the caller's to close."""
    told = settings or Settings()
    violations = Violations()
    made = Starlette(
        routes=[
            *pages(),
            *api(),
            Route(LOGIN, login, methods=["GET", "POST"]),
            Route("/logout", logout, methods=["POST"]),
            Route(REPORTS, violations.collect, methods=["POST"]),
            Route("/csp-violations", violations.listed),
            Mount("/static", Static(), name="static"),
        ],
        middleware=[
            Middleware(Headers, https=told.https),
            Middleware(Faults),
            Middleware(Hosts, settings=told),
            Middleware(Bodies, largest=told.largest),
            Middleware(GZipMiddleware, minimum_size=500, compresslevel=5),
            Middleware(Access),
        ],
        exception_handlers=dict.fromkeys((HTTPException, Refused, OnrecordError), handle),
        lifespan=_lifespan,
    )
    made.state.desk = Desk(store, told)
    made.state.violations = violations
    return made


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    to_thread.current_default_thread_limiter().total_tokens = _THREADS
    yield
    app.state.desk.readings.close()
