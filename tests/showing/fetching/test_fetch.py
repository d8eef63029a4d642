"""Fetching, with local servers in the place of the internet and a resolver that says where names are."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import FetchError, TooLargeError, UsageError
from onrecord.showing.fetching.fetch import fetch, parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.opening import Opened

PERMITTED = "127.0.0.1"
NAMES = {"news.example": [PERMITTED], "other.example": [PERMITTED], "inside.example": ["127.0.0.2"], "xn--bcher-kva.example": [PERMITTED]}


@contextmanager
def serving(*answers: bytes | Callable[[socket.socket], None]) -> Iterator[tuple[int, list[bytes]]]:
    """A server that gives each connection the next answer; its port, and what it was asked."""
    asked: list[bytes] = []
    with socket.create_server((PERMITTED, 0)) as listening:

        def run() -> None:
            for answer in answers:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                with connection:
                    asked.append(connection.recv(65_536))
                    try:
                        if callable(answer):
                            answer(connection)
                        else:
                            connection.sendall(answer)
                    except OSError:
                        pass

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        yield listening.getsockname()[1], asked


def page(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}", "", ""]).encode() + body


def get(address: str, *, largest: int = 1000, seconds: float = 5) -> Opened:
    return fetch(address, largest=largest, seconds=seconds, resolves=lambda host, _port: NAMES.get(host, []), permits=lambda address: address == PERMITTED)


def test_page_comes_with_the_names_own_host() -> None:
    with serving(page(b"<p>news</p>")) as (port, asked):
        got = get(f"http://news.example:{port}/a b?q=\u00e9#part".replace(" ", "%20"))
    assert (got.data, got.location) == (b"<p>news</p>", f"http://news.example:{port}/a%20b?q=\u00e9#part")
    assert got.retrieved is not None
    assert asked[0].startswith(b"GET /a%20b?q=%C3%A9 HTTP/1.1\r\n") and f"Host: news.example:{port}\r\n".encode() in asked[0]


def test_every_redirect_is_looked_at_again() -> None:
    with serving(page(b"", "Location: http://inside.example/secret", status="302 Found")) as (port, asked), pytest.raises(FetchError, match="no open part"):
        get(f"http://news.example:{port}/")
    assert len(asked) == 1
    for elsewhere in ("file:///etc/passwd", "gopher://news.example/", "ftp://news.example/"):
        with serving(page(b"", f"Location: {elsewhere}", status="301 Moved")) as (port, _), pytest.raises(UsageError):
            get(f"http://news.example:{port}/")


def test_redirect_within_the_open_internet_is_followed() -> None:
    with serving(page(b"", "Location: /there", status="303 See Other"), page(b"news")) as (port, asked):
        assert get(f"http://news.example:{port}/here").location == f"http://news.example:{port}/there"
    assert asked[1].startswith(b"GET /there ")


def test_redirects_come_to_an_end() -> None:
    with serving(*[page(b"", "Location: /again", status="302 Found")] * 9) as (port, asked), pytest.raises(FetchError, match="redirects"):
        get(f"http://news.example:{port}/")
    assert len(asked) == 6


def test_body_over_the_limit_is_refused_however_it_comes() -> None:
    bomb = gzip.compress(b"0" * 5_000_000)
    cases = [
        page(b"x" * 1001),
        b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 5000,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"400\r\n" + b"x" * 1024 + b"\r\n0\r\n\r\n",
        page(bomb, "Content-Encoding: gzip"),
    ]
    for case in cases:
        with serving(case) as (port, _), pytest.raises(TooLargeError):
            get(f"http://news.example:{port}/")
    with serving(page(b"x" * 1000)) as (port, _):
        assert len(get(f"http://news.example:{port}/").data) == 1000
    with serving(page(gzip.compress(b"news"), "Content-Encoding: gzip")) as (port, _):
        assert get(f"http://news.example:{port}/").data == b"news"


def drip(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n")
    for _ in range(100):
        time.sleep(0.1)
        connection.sendall(b"x")


def drip_headers(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    for number in range(100):
        time.sleep(0.1)
        connection.sendall(b"X-%d: y\r\n" % number)


@pytest.mark.parametrize("slow", [drip, drip_headers, lambda _connection: time.sleep(3)])
def test_slow_servers_hold_nobody(slow: Callable[[socket.socket], None]) -> None:
    begun = time.monotonic()
    with serving(slow) as (port, _), pytest.raises(FetchError, match="seconds"):
        get(f"http://news.example:{port}/", seconds=0.5)
    assert time.monotonic() - begun < 2.5


@pytest.mark.parametrize("answer", [
    page(b"", status="404 Not Found"), page(b"", status="500 Oops"), b"", b"nonsense\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf",
    page(b"xx", "Content-Encoding: br"), page(b"not gzip", "Content-Encoding: gzip"), page(b"", status="302 Found"),
])  # fmt: skip
def test_what_is_no_page_is_an_error_that_says_why(answer: bytes) -> None:
    with serving(answer) as (port, _), pytest.raises(FetchError) as error:
        get(f"http://news.example:{port}/")
    assert str(error.value)


def test_https_is_checked_in_the_names_own_name() -> None:
    with serving(page(b"plain")) as (port, asked), pytest.raises(FetchError):
        get(f"https://news.example:{port}/")
    assert b"news.example" in asked[0] and asked[0][:1] == b"\x16"  # a handshake that names the host


@pytest.mark.parametrize("address", [
    "file:///etc/passwd", "ftp://news.example/", "javascript:alert(1)", "data:text/plain,x", "news.example", "http://", "http://user:word@news.example/",
    "http://news.example\\@inside.example/", "http://news.example:port/", "http://news.example:99999/", "http://[::1", "http://news.exa mple/",
    "http://news.example/\r\nX-Evil: 1", "http://news.example/\x00", "http://a" + "b" * 300 + ".example/", "http://[fe80::1%25eth0]/", "",
])  # fmt: skip
def test_what_is_no_web_address(address: str) -> None:
    with pytest.raises(UsageError):
        parts(address)


def test_parts_of_an_address() -> None:
    assert parts("HTTPS://News.Example./a?b=c d".replace(" ", "+")) == ("https", "news.example", 443, "/a?b=c+d")
    assert parts("http://b\u00fccher.example") == ("http", "xn--bcher-kva.example", 80, "/")
    assert parts("http://[2606:4700::1111]:8080/") == ("http", "2606:4700::1111", 8080, "/")


def test_ports_of_other_services_are_refused() -> None:
    with pytest.raises(FetchError, match="port 22"):
        get("http://news.example:22/")
