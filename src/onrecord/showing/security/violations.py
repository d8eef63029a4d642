"""What browsers report of a policy that kept something from happening: counted, the last ones kept in memory for tests and for admins."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

import msgspec
from starlette.responses import JSONResponse, Response

if TYPE_CHECKING:
    from starlette.requests import Request

_MOST = 64
_LARGEST = 65_536


class Violations:
    """The last reports of violations."""

    def __init__(self) -> None:
        self.seen: deque[dict[str, Any]] = deque(maxlen=_MOST)
        self.count = 0

    async def collect(self, request: Request) -> Response:
        """Takes what a browser sends (`report-uri` or `report-to`); what cannot be understood is counted all the same."""
        data = bytearray()
        async for piece in request.stream():
            data += piece
            if len(data) > _LARGEST:
                return Response(status_code=413)
        try:
            told = msgspec.json.decode(bytes(data))
        except msgspec.DecodeError:
            told = {"unreadable": len(data)}
        for one in told if isinstance(told, list) else [told]:
            self.seen.append(one if isinstance(one, dict) else {"unreadable": len(data)})
            self.count += 1
        return Response(status_code=204)

    def listed(self, _request: Request) -> Response:
        """What was collected."""
        return JSONResponse({"count": self.count, "last": list(self.seen)})
