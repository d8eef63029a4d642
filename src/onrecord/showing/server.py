"""One process that serves a desk until it is told to stop."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import uvicorn

from onrecord.errors import UsageError
from onrecord.showing.app import application

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.keeping.store import SqlStore
    from onrecord.showing.settings import Settings

_GRACE = 10  # seconds that requests under way are given at the end


def serve(store: SqlStore, settings: Settings, *, ready: Callable[[str], None]) -> None:
    """Serves until interrupted; `ready` is told the address once connections are taken. Raises UsageError where the address cannot be had."""
    listening = listen(settings.host, settings.port)
    try:
        port = listening.getsockname()[1]
        shown = f"[{settings.host}]" if ":" in settings.host else settings.host
        config = uvicorn.Config(
            application(store, settings), log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=_GRACE,
            proxy_headers=settings.https, lifespan="on",
        )  # fmt: skip
        server = uvicorn.Server(config)
        ready(f"http://{shown}:{port}/")
        server.run(sockets=[listening])
    finally:
        listening.close()


def listen(host: str, port: int) -> socket.socket:
    """A socket that takes connections. Raises UsageError, which says why there can be none."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    except OSError as error:
        message = f"{host}: no such address on this machine: {error.strerror or error}"
        raise UsageError(message) from None
    made = socket.socket(family, kind, protocol)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
        made.listen(128)
    except OSError as error:
        made.close()
        reason = "the port is in use; name another with --port" if "in use" in str(error) else (error.strerror or str(error)).lower()
        message = f"{host}:{port}: {reason}"
        raise UsageError(message) from None
    made.setblocking(False)
    return made
