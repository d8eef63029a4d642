"""A web address to its bytes, step by step: every redirect is looked at as the first address was."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import quote, urljoin, urlsplit

from onrecord.errors import FetchError, UsageError
from onrecord.opening import Opened
from onrecord.showing.fetching.addresses import checked, is_open, resolve
from onrecord.showing.fetching.connecting import get

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable

    from onrecord.showing.fetching.addresses import Resolve

SECONDS = 20.0
_MOST = 5  # redirects
_PORTS = {"http": 80, "https": 443}
_SAFE = "/%:@!$&'()*+,;=~-._?"
_HOST = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,251}[a-z0-9])?|[0-9a-f:.]+")


def fetch(
    address: str, *, largest: int, seconds: float = SECONDS, resolves: Resolve = resolve, permits: Callable[[str], bool] = is_open,
    ports: Callable[[int], bool] = lambda port: port in (80, 443) or port >= 1024, tls: ssl.SSLContext | None = None,
) -> Opened:  # fmt: skip
    """The bytes at a web address. Raises UsageError for one that cannot be meant, FetchError and TooLargeError."""
    until = time.monotonic() + seconds
    for _ in range(_MOST + 1):
        scheme, host, port, target = parts(address)
        if not ports(port):
            message = f"port {port}: reports are not served there"
            raise FetchError(message)
        to = checked(host, port, resolves=resolves, permits=permits)
        got = get(scheme, host, port, target, address=to, largest=largest, seconds=max(0.1, until - time.monotonic()), tls=tls)
        if got.status in (301, 302, 303, 307, 308) and got.location is not None:
            address = urljoin(address, got.location.strip())
            continue
        if got.status != 200:
            message = f"the server answered {got.status} {got.reason[:60]}".rstrip()
            raise FetchError(message)
        return Opened(got.data, address, datetime.now(UTC).isoformat(timespec="seconds"))
    message = f"it leads on and on: more than {_MOST} redirects"
    raise FetchError(message)


def parts(address: str) -> tuple[str, str, int, str]:
    """Scheme, host, port and target of an address. Raises UsageError where it is no web address, or says more than an address should."""
    if any(ord(character) <= 32 or ord(character) == 127 for character in address.strip()):
        _no_address("it has a space or a control character in it")
    try:
        split = urlsplit(address.strip())
        port = split.port
    except ValueError as error:
        _no_address(str(error))
    if split.scheme not in _PORTS:
        _no_address("it must begin with http:// or https://")
    if split.username is not None or split.password is not None:
        _no_address("it has a user's name in it")
    try:
        host = (split.hostname or "").rstrip(".").encode("idna").decode()
    except UnicodeError:
        host = ""
    if not _HOST.fullmatch(host):
        _no_address("it has no host that can be meant")
    target = quote(split.path or "/", safe=_SAFE.replace("?", "")) + (f"?{quote(split.query, safe=_SAFE)}" if split.query else "")
    return split.scheme, host, _PORTS[split.scheme] if port is None else port, target


def _no_address(why: str) -> NoReturn:
    message = f"that is no web address to read from: {why}"
    raise UsageError(message)
