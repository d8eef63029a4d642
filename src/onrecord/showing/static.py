"""Files that never change under one address: style sheets, scripts, fonts, maps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.staticfiles import StaticFiles

from onrecord.showing.templating import STATIC

if TYPE_CHECKING:
    from os import PathLike, stat_result

    from starlette.responses import Response
    from starlette.types import Scope

_FOR_EVER = "public, max-age=31536000, immutable"
_FOR_NOW = "no-cache"


class Static(StaticFiles):
    """What `templating.asset` points to; an address without a version is asked for anew each time."""

    def __init__(self) -> None:
        super().__init__(directory=STATIC)

    def file_response(self, full_path: str | PathLike[str], stat_result: stat_result, scope: Scope, status_code: int = 200) -> Response:
        """A file with how long it may be kept."""
        answer = super().file_response(full_path, stat_result, scope, status_code)
        answer.headers["cache-control"] = _FOR_EVER if scope.get("query_string", b"").startswith(b"v=") else _FOR_NOW
        return answer
