"""Counts that pages need and that would take too long to count when somebody looks: kept as reports come and go (`keeping.tallying`)."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Double, Index, Integer, Table, Text, text

from onrecord.keeping.schema import metadata

_Id = BigInteger().with_variant(Integer, "sqlite")


def _gone(table: str, column: str) -> Index:
    """By which rows are found that count nothing any more."""
    return Index(f"ix_{table}_gone", column, sqlite_where=text("items = 0"), postgresql_where=text("items = 0"))


dyads = Table(  # who does what to whom: events by pair and type, "" for all types together
    "dyads",
    metadata,
    Column("actor", _Id, primary_key=True, autoincrement=False),
    Column("recipient", _Id, primary_key=True, autoincrement=False),
    Column("type", Text, primary_key=True),
    Column("items", Integer, nullable=False),
    Index("ix_dyads_type_items", "type", "items"),
    Index("ix_dyads_recipient", "recipient"),
    _gone("dyads", "actor"),
    sqlite_with_rowid=False,
)

speaking = Table(  # who speaks about whom: events that stand on the word of one and have the other as a party
    "speaking",
    metadata,
    Column("speaker", _Id, primary_key=True, autoincrement=False),
    Column("about", _Id, primary_key=True, autoincrement=False),
    Column("items", Integer, nullable=False),
    Index("ix_speaking_items", "items"),
    Index("ix_speaking_about", "about"),
    _gone("speaking", "speaker"),
    sqlite_with_rowid=False,
)

voices = Table(  # what part identities play: "" for all parts together
    "voices",
    metadata,
    Column("identity", _Id, primary_key=True, autoincrement=False),
    Column("part", Text, primary_key=True),
    Column("items", Integer, nullable=False),
    Index("ix_voices_part_items", "part", "items"),
    _gone("voices", "identity"),
    sqlite_with_rowid=False,
)

series = Table(  # statements by act and events by type on each day, where the day is told within a week
    "series",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("code", Text, primary_key=True),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("items", Integer, nullable=False),
    _gone("series", "day"),
    sqlite_with_rowid=False,
)

quoting = Table(  # whom an outlet quotes: statements by outlet and speaker
    "quoting",
    metadata,
    Column("outlet", Text, primary_key=True),
    Column("identity", _Id, primary_key=True, autoincrement=False),
    Column("items", Integer, nullable=False),
    Index("ix_quoting_outlet_items", "outlet", "items"),
    Index("ix_quoting_identity_items", "identity", "items"),
    _gone("quoting", "outlet"),
    sqlite_with_rowid=False,
)

publishing = Table(  # what an outlet publishes: reports, statements, events, reports that are copies of another's
    "publishing",
    metadata,
    Column("outlet", Text, primary_key=True),
    Column("what", Text, primary_key=True),  # report | statement | event
    Column("items", Integer, nullable=False),
    Index("ix_publishing_what_items", "what", "items"),
    _gone("publishing", "outlet"),
    sqlite_with_rowid=False,
)

sites = Table(  # places across reports
    "sites",
    metadata,
    Column("id", _Id, primary_key=True, autoincrement=False),
    Column("site", Text, nullable=False, unique=True),  # what tells it from others: its number in GeoNames, else its name and state
    Column("name", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("country", Text),
    Column("admin1", Text),
    Column("latitude", Double),
    Column("longitude", Double),
    Column("geonames", BigInteger),
)

sited = Table(  # events by place and type and statements by place (type "say"), "" for all together
    "sited",
    metadata,
    Column("site", _Id, primary_key=True, autoincrement=False),
    Column("type", Text, primary_key=True),
    Column("items", Integer, nullable=False),
    Index("ix_sited_type_items", "type", "items"),
    _gone("sited", "site"),
    sqlite_with_rowid=False,
)

TALLIES = (dyads, speaking, voices, series, quoting, publishing, sited)
