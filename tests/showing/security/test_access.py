"""Who may do what: on a desk of one's own, with users, from another site, under another name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.showing.accounts import audit, sessions, users
from onrecord.showing.security.access import needed
from onrecord.showing.settings import Settings
from tests.showing.client import Client

if TYPE_CHECKING:
    from onrecord.keeping.store import SqlStore

PASSWORD = "a long enough password"  # noqa: S105  no secret


@pytest.fixture
def staffed(store: SqlStore) -> Client:
    """A desk with a reader, a reviewer and an admin."""
    for role in ("reader", "reviewer", "admin"):
        users.add(store.database, f"the-{role}", role, PASSWORD)
    return Client(store)


def test_desk_of_ones_own_is_open(desk: Client) -> None:
    assert desk.get("/").status == 200


def test_desk_that_others_reach_is_never_open(store: SqlStore) -> None:
    outside = Client(store, Settings(host="0.0.0.0"))  # noqa: S104
    assert outside.get("/").status == 303
    assert outside.get("/api/v1/stats").status == 401


def test_login_leads_on_and_the_old_session_is_left(staffed: Client) -> None:
    refused = staffed.get("/?q=1")
    assert (refused.status, refused.headers["location"]) == (303, "/login?next=%2F%3Fq%3D1")
    before = staffed.cookie
    assert staffed.login("the-reader", PASSWORD).status == 303
    assert staffed.cookie != before
    assert staffed.get("/").status == 200
    staffed.cookie = before
    assert staffed.get("/").status == 303


def test_cookie_is_kept_from_scripts_and_other_sites(store: SqlStore) -> None:
    (kept,) = Client(store).get("/").headers.getlist("set-cookie")
    assert "HttpOnly" in kept and "SameSite=Lax" in kept and "Secure" not in kept
    (kept,) = Client(store, Settings(https=True)).get("/").headers.getlist("set-cookie")
    assert kept.startswith("__Host-onrecord=") and kept.endswith("; Secure")


def test_wrong_password_and_unknown_name_read_alike(staffed: Client) -> None:
    wrong, unknown = staffed.login("the-reader", "something else"), staffed.login("nobody", PASSWORD)
    assert wrong.status == unknown.status == 401
    assert [line.what for line in audit.noted(staffed.desk.store.database)][:2] == ["refused", "refused"]


def test_logins_are_limited(staffed: Client) -> None:
    statuses = [staffed.login("the-admin", "guess") .status for _ in range(12)]
    assert statuses == [401] * 10 + [429] * 2
    answer = staffed.login("the-admin", PASSWORD)
    assert answer.status == 429 and int(answer.headers["retry-after"]) >= 1


def test_logout_ends_the_session_on_the_server(staffed: Client) -> None:
    staffed.login("the-reader", PASSWORD)
    kept = staffed.cookie
    session = staffed.desk.cookies.session((kept or "").partition("=")[2])
    assert staffed.form("/logout", {"csrf": staffed.desk.cookies.word(session)}).status == 303
    staffed.cookie = kept
    assert staffed.get("/").status == 303


def test_removed_user_is_out_at_once(staffed: Client) -> None:
    staffed.login("the-reader", PASSWORD)
    token = sessions.new_token(staffed.desk.store.database, "the-reader")
    users.remove(staffed.desk.store.database, "the-reader")
    assert staffed.get("/").status == 303
    assert staffed.get("/", authorization=f"Bearer {token}").status == 401


@pytest.mark.parametrize("cookie", ["x", "a.b", "=", "onrecord-8017=forged.AAAA", "\xff"])
def test_forged_cookie_is_no_session(staffed: Client, cookie: str) -> None:
    assert staffed.get("/", cookie=f"onrecord-8017={cookie}").status == 303


@pytest.mark.parametrize("there", ["//evil.example", "https://evil.example", "/\\evil.example", "/%0d%0aX: y\r\nX: y", "javascript:alert(1)"])
def test_login_leads_nowhere_else(staffed: Client, there: str) -> None:
    answer = staffed.form("/login", {"csrf": staffed.word(), "name": "the-reader", "password": PASSWORD, "next": there})
    assert answer.headers["location"] == "/"


def test_form_without_its_word_is_refused(staffed: Client) -> None:
    staffed.get("/login")
    for word in ("", "AAAA", "é"):
        assert staffed.form("/login", {"csrf": word, "name": "the-reader", "password": PASSWORD}).status == 403
    other = Client(staffed.desk.store)
    assert staffed.form("/login", {"csrf": other.word(), "name": "the-reader", "password": PASSWORD}).status == 403


@pytest.mark.parametrize("headers", [{"origin": "https://evil.example"}, {"origin": "null"}, {"sec_fetch_site": "cross-site"}, {"sec_fetch_site": "same-site"}])
def test_other_sites_change_nothing(desk: Client, headers: dict[str, str]) -> None:
    word = desk.word()
    assert desk.form("/login", {"csrf": word}, **headers).status == 403
    assert desk.post("/api/v1/judgements", {}, **headers).status == 403


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "localhost@evil.example", "[::1", "10.0.0.1"])
def test_other_names_are_not_answered(desk: Client, host: str) -> None:
    assert desk.get("/api/v1/health", host=host).status == 421


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8017", "127.0.0.1:8017", "[::1]:8017", "localhost."])
def test_own_names_are_answered(desk: Client, host: str) -> None:
    assert desk.get("/", host=host).status == 200


def test_desk_at_every_address_goes_by_addresses_and_its_names(store: SqlStore) -> None:
    outside = Client(store, Settings(host="0.0.0.0", hosts=("desk.example",)))  # noqa: S104
    assert outside.get("/login", host="192.0.2.7:8017").status == 200
    assert outside.get("/login", host="desk.example").status == 200
    assert outside.get("/login", host="evil.example").status == 421


@pytest.mark.parametrize(("method", "path", "role"), [
    ("GET", "/", "reader"), ("GET", "/login", None), ("POST", "/login", None), ("GET", "/api/v1/health", None), ("GET", "/api/v1/healthy", "reader"),
    ("POST", "/read", "reader"), ("POST", "/readers", "reviewer"), ("POST", "/api/v1/read", "reader"), ("POST", "/api/v1/judgements", "reviewer"),
    ("DELETE", "/api/v1/judgements/3", "reviewer"), ("GET", "/audit", "admin"), ("GET", "/api/v1/audit", "admin"), ("PROPFIND", "/", "reviewer"),
])  # fmt: skip
def test_role_that_a_request_needs(method: str, path: str, role: str | None) -> None:
    assert needed(method, path) == role


def test_roles_hold(staffed: Client) -> None:
    tokens = {role: sessions.new_token(staffed.desk.store.database, f"the-{role}") for role in ("reader", "reviewer", "admin")}
    asked = {role: staffed.get("/csp-violations", authorization=f"Bearer {token}").status for role, token in tokens.items()}
    assert asked == {"reader": 403, "reviewer": 403, "admin": 200}
    assert staffed.post("/api/v1/judgements", {}, authorization=f"Bearer {tokens['reader']}").status == 403


def test_store_keeps_no_word_that_can_be_used(staffed: Client, store: SqlStore) -> None:
    staffed.login("the-reader", PASSWORD)
    token = sessions.new_token(store.database, "the-reader")
    with store.database.reading() as connection:
        kept = str([list(connection.exec_driver_sql(f"SELECT * FROM {table}")) for table in ("users", "sessions", "tokens", "audit")])  # noqa: S608
    session = staffed.desk.cookies.session((staffed.cookie or "").partition("=")[2])
    assert PASSWORD not in kept and token not in kept and session not in kept
    assert "$argon2id$" in kept


def test_body_over_the_limit_is_refused(store: SqlStore) -> None:
    small = Client(store, Settings(largest=100))
    assert small.post("/csp-reports", b"x" * 101).status == 413
    assert small.post("/csp-reports", b"x" * 101, content_length="5").status == 413
    assert small.post("/csp-reports", b"x" * 100).status == 204


def test_violations_are_collected(desk: Client) -> None:
    desk.post("/csp-reports", {"csp-report": {"violated-directive": "script-src"}})
    desk.post("/csp-reports", b"\xff")
    assert desk.app.state.violations.count == 2
    assert desk.app.state.violations.seen[0] == {"csp-report": {"violated-directive": "script-src"}}
