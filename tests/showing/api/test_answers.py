"""ETags, gzip, cursors, problems: what every operation of the API keeps to."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import msgspec
import pytest

from onrecord.showing.api.answers import accepts_gzip, known
from onrecord.showing.api.pages import cursor, position
from onrecord.showing.api.table import OPERATIONS, PREFIX
from onrecord.showing.failing import Refused
from tests.showing.written import filed

if TYPE_CHECKING:
    from onrecord.keeping.store import SqlStore
    from tests.showing.client import Client


@pytest.fixture
def held(store: SqlStore) -> list[str]:
    """The ids of seven reports."""
    return [store.add(filed(f"Ida{n} said the harbour was closed by Norway{n}", title=f"Harbour {n}")).id for n in range(7)]


def test_tag_is_strong_and_known_ones_are_not_sent_again(desk: Client, held: list[str]) -> None:
    first = desk.get(f"/api/v1/records/{held[0]}")
    tag = first.headers["etag"]
    assert tag.startswith('"')
    for told in (tag, f'"other", {tag}', f"W/{tag}", "*"):
        again = desk.get(f"/api/v1/records/{held[0]}", if_none_match=told)
        assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
    assert desk.get(f"/api/v1/records/{held[0]}", if_none_match='"other"').status == 200
    assert desk.get(f"/api/v1/records/{held[1]}").headers["etag"] != tag


def test_packed_answer_is_the_same_and_has_a_tag_of_its_own(desk: Client, held: list[str]) -> None:
    plain, packed = desk.get(f"/api/v1/records/{held[0]}"), desk.get(f"/api/v1/records/{held[0]}", accept_encoding="gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert packed.headers["etag"] != plain.headers["etag"]
    assert "Accept-Encoding" in plain.headers["vary"]
    assert len(desk.get("/api/v1/health", accept_encoding="gzip").body) == int(desk.get("/api/v1/health").headers["content-length"])


@pytest.mark.parametrize(("header", "right"), [
    ("gzip", True), ("deflate, gzip;q=0.5", True), ("*", True), ("gzip;q=0", False), ("gzip; q=0.000", False), ("br", False), ("", False), ("identity", False),
])  # fmt: skip
def test_gzip_where_it_is_wanted(header: str, right: bool) -> None:
    assert accepts_gzip(header) is right


def test_no_tag_is_known_where_none_is_told() -> None:
    assert not known(None, '"a"')
    assert not known("", '"a"')


def test_pages_lead_through_everything_once(desk: Client, held: list[str]) -> None:
    seen: list[str] = []
    where = "/api/v1/records?limit=3"
    for _ in range(3):
        found = desk.get(where).json()
        seen += [item["report"] for item in found["items"]]
        where = f"/api/v1/records?limit=3&after={found['next']}"
    assert found["next"] is None
    assert seen == held[::-1]


@pytest.mark.parametrize("path", ["/records", "/statements", "/events", "/search", "/claims", "/actors", "/places", "/outlets", "/judgements"])
@pytest.mark.parametrize("after", ["zz", "", "AAAA", "%FF", cursor("somewhere", "1"), cursor("records", "x"), cursor("actors", "99999999999")])
def test_what_is_no_cursor_of_a_list_is_told(desk: Client, path: str, after: str) -> None:
    assert desk.get(f"/api/v1{path}?after={after}").status == 422


def test_cursor_is_that_of_one_list() -> None:
    assert position("claims", cursor("claims", "a b")) == "a b"
    with pytest.raises(Refused):
        position("records", cursor("claims", "a b"))


@pytest.mark.parametrize(("method", "path", "status"), [
    ("GET", "/api/v1/nothing", 404), ("GET", "/api/v2/records", 404), ("GET", "/api/v1/records/abcdef0", 404), ("GET", "/api/v1/records/%00", 404),
    ("GET", "/api/v1/claims/abcdef0", 404), ("GET", "/api/v1/actors/state:QQQ", 404), ("GET", "/api/v1/places/a/b", 404), ("GET", "/api/v1/outlets/%2F", 404),
    ("GET", "/api/v1/judgements/0", 404), ("GET", "/api/v1/judgements/-1", 404), ("GET", "/api/v1/judgements/99999999999999999999999", 404),
    ("PUT", "/api/v1/records", 405), ("DELETE", "/api/v1/stats", 405), ("TRACE", "/api/v1/stats", 405), ("POST", "/api/v1/health", 405),
    ("GET", "/api/v1/records?limit=0", 422), ("GET", "/api/v1/records?limit=201", 422), ("GET", "/api/v1/records?limit=x", 422),
    ("GET", "/api/v1/records?limit=1&limit=2", 422), ("GET", "/api/v1/records?lmit=1", 422), ("GET", "/api/v1/records?q=%FF", 422),
    ("GET", "/api/v1/records?q=%00", 422), ("GET", "/api/v1/search?q=speaker:", 422), ("GET", "/api/v1/search?kind=actor", 422),
    ("GET", "/api/v1/explore/dyads?type=WAR", 422), ("GET", "/api/v1/explore/series?since=2025-13-01", 422), ("GET", "/api/v1/explore/series?since=soon", 422),
    ("POST", "/api/v1/judgements", 415), ("GET", "/api/v1/audit", 403),
])  # fmt: skip
def test_problems_are_told_as_problems(desk: Client, method: str, path: str, status: int) -> None:
    answer = desk.ask(method, path.replace("%2F", "/").replace("%00", "\x00") if "?" not in path else path)
    assert answer.status == status
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["status"] == status and told["title"]
    if status == 405:
        assert answer.headers["allow"]


def test_head_is_get_without_its_body(desk: Client, held: list[str]) -> None:
    answer = desk.ask("HEAD", "/api/v1/stats")
    assert (answer.status, answer.headers["etag"]) == (200, desk.get("/api/v1/stats").headers["etag"])


def test_fault_of_ours_says_nothing_of_itself(desk: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> None:
        message = "the secret of the store"
        raise ZeroDivisionError(message)

    monkeypatch.setattr(desk.desk.store, "stats", broken)
    for path, kind in (("/api/v1/stats", "application/problem+json"), ("/api/v1/health", "application/problem+json")):
        answer = desk.get(path)
        assert (answer.status, answer.headers["content-type"]) == (500, kind)
        assert "secret" not in answer.text
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert "secret" in caplog.text


def test_description_has_every_operation_and_no_loose_end(desk: Client) -> None:
    told = desk.get("/api/v1/openapi.json").json()
    assert told["openapi"] == "3.1.0"
    assert {(PREFIX + operation.path, operation.method.lower()) for operation in OPERATIONS} == {(path, m) for path, ms in told["paths"].items() for m in ms}
    names = [operation["operationId"] for methods in told["paths"].values() for operation in methods.values()]
    assert len(names) == len(set(names))
    text = msgspec.json.encode(told).decode()
    for ref in {part.split('"')[0] for part in text.split('"$ref":"#/components/schemas/')[1:]}:
        assert ref in told["components"]["schemas"]
