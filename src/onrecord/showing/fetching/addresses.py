"""Which addresses a desk may fetch from: those of the open internet, by no disguise any other."""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING

from onrecord.errors import FetchError

if TYPE_CHECKING:
    from collections.abc import Callable

    Resolve = Callable[[str, int], list[str]]

_GLOBAL = ipaddress.ip_network("2000::/3")
_NOT = [
    ipaddress.ip_network(one)
    for one in (
        "0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "240.0.0.0/4",  # this net, carriers, protocols, benchmarks
        "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",  # Teredo and protocols, examples, 6to4, which has an IPv4 address within
    )
]  # fmt: skip


def is_open(address: str) -> bool:
    """Whether an address is one of the open internet: not private, loopback, link-local, multicast, unspecified or reserved, no IPv4 within IPv6."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:  # among them those with a zone, as fe80::1%eth0
        return False
    if isinstance(found, ipaddress.IPv6Address) and found not in _GLOBAL:
        return False
    if any(found.version == net.version and found in net for net in _NOT):
        return False
    return found.is_global and not (found.is_multicast or found.is_private or found.is_loopback or found.is_link_local or found.is_reserved)


def resolve(host: str, port: int) -> list[str]:
    """All addresses of a name. Raises FetchError."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        message = f"{host}: no such host"
        raise FetchError(message) from None
    return list(dict.fromkeys(str(line[4][0]) for line in found))


def checked(host: str, port: int, *, resolves: Resolve = resolve, permits: Callable[[str], bool] = is_open) -> str:
    """The address to connect to. Raises FetchError where one of the host's addresses may not be fetched from: who mixes them means no good."""
    found = resolves(host, port)
    if not found or not all(permits(address) for address in found):
        message = f"{host}: it is in no open part of the internet, and the desk fetches from nowhere else"
        raise FetchError(message)
    return found[0]
