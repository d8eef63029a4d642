"""One request over one connection to an address that was checked before, the name's own Host and certificate all the same."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import zlib
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import msgspec

from onrecord import __version__
from onrecord.errors import FetchError, TooLargeError

if TYPE_CHECKING:
    from typing import Self

_PIECE = 1 << 16
_HEADERS = {
    "User-Agent": f"onrecord/{__version__} (+https://pypi.org/project/onrecord)",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1",
    "Accept-Encoding": "gzip, identity",
    "Connection": "close",
}


class Got(msgspec.Struct, frozen=True):
    """What a server answered: the status, where it sends one on to, and the body."""

    status: int
    reason: str
    location: str | None
    data: bytes


def get(
    scheme: str, host: str, port: int, target: str, *, address: str, largest: int, seconds: float, tls: ssl.SSLContext | None = None
) -> Got:  # fmt: skip
    """Asks for `target`. Everything together may take `seconds`. Raises FetchError and TooLargeError."""
    context = (tls or ssl.create_default_context()) if scheme == "https" else None
    made = _Connection(host, port, address=address, context=context, timeout=seconds)
    with closing(made) as connection, _Deadline(connection, seconds) as deadline:
        try:
            got = _asked(connection, target, largest)
        except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
            if not deadline.over and not isinstance(error, TimeoutError):
                message = f"it cannot be fetched: {getattr(error, 'strerror', None) or error or type(error).__name__}"
                raise FetchError(message) from None
            got = None
        if deadline.over or got is None:  # what was cut off may look whole
            message = f"no whole answer within {seconds:g} seconds"
            raise FetchError(message)
        return got


def _asked(connection: _Connection, target: str, largest: int) -> Got:
    connection.request("GET", target, headers=_HEADERS)
    answer = connection.getresponse()
    if answer.status != 200:
        return Got(answer.status, answer.reason, answer.getheader("Location"), b"")
    told = answer.getheader("Content-Length")
    if told is not None and told.isdecimal() and int(told) > largest:
        raise _too_large(largest)
    return Got(answer.status, answer.reason, None, _body(answer, largest))


def _body(answer: http.client.HTTPResponse, largest: int) -> bytes:
    """The body, unpacked as it comes, so that none can swell beyond the limit."""
    coding = (answer.getheader("Content-Encoding") or "identity").strip().lower()
    if coding not in ("identity", "gzip", "x-gzip", "deflate"):
        message = f"its coding is {coding[:40]}, which was not asked for"
        raise FetchError(message)
    unpacked = None if coding == "identity" else zlib.decompressobj(zlib.MAX_WBITS | 32)
    out = bytearray()
    while piece := answer.read1(_PIECE):
        out += piece if unpacked is None else unpacked.decompress(piece, largest + 1 - len(out))
        if len(out) > largest or (unpacked is not None and unpacked.unconsumed_tail):
            raise _too_large(largest)
    if answer.length:
        raise http.client.IncompleteRead(bytes(out), answer.length)
    return bytes(out)


def _too_large(largest: int) -> TooLargeError:
    return TooLargeError(f"it has more than {largest} bytes, the limit")


class _Connection(http.client.HTTPConnection):
    """A connection that goes to `address` and nowhere else; names are not resolved again, proxies are not asked."""

    def __init__(self, host: str, port: int, *, address: str, context: ssl.SSLContext | None, timeout: float) -> None:
        self.default_port = 443 if context is not None else 80
        super().__init__(host, port, timeout=timeout)
        self._address, self._context = address, context

    def connect(self) -> None:
        """Connects, and shakes hands in the host's name."""
        self.sock = socket.create_connection((self._address, self.port), self.timeout)
        if self._context is not None:
            self.sock = self._context.wrap_socket(self.sock, server_hostname=self.host)


class _Deadline:
    """Cuts a connection off when its time is over: a server that sends a byte now and then holds nobody."""

    def __init__(self, connection: _Connection, seconds: float) -> None:
        self._connection, self.over = connection, False
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def _cut(self) -> None:
        self.over = True
        with suppress(OSError, AttributeError):
            self._connection.sock.shutdown(socket.SHUT_RDWR)
