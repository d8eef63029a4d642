"""What a desk is told when it is opened."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field

LOOPBACK_NAMES = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Where the desk is and what it lets in.

    `hosts` are the names it answers to beside those of the address it is bound to; `largest` the most bytes of a request's body, `waiting` how many
    texts may wait to be read, `demo` whether the store is thrown away at the end, `https` whether people come to it over https (as behind a proxy).
    """

    host: str = "127.0.0.1"
    port: int = 8017
    hosts: tuple[str, ...] = ()
    https: bool = False
    demo: bool = False
    largest: int = 10_000_000
    waiting: int = 16
    fetches: bool = True
    names: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        names = {name.lower().strip("[]") for name in (*LOOPBACK_NAMES, *self.hosts)}
        if not is_any(self.host):
            names.add(self.host.lower().strip("[]"))
        object.__setattr__(self, "names", frozenset(names))

    @property
    def local(self) -> bool:
        """Whether nobody but this machine can reach the desk."""
        return is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """Whether a host to bind to is this machine alone."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def is_any(host: str) -> bool:
    """Whether a host to bind to stands for every address of the machine."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_unspecified
    except ValueError:
        return host == ""
