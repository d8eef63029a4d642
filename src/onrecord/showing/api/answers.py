"""Answers to programs: a strong ETag over what is sent, 304 where it is known already, gzip where it is wanted."""

from __future__ import annotations

import gzip
import hashlib
from typing import TYPE_CHECKING, Any

import msgspec
from starlette.responses import Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.datastructures import Headers

JSON = "application/json"
_SMALL = 500  # bytes under which gzip gains nothing; as many as `app` tells the middleware that packs pages
_LEVEL = 5


class Answer(msgspec.Struct, frozen=True):
    """What an operation gives: bytes, what they are, and headers beside."""

    data: bytes
    media: str = JSON
    status: int = 200
    headers: dict[str, str] = {}


def json(value: Any, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Answer:  # noqa: ANN401  what has a JSON
    """A value as JSON."""
    return Answer(msgspec.json.encode(value), status=status, headers=dict(headers or {}))


def response(answer: Answer, asked: Headers, *, method: str) -> Response:
    """The answer as it is sent. Each coding of the same value has an ETag of its own, as a strong one must."""
    headers = {"cache-control": "private, no-cache", "vary": "Accept-Encoding, Authorization, Cookie", **answer.headers}
    data = answer.data
    packed = len(data) >= _SMALL and accepts_gzip(asked.get("accept-encoding", ""))
    if packed:
        headers["content-encoding"] = "gzip"
    if method in ("GET", "HEAD") and answer.status == 200:
        tag = f'"{hashlib.sha256(answer.media.encode() + b" " + data).hexdigest()[:32]}{"-gzip" if packed else ""}"'
        headers["etag"] = tag
        if known(asked.get("if-none-match"), tag):
            headers.pop("content-encoding", None)
            return Response(status_code=304, headers=headers)
    if packed:
        data = gzip.compress(data, _LEVEL, mtime=0)
    return Response(data, answer.status, headers=headers, media_type=answer.media)


def accepts_gzip(header: str) -> bool:
    """Whether Accept-Encoding lets gzip be (RFC 9110: a weight of 0 forbids)."""
    for part in header.lower().split(","):
        coding, _, rest = part.partition(";")
        if coding.strip() in ("gzip", "x-gzip", "*"):
            weight = rest.replace(" ", "").removeprefix("q=")
            return weight.rstrip("0") not in ("0.", "0", "") if rest else True
    return False


def known(header: str | None, tag: str) -> bool:
    """Whether If-None-Match names this tag; weak comparison, as RFC 9110 has it."""
    if header is None:
        return False
    return header.strip() == "*" or tag in {one.strip().removeprefix("W/") for one in header.split(",")}
