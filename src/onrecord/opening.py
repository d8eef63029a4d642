"""What a user names to the bytes in it: a file, a web address, an open binary file. Nothing else in the package opens a report."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import msgspec

from onrecord.errors import FetchError, MissingError, TooLargeError, UsageError

_WEB = ("http://", "https://")
_PIECE = 1 << 16
_SECONDS = 30.0
_AGENT = "onrecord (+https://pypi.org/project/onrecord)"


class Opened(msgspec.Struct, frozen=True):
    """Bytes, the path or URL they came from (null for a stream without a name), and when they were fetched (URLs alone; ISO 8601)."""

    data: bytes
    location: str | None
    retrieved: str | None = None


Source = str | os.PathLike[str] | IO[bytes] | Opened


def is_web(source: object) -> bool:
    """Whether this names a web address."""
    return isinstance(source, str) and source.lower().startswith(_WEB)


def open_source(source: Source, *, max_bytes: int) -> Opened:
    """The bytes of `source`; the network is used for a web address and for nothing else.

    Raises MissingError, TooLargeError or FetchError, each saying why without naming the source.
    """
    if isinstance(source, Opened):
        if len(source.data) > max_bytes:
            raise _too_large(len(source.data), max_bytes)
        return source
    if isinstance(source, str) and is_web(source):
        return _fetch(source, max_bytes)
    if isinstance(source, str | os.PathLike):
        return Opened(_file(Path(source), max_bytes), os.fsencode(source).decode("utf-8", "replace"))
    name = getattr(source, "name", None)
    data: object = source.read(max_bytes + 1)  # a file opened as text gives a str, against its type
    if not isinstance(data, bytes | bytearray):
        message = "open the file in binary mode, or give its text to read_text"
        raise UsageError(message)
    if len(data) > max_bytes:
        raise _too_large(None, max_bytes)
    return Opened(bytes(data), name if isinstance(name, str) and not name.startswith("<") else None)


def _file(path: Path, max_bytes: int) -> bytes:
    try:
        if path.is_dir():
            message = "it is a folder; name the files in it, or give it to `onrecord read`"
            raise MissingError(message)
        with path.open("rb") as opened:
            size = os.fstat(opened.fileno()).st_size
            if size > max_bytes:
                raise _too_large(size, max_bytes)
            data = opened.read(max_bytes + 1)
    except FileNotFoundError:
        message = "no such file or folder"
        raise MissingError(message) from None
    except (OSError, ValueError) as error:  # ValueError: a null byte in the name
        message = getattr(error, "strerror", None) or str(error)
        raise MissingError(message[:1].lower() + message[1:]) from None
    if len(data) > max_bytes:
        raise _too_large(None, max_bytes)
    return data


def _too_large(size: int | None, max_bytes: int) -> TooLargeError:
    has = f"{size} bytes" if size is not None else f"more than {max_bytes} bytes"
    return TooLargeError(f"it has {has}, over the limit of {max_bytes}")


def _fetch(address: str, max_bytes: int) -> Opened:
    import httpx2  # noqa: PLC0415  a heavy import, and needed for web addresses alone

    data = bytearray()
    try:
        with (
            httpx2.Client(follow_redirects=True, timeout=_SECONDS, headers={"User-Agent": _AGENT}) as client,
            client.stream("GET", address) as answer,
        ):
            answer.raise_for_status()
            for piece in answer.iter_bytes(_PIECE):
                data += piece
                if len(data) > max_bytes:
                    raise _too_large(None, max_bytes)
            location = str(answer.url)
    except httpx2.HTTPStatusError as error:
        message = f"the server answered {error.response.status_code} {error.response.reason_phrase}".rstrip()
        raise FetchError(message) from None
    except httpx2.TimeoutException:
        message = f"no answer within {_SECONDS:g} seconds"
        raise FetchError(message) from None
    except httpx2.ConnectError as error:
        message = f"no connection: {error or 'the network cannot be reached'}"
        raise FetchError(message) from None
    except (httpx2.HTTPError, httpx2.InvalidURL, UnicodeError) as error:
        message = f"it cannot be fetched: {error or type(error).__name__}"
        raise FetchError(message) from None
    return Opened(bytes(data), location, datetime.now(UTC).isoformat(timespec="seconds"))
