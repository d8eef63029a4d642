"""One process that serves a desk until it is told to stop."""

from __future__ import annotations

import socket
import warnings
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import uvicorn

from onrecord.errors import NotEnglishWarning, UsageError
from onrecord.showing.accounts.users import any_of
from onrecord.showing.app import application

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.keeping.store import SqlStore
    from onrecord.showing.settings import Settings

_GRACE = 5  # seconds that requests under way are given at the end


def serve(store: SqlStore, settings: Settings, *, ready: Callable[[str], None]) -> None:
    """Serves until interrupted; `ready` is told the address once connections are taken.

    Raises UsageError where the address cannot be had, or where others could reach a desk that has no users.
    """
    if not settings.local and not any_of(store.database):
        message = (
            f"{settings.host}: others can reach this address, and the store has no users who could log in;"
            " add one first: onrecord user add NAME --role admin"
        )
        raise UsageError(message)
    warnings.simplefilter("ignore", NotEnglishWarning)  # the page says so
    listening = listen(settings.host, settings.port)
    with listening:
        told = replace(settings, port=listening.getsockname()[1])
        config = uvicorn.Config(
            application(store, told), log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=_GRACE,
            timeout_keep_alive=30, proxy_headers=told.https, lifespan="on", backlog=256, h11_max_incomplete_event_size=32_768,
        )  # fmt: skip
        ready(address(told))
        with suppress(KeyboardInterrupt):  # uvicorn tells it again once all is closed
            uvicorn.Server(config).run(sockets=[listening])


def address(settings: Settings) -> str:
    """The desk's address as one types it into a browser."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"{'https' if settings.https else 'http'}://{settings.hosts[0] if settings.https and settings.hosts else f'{host}:{settings.port}'}/"


def listen(host: str, port: int) -> socket.socket:
    """A socket that takes connections. Raises UsageError, which says why there can be none."""
    try:
        family, kind, protocol, _, bound = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    except (OSError, UnicodeError) as error:
        message = f"{host}: no such address on this machine: {getattr(error, 'strerror', None) or error}"
        raise UsageError(message) from None
    made = socket.socket(family, kind, protocol)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(bound)
        made.listen(256)
    except OSError as error:
        made.close()
        reason = "the port is in use; name another with --port" if "in use" in str(error) else (error.strerror or str(error)).lower()
        message = f"{host}:{port}: {reason}"
        raise UsageError(message) from None
    return made
