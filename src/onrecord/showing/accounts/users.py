"""Users: added and removed at the command line, known by their passwords (argon2id)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, cast

from onrecord.errors import UnknownError, UsageError
from onrecord.keeping.bulk import run
from onrecord.keeping.store import now
from onrecord.showing.accounts.audit import note
from onrecord.showing.accounts.roles import LOCAL, ROLES

if TYPE_CHECKING:
    from argon2 import PasswordHasher
    from sqlalchemy import Connection

    from onrecord.keeping.database import Database
    from onrecord.showing.accounts.roles import Role

SHORTEST = 12
LONGEST = 1024
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{0,63}")


class User(NamedTuple):
    """A user as lists show it."""

    name: str
    role: Role
    created: str
    tokens: int


def add(database: Database, name: str, role: str, password: str) -> None:
    """Adds a user. Raises UsageError where the name is taken or cannot be one, the role is none, or the password is too short."""
    if role not in ROLES:
        message = f"{role}: no role; one of {', '.join(ROLES)}"
        raise UsageError(message)
    if not _NAME.fullmatch(name) or name == LOCAL:
        message = f"{name!r}: no name for a user; up to 64 letters, digits and . _ @ - (and not {LOCAL!r})"
        raise UsageError(message)
    if not SHORTEST <= len(password) <= LONGEST:
        message = f"a password has {SHORTEST} characters or more (and at most {LONGEST})"
        raise UsageError(message)
    hashed = hasher().hash(password)
    with database.writing() as connection:
        if run(connection, "SELECT 1 FROM users WHERE name = ?", name):
            message = f"{name}: there is a user of this name"
            raise UsageError(message)
        run(connection, "INSERT INTO users (name, role, password, created) VALUES (?, ?, ?, ?)", name, role, hashed, now())
        note(connection, "user added", who=None, detail={"user": name, "role": role})


def remove(database: Database, name: str) -> None:
    """Removes a user with all sessions and tokens; what they did stays in the logs. Raises UnknownError."""
    with database.writing() as connection:
        must_know(connection, name)
        run(connection, "DELETE FROM users WHERE name = ?", name)
        note(connection, "user removed", who=None, detail={"user": name})


def listed(database: Database) -> list[User]:
    """All users by name."""
    select = "SELECT name, role, created, (SELECT count(*) FROM tokens WHERE tokens.name = users.name) FROM users ORDER BY name"
    with database.reading() as connection:
        return [User(*row) for row in run(connection, select)]


def any_of(database: Database) -> bool:
    """Whether there is a user at all."""
    with database.reading() as connection:
        return bool(run(connection, "SELECT 1 FROM users LIMIT 1"))


def verified(database: Database, name: str, password: str) -> Role | None:
    """The role of a user who gave the right password; null otherwise, in about the same time whether there is such a user or not."""
    from argon2.exceptions import Argon2Error, InvalidHashError  # noqa: PLC0415  with logins alone

    with database.reading() as connection:
        found = run(connection, "SELECT role, password FROM users WHERE name = ?", name)
    role, hashed = found[0] if found else (None, _nobody())
    try:
        hasher().verify(hashed, password[: LONGEST + 1])
    except (Argon2Error, InvalidHashError):
        return None
    if role is not None and hasher().check_needs_rehash(hashed):
        with database.writing() as connection:
            run(connection, "UPDATE users SET password = ? WHERE name = ?", hasher().hash(password), name)
    return cast("Role | None", role)


@cache
def hasher() -> PasswordHasher:
    """Argon2id with 19 MB, two passes, one lane: OWASP's first choice, some 20 ms."""
    from argon2 import PasswordHasher, Type  # noqa: PLC0415  with logins alone

    return PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1, type=Type.ID)


@cache
def _nobody() -> str:
    """What the passwords of those who are no users are compared with."""
    return hasher().hash("nobody's password")


def must_know(connection: Connection, name: str) -> None:
    """Raises UnknownError where there is no such user."""
    if not run(connection, "SELECT 1 FROM users WHERE name = ?", name):
        message = f"{name}: no such user"
        raise UnknownError(message)
