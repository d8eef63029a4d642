"""Addresses of the open internet, and every disguise of others."""

from __future__ import annotations

import pytest

from onrecord.errors import FetchError
from onrecord.showing.fetching.addresses import checked, is_open


@pytest.mark.parametrize("address", ["93.184.216.34", "1.1.1.1", "2606:4700:4700::1111", "2a00:1450:4001:81b::200e"])
def test_open_internet(address: str) -> None:
    assert is_open(address)


@pytest.mark.parametrize("address", [
    "127.0.0.1", "127.8.9.1", "0.0.0.0", "0.1.2.3", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.100.100.200",  # noqa: S104
    "192.0.0.8", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "192.88.99.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
    "::", "::1", "fe80::1", "fe80::1%eth0", "fec0::1", "fc00::1", "fd12:3456::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "64:ff9b::7f00:1",
    "64:ff9b:1::1", "2002:7f00:1::", "2001:0:7f00:1::1", "2001:db8::1", "100::1", "3fff::1", "5f00::1", "not an address", "", "2130706433", "0x7f.1",
])  # fmt: skip
def test_everywhere_else(address: str) -> None:
    assert not is_open(address)


def test_address_is_resolved_once_and_all_must_be_open() -> None:
    asked = []

    def resolves(host: str, port: int) -> list[str]:
        asked.append((host, port))
        return {"good.example": ["93.184.216.34", "1.1.1.1"], "mixed.example": ["93.184.216.34", "127.0.0.1"]}.get(host, [])

    assert checked("good.example", 80, resolves=resolves) == "93.184.216.34"
    for host in ("mixed.example", "none.example"):
        with pytest.raises(FetchError, match="no open part"):
            checked(host, 80, resolves=resolves)
    assert len(asked) == 3


@pytest.mark.parametrize("host", ["localhost", "127.1", "0x7f000001", "2130706433", "0177.0.0.1", "::1", "0"])
def test_names_and_numbers_of_this_machine_lead_nowhere(host: str) -> None:
    with pytest.raises(FetchError):
        checked(host, 80)
