"""The desk as an ASGI application."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Mount, Route

from onrecord.showing.desk import Desk
from onrecord.showing.pages.routes import pages
from onrecord.showing.security.headers import REPORTS, Headers
from onrecord.showing.security.violations import Violations
from onrecord.showing.settings import Settings
from onrecord.showing.static import Static

if TYPE_CHECKING:
    from onrecord.keeping.store import SqlStore


def application(store: SqlStore, settings: Settings | None = None) -> Starlette:
    """The application over a store, which stays the caller's to close."""
    told = settings or Settings()
    violations = Violations()
    made = Starlette(
        routes=[
            *pages(),
            Route(REPORTS, violations.collect, methods=["POST"]),
            Mount("/static", Static(), name="static"),
        ],
        middleware=[
            Middleware(Headers, https=told.https),
            Middleware(GZipMiddleware, minimum_size=500),
        ],
    )
    made.state.desk = Desk(store, told)
    made.state.violations = violations
    return made
