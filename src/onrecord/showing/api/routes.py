"""The table of operations as routes: one for each path, whatever methods it has."""

from __future__ import annotations

import re
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from anyio import to_thread
from starlette.routing import Route

from onrecord.showing.accounts import roles
from onrecord.showing.api.answers import Answer, response
from onrecord.showing.api.openapi import described
from onrecord.showing.api.operations import Call, Operation, parameters
from onrecord.showing.api.table import OPERATIONS, PREFIX
from onrecord.showing.desk import address_of, desk_of, who_of
from onrecord.showing.failing import Refused

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

_WHOLE = re.compile(r"\{(identity|site|outlet)\}")  # names that may have a slash in them
_NOBODY = roles.Who("", "reader", "local")


def api() -> list[BaseRoute]:
    """The routes of the API."""
    out: list[BaseRoute] = [Route(f"{PREFIX}/openapi.json", _description, methods=["GET"])]
    by_path = sorted(OPERATIONS, key=lambda operation: operation.path)
    for path, same in groupby(by_path, key=lambda operation: operation.path):
        methods = {str(operation.method): operation for operation in same}
        out.append(Route(PREFIX + _WHOLE.sub(r"{\1:path}", path), partial(_asked, methods), methods=list(methods)))
    return sorted(out, key=lambda route: getattr(route, "path", "").endswith(":path}"))


async def _asked(methods: dict[str, Operation], request: Request) -> Response:
    operation = methods["GET" if request.method == "HEAD" else request.method]
    query = _query(request)
    body = await request.body()
    call = Call(
        desk=desk_of(request), who=who_of(request) or _NOBODY, address=address_of(request), path=dict(request.path_params),
        query=parameters(query, operation.query), body=body, media=request.headers.get("content-type", "").partition(";")[0].strip().lower(),
        prefer=request.headers.get("prefer", ""),
    )  # fmt: skip
    if any("\x00" in value for value in call.path.values()):
        raise Refused(404, "no such thing: its name has a null character")
    given = await to_thread.run_sync(operation.does, call)
    if callable(given):  # what has to be waited for, without a thread that waits
        given = await given()
    return response(given, request.headers, method=request.method)


def _query(request: Request) -> list[tuple[str, str]]:
    """The pairs of a query, which are UTF-8. Raises Refused where they are not."""
    try:
        pairs = parse_qsl(request.scope["query_string"].decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=50)
    except (UnicodeDecodeError, ValueError):
        raise Refused(422, "the query is no UTF-8, or has too many parameters") from None
    if any("\x00" in name or "\x00" in value for name, value in pairs):
        raise Refused(422, "the query has a null character")
    return pairs


async def _description(request: Request) -> Response:
    """The API as OpenAPI 3.1."""
    parameters(_query(request), _Nothing)
    data = await to_thread.run_sync(described, not desk_of(request).settings.local)
    return response(Answer(data), request.headers, method=request.method)


_Nothing: Any = OPERATIONS[0].query
