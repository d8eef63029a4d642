"""Tries that fill up again, cookies that are signed, bodies that come in time."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from onrecord.showing.failing import Refused
from onrecord.showing.security.bodies import Bodies
from onrecord.showing.security.cookies import Cookies
from onrecord.showing.security.limits import Limit
from onrecord.showing.settings import Settings, is_any, is_loopback

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send


def test_tries_fill_up_again() -> None:
    now = 0.0
    limit = Limit(3, 30, clock=lambda: now)
    for _ in range(3):
        limit.take("a")
    with pytest.raises(Refused) as refused:
        limit.take("a")
    assert (refused.value.status, refused.value.headers["retry-after"]) == (429, "10")
    limit.take("b")
    now = 10.0
    limit.take("a")
    with pytest.raises(Refused):
        limit.take("a")
    limit.give_back("a")
    limit.take("a")


def test_keys_of_long_ago_are_forgotten() -> None:
    now = 0.0
    limit = Limit(2, 10, clock=lambda: now)
    for number in range(10_000):
        limit.take(str(number))
    now = 100.0
    limit.take("new")
    assert len(limit._left) == 1


def test_cookie_is_of_one_key_and_one_desk() -> None:
    here, elsewhere = Cookies("a" * 64, Settings()), Cookies("b" * 64, Settings())
    value = here.header("session").partition(";")[0].partition("=")[2]
    assert here.session(value) == "session"
    for wrong in (value[:-1], value + "x", "session", f"other.{value.rpartition('.')[2]}", "", None, "\udcff"):
        assert here.session(wrong) is None
    assert elsewhere.session(value) is None
    assert Cookies("a" * 64, Settings(port=1)).name != here.name


def test_word_is_of_one_session_and_never_the_same() -> None:
    cookies = Cookies("a" * 64, Settings())
    words = {cookies.word("session") for _ in range(20)}
    assert len(words) == 20
    assert all(cookies.right("session", word) and not cookies.right("other", word) for word in words)
    assert not any(cookies.right("session", wrong) for wrong in (None, "", "AAAA", "A" * 86 + "==", "é", next(iter(words))[:-4]))


async def _swallow(_scope: Scope, receive: Receive, _send: Send) -> None:
    while (await receive()).get("more_body"):
        pass


def test_body_that_does_not_come_is_not_waited_for() -> None:
    async def never() -> dict[str, Any]:
        await asyncio.sleep(5)
        return {}

    async def nowhere(_message: Any) -> None:  # noqa: ANN401  what ASGI sends
        pass

    scope = {"type": "http", "headers": []}
    with pytest.raises(Refused) as refused:
        asyncio.run(Bodies(_swallow, largest=10, seconds=0.05)(scope, never, nowhere))  # type: ignore[arg-type]
    assert refused.value.status == 408


def test_body_in_pieces_is_counted_whole() -> None:
    pieces = iter([b"x" * 6] * 3)

    async def piece() -> dict[str, Any]:
        return {"type": "http.request", "body": next(pieces), "more_body": True}

    async def nowhere(_message: Any) -> None:  # noqa: ANN401  what ASGI sends
        pass

    with pytest.raises(Refused) as refused:
        asyncio.run(Bodies(_swallow, largest=10)({"type": "http", "headers": []}, piece, nowhere))  # type: ignore[arg-type]
    assert refused.value.status == 413


@pytest.mark.parametrize(("host", "loopback", "every"), [
    ("127.0.0.1", True, False), ("localhost", True, False), ("::1", True, False), ("[::1]", True, False), ("127.9.9.9", True, False),
    ("0.0.0.0", False, True), ("::", False, True), ("", False, True), ("10.0.0.1", False, False), ("desk.example", False, False),  # noqa: S104
])  # fmt: skip
def test_addresses_to_bind_to(host: str, loopback: bool, every: bool) -> None:
    assert (is_loopback(host), is_any(host)) == (loopback, every)
