"""The names a desk answers to. A page of another site whose name was made to point here (DNS rebinding) is told nothing."""

from __future__ import annotations

import ipaddress
import re
from typing import TYPE_CHECKING

from starlette.datastructures import Headers

from onrecord.showing.failing import Refused
from onrecord.showing.settings import is_any

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from onrecord.showing.settings import Settings

_HOST = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9._-]+))(?::\d{1,5})?")


class Hosts:
    """Refuses what is asked of another name than the desk's."""

    def __init__(self, app: ASGIApp, *, settings: Settings) -> None:
        self._app, self._settings = app, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on that is meant for this desk."""
        if scope["type"] == "http" and not self.known(Headers(scope=scope).getlist("host")):
            raise Refused(421, "this desk does not go by that name; `onrecord serve --name` adds one")
        await self._app(scope, receive, send)

    def known(self, hosts: list[str]) -> bool:
        """Whether the one Host header names this desk; a desk at every address also goes by any address, which cannot be rebound."""
        found = _HOST.fullmatch(hosts[0]) if len(hosts) == 1 else None
        if found is None:
            return False
        name = (found[1] or found[2]).lower().rstrip(".")
        return name in self._settings.names or (is_any(self._settings.host) and _is_address(name))


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
