"""Sessions and tokens: random words of which the store keeps hashes alone, so that whoever reads the store can use none of them."""

from __future__ import annotations

import hashlib
import secrets
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from onrecord.errors import KeepingError
from onrecord.keeping.bulk import run
from onrecord.keeping.store import now
from onrecord.showing.accounts.audit import note
from onrecord.showing.accounts.roles import Who
from onrecord.showing.accounts.users import must_know

if TYPE_CHECKING:
    from onrecord.keeping.database import Database

LASTS = timedelta(days=7)
"""How long somebody stays logged in."""
BEGINS = "onr_"
"""What a token begins with, so that scanners for secrets know it."""


def new_session() -> str:
    """The identifier of a session, 256 bits."""
    return secrets.token_urlsafe(32)


def begin(database: Database, session: str, name: str, *, address: str | None) -> None:
    """Keeps the session of somebody who has logged in, and drops those that are over."""
    at = datetime.now(UTC)
    with database.writing() as connection:
        run(connection, "DELETE FROM sessions WHERE expires < ?", now())
        values = (_hashed(session), name, at.isoformat(timespec="seconds"), (at + LASTS).isoformat(timespec="seconds"))
        run(connection, "INSERT INTO sessions (id, name, created, expires) VALUES (?, ?, ?, ?)", *values)
        note(connection, "login", who=name, address=address)


def end(database: Database, session: str, *, who: str, address: str | None) -> None:
    """Ends a session on the server: its cookie is worth nothing from now on."""
    with database.writing() as connection:
        run(connection, "DELETE FROM sessions WHERE id = ?", _hashed(session))
        note(connection, "logout", who=who, address=address)


def refused(database: Database, name: str, *, address: str | None) -> None:
    """Notes that somebody gave a wrong name or password."""
    with database.writing() as connection:
        note(connection, "refused", who=None, address=address, detail={"name": name[:64]})


def of_session(database: Database, session: str) -> Who | None:
    """Who is logged in with a session that is not over."""
    select = "SELECT users.name, role FROM sessions JOIN users ON users.name = sessions.name WHERE id = ? AND expires > ?"
    with database.reading() as connection:
        found = run(connection, select, _hashed(session), now())
    return Who(found[0][0], found[0][1], "session", session) if found else None


def new_token(database: Database, name: str) -> str:
    """A token for programs of this user; shown here and never again. Raises UnknownError."""
    token = BEGINS + secrets.token_urlsafe(32)
    with database.writing() as connection:
        must_know(connection, name)
        run(connection, "INSERT INTO tokens (hash, name, created) VALUES (?, ?, ?)", _hashed(token), name, now())
        note(connection, "token", who=None, detail={"user": name})
    return token


def of_token(database: Database, token: str) -> Who | None:
    """Whose token this is."""
    with database.reading() as connection:
        found = run(connection, "SELECT users.name, role FROM tokens JOIN users ON users.name = tokens.name WHERE hash = ?", _hashed(token))
    return Who(found[0][0], found[0][1], "token") if found else None


def revoke_tokens(database: Database, name: str) -> int:
    """Makes all tokens of a user worthless; gives how many there were. Raises UnknownError."""
    with database.writing() as connection:
        must_know(connection, name)
        gone = run(connection, "DELETE FROM tokens WHERE name = ? RETURNING id", name)
        note(connection, "tokens revoked", who=None, detail={"user": name, "tokens": len(gone)})
    return len(gone)


def signing_key(database: Database) -> str:
    """The key that cookies are signed with: made once a store; one of this process alone where the store may not be written."""
    with database.reading() as connection:
        found = run(connection, "SELECT value FROM secrets WHERE name = 'cookies'")
    if found:
        return str(found[0][0])
    made = secrets.token_hex(32)
    try:
        with database.writing() as connection:
            run(connection, "INSERT INTO secrets (name, value) VALUES ('cookies', ?) ON CONFLICT DO NOTHING", made)
            return str(run(connection, "SELECT value FROM secrets WHERE name = 'cookies'")[0][0])
    except KeepingError:
        return made


def _hashed(word: str) -> str:
    return hashlib.sha256(word.encode("utf-8", "surrogateescape")).hexdigest()
