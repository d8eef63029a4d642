"""The tables of those who use a desk: users, their sessions and tokens, keys that cookies are signed with, and what was done by whom."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, Table, Text

from onrecord.keeping.schema import metadata

_Id = BigInteger().with_variant(Integer, "sqlite")

users = Table(
    "users",
    metadata,
    Column("name", Text, primary_key=True),
    Column("role", Text, nullable=False),  # reader | reviewer | admin
    Column("password", Text, nullable=False),  # argon2id
    Column("created", Text, nullable=False),  # ISO 8601, UTC
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", Text, primary_key=True),  # SHA-256 of what the cookie says
    Column("name", Text, ForeignKey("users.name", ondelete="CASCADE"), nullable=False, index=True),
    Column("created", Text, nullable=False),
    Column("expires", Text, nullable=False),
)

tokens = Table(
    "tokens",
    metadata,
    Column("id", _Id, primary_key=True, autoincrement=True),
    Column("hash", Text, nullable=False, unique=True),  # SHA-256 of the token
    Column("name", Text, ForeignKey("users.name", ondelete="CASCADE"), nullable=False, index=True),
    Column("created", Text, nullable=False),
)

secrets = Table("secrets", metadata, Column("name", Text, primary_key=True), Column("value", Text, nullable=False))

audit = Table(  # who did what at the desk; never rewritten
    "audit",
    metadata,
    Column("id", _Id, primary_key=True, autoincrement=True),
    Column("at", Text, nullable=False, index=True),
    Column("who", Text),
    Column("what", Text, nullable=False),  # login | refused | logout | user added | user removed | token | read | keep | judge | undo
    Column("address", Text),  # where it came from
    Column("detail", Text),  # JSON
)
