"""Users, sessions, tokens and the log, in each database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.errors import UnknownError, UsageError
from onrecord.keeping.bulk import run
from onrecord.showing.accounts import audit, sessions, users
from onrecord.showing.accounts.roles import Who, local

if TYPE_CHECKING:
    from onrecord.keeping.store import SqlStore

PASSWORD = "a long enough password"  # noqa: S105  no secret


def test_users_come_and_go(store: SqlStore) -> None:
    database = store.database
    assert not users.any_of(database)
    users.add(database, "ida", "reviewer", PASSWORD)
    assert users.any_of(database)
    assert users.verified(database, "ida", PASSWORD) == "reviewer"
    assert users.verified(database, "ida", PASSWORD + "!") is None
    token = sessions.new_token(database, "ida")
    assert [(user.name, user.role, user.tokens) for user in users.listed(database)] == [("ida", "reviewer", 1)]
    assert sessions.of_token(database, token) == Who("ida", "reviewer", "token")
    sessions.begin(database, "word", "ida", address="127.0.0.1")
    assert sessions.of_session(database, "word") == Who("ida", "reviewer", "session", "word")
    users.remove(database, "ida")
    assert (users.listed(database), sessions.of_token(database, token), sessions.of_session(database, "word")) == ([], None, None)
    assert [line.what for line in audit.noted(database)] == ["user removed", "login", "token", "user added"]
    with pytest.raises(UnknownError):
        sessions.new_token(database, "ida")


@pytest.mark.parametrize(("name", "role", "password"), [
    ("local", "reader", PASSWORD), ("", "reader", PASSWORD), ("a b", "reader", PASSWORD), ("x" * 65, "reader", PASSWORD), ("\u00e9", "reader", PASSWORD),
    ("ida", "owner", PASSWORD), ("ida", "reader", "short"), ("ida", "reader", "x" * 1025),
])  # fmt: skip
def test_users_that_cannot_be(store: SqlStore, name: str, role: str, password: str) -> None:
    with pytest.raises(UsageError):
        users.add(store.database, name, role, password)
    assert not users.any_of(store.database)


def test_sessions_are_over_after_their_time(store: SqlStore) -> None:
    users.add(store.database, "ida", "reader", PASSWORD)
    sessions.begin(store.database, "word", "ida", address=None)
    with store.database.writing() as connection:
        run(connection, "UPDATE sessions SET expires = '2020-01-01T00:00:00+00:00'")
    assert sessions.of_session(store.database, "word") is None
    sessions.begin(store.database, "other", "ida", address=None)
    with store.database.reading() as connection:
        assert run(connection, "SELECT count(*) FROM sessions") == [(1,)]


def test_ended_sessions_and_revoked_tokens_are_worth_nothing(store: SqlStore) -> None:
    users.add(store.database, "ida", "reader", PASSWORD)
    tokens = [sessions.new_token(store.database, "ida") for _ in range(2)]
    sessions.begin(store.database, "word", "ida", address=None)
    sessions.end(store.database, "word", who="ida", address=None)
    assert sessions.of_session(store.database, "word") is None
    assert sessions.revoke_tokens(store.database, "ida") == 2
    assert [sessions.of_token(store.database, token) for token in tokens] == [None, None]


def test_key_of_cookies_stays(store: SqlStore) -> None:
    assert sessions.signing_key(store.database) == sessions.signing_key(store.database)


def test_log_is_read_backwards_page_by_page(store: SqlStore) -> None:
    for number in range(5):
        sessions.refused(store.database, f"name {number}", address="127.0.0.1")
    last = audit.noted(store.database, limit=2)
    assert [line.detail["name"] for line in last] == ["name 4", "name 3"]
    assert [line.detail["name"] for line in audit.noted(store.database, before=last[-1].id)] == ["name 2", "name 1", "name 0"]


def test_roles_have_those_below_them() -> None:
    reader, admin = Who("a", "reader", "session"), Who("b", "admin", "session")
    assert [reader.may(role) for role in ("reader", "reviewer", "admin")] == [True, False, False]
    assert [local(None).may(role) for role in ("reader", "reviewer", "admin")] == [True, True, False]
    assert all(admin.may(role) for role in ("reader", "reviewer", "admin"))
