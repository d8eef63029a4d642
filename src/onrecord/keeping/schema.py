"""The tables of a store. Reports and their bytes are the truth; everything else is drawn from the records and can be drawn again.

The index of words is in `fulltext`, for each database has its own. Text has no limits of length: SQLite would not keep to them and PostgreSQL would.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    text,
)

metadata = MetaData(naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s", "fk": "fk_%(table_name)s_%(column_0_N_name)s"})
_Id = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers rows by themselves in INTEGER alone


def _report() -> Column[int]:
    return Column("report", _Id, ForeignKey("reports.seq", ondelete="CASCADE"), nullable=False)


originals = Table(
    "originals",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),  # the bytes as they came, zlib
    Column("size", Integer, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("seq", _Id, primary_key=True, autoincrement=False),  # order of arrival; what cursors count by
    Column("id", Text, nullable=False, unique=True),  # report.id of the record
    Column("text_sha256", Text, nullable=False, index=True),
    Column("bytes_sha256", Text, nullable=False, index=True),
    Column("location", Text),
    Column("page", Text, index=True),  # the location without what does not tell pages apart (corroborating.versions.page)
    Column("media_type", Text, nullable=False),
    Column("title", Text),
    Column("outlet", Text),  # publisher, else agency, as the report has it
    Column("agency", Text),
    Column("published", Text),  # ISO 8601 as the report has it
    Column("day", Integer, index=True),  # ordinal of the day of publication
    Column("language", Text, nullable=False),
    Column("added", Text, nullable=False),  # ISO 8601, UTC
    Column("model", Text),  # sha256 of the weights that read it
    Column("notice", Text),  # corrects | kills | updates, where the report says so of itself
    Column("status", Text, nullable=False, default="current"),  # current | superseded | retracted
    Column("story", _Id),  # seq of the first version of this story from this outlet
    Column("origin", _Id, index=True),  # seq of the earliest report that this one is a copy of, its own where it is none's
    Column("linked", Boolean, nullable=False, default=False),
    Index("ix_reports_outlet_day", "outlet", "day"),
    Index("ix_reports_noticed", "outlet", sqlite_where=text("notice IS NOT NULL"), postgresql_where=text("notice IS NOT NULL")),
    Index("ix_reports_story", "story"),
    Index("ix_reports_unlinked", "seq", sqlite_where=text("NOT linked"), postgresql_where=text("NOT linked")),
)

readings = Table(  # what reading a report gave; apart from `reports`, whose rows stay small
    "readings",
    metadata,
    Column("report", _Id, ForeignKey("reports.seq", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("record", LargeBinary, nullable=False),  # the whole record as JSON, zlib
    Column("signature", LargeBinary, nullable=False),  # of the report's words (corroborating.signature)
    Column("vectors", LargeBinary),  # by the items' keys, msgpack; null where there are none
)

relations = Table(  # versions, corrections, kills, copies: nothing is deleted silently
    "relations",
    metadata,
    Column("report", _Id, ForeignKey("reports.seq", ondelete="CASCADE"), primary_key=True),
    Column("kind", Text, primary_key=True),  # supersedes | corrects | kills | copies
    Column("other", _Id, ForeignKey("reports.seq", ondelete="CASCADE"), primary_key=True, index=True),
    Column("reasons", Text, nullable=False, default="[]"),  # JSON
)

anchors = Table(  # by which copies of a report are found
    "anchors",
    metadata,
    Column("anchor", BigInteger, primary_key=True, autoincrement=False),
    Column("report", _Id, primary_key=True, autoincrement=False),  # no foreign key: forgetting knows a report's anchors
    sqlite_with_rowid=False,
)

identities = Table(  # actors across reports
    "identities",
    metadata,
    Column("id", _Id, primary_key=True, autoincrement=False),
    Column("identity", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("country", Text),
)

actors = Table(  # who an actor of a report is across reports
    "actors",
    metadata,
    Column("report", _Id, ForeignKey("reports.seq", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("local", Text, primary_key=True),  # "a1"
    Column("identity", _Id, ForeignKey("identities.id"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    sqlite_with_rowid=False,
)

items = Table(  # statements and events
    "items",
    metadata,
    Column("id", _Id, primary_key=True, autoincrement=False),
    _report(),
    Column("key", Text, nullable=False),
    Column("local", Text, nullable=False),  # "s1", "e1"
    Column("kind", Text, nullable=False),  # statement | event
    Column("type", Text),  # of an event: PLOVER
    Column("mode", Text),
    Column("act", Text),  # of a statement
    Column("form", Text),
    Column("certainty", Text),
    Column("polarity", Text),
    Column("first_day", Integer),  # of the event, or of the saying
    Column("last_day", Integer),
    Column("place", Text),  # name of its place
    Column("country", Text),  # where it took place
    Column("confidence", Double, nullable=False),
    Column("echo", Boolean, nullable=False, default=False),
    Column("same_as", Text),  # local id
    Column("words", Text, nullable=False),  # content of a statement, evidence of an event
    Column("claim", Text),  # the claim it is a member of
    Column("site", _Id),  # where it took place, across reports (`keeping.tallies`)
    Index("ix_items_report_key", "report", "key", unique=True),
    Index("ix_items_type_day", "type", "first_day"),
    Index("ix_items_act", "act"),
    Index("ix_items_claim", "claim"),
    Index("ix_items_country", "country"),
    Index("ix_items_site", "site", sqlite_where=text("site IS NOT NULL"), postgresql_where=text("site IS NOT NULL")),
)

roles = Table(  # which identity plays which part in an item
    "roles",
    metadata,
    Column("item", _Id, ForeignKey("items.id", ondelete="CASCADE"), primary_key=True),
    Column("part", Text, primary_key=True),  # speaker | actor | recipient | word (on whose word an event stands) | addressee
    Column("identity", _Id, ForeignKey("identities.id"), primary_key=True),
    Index("ix_roles_identity_part", "identity", "part"),
    sqlite_with_rowid=False,
)

profiles = Table(  # what linking knows of an item (corroborating.index.Profile, msgpack)
    "profiles",
    metadata,
    Column("item", _Id, ForeignKey("items.id", ondelete="CASCADE"), primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

blocks = Table(
    "blocks",
    metadata,
    Column("block", BigInteger, primary_key=True, autoincrement=False),
    Column("item", _Id, ForeignKey("items.id", ondelete="CASCADE"), primary_key=True),
    Index("ix_blocks_item", "item"),
    sqlite_with_rowid=False,
)

pairs = Table(
    "pairs",
    metadata,
    Column("a", _Id, ForeignKey("items.id", ondelete="CASCADE"), primary_key=True),
    Column("b", _Id, ForeignKey("items.id", ondelete="CASCADE"), primary_key=True),
    Column("score", Double, nullable=False),
    Column("reasons", Text, nullable=False),  # JSON
    Index("ix_pairs_b", "b"),
    sqlite_with_rowid=False,
)

claims = Table(  # the ledger's summary; members are items.claim, the ledger itself is made from their records
    "claims",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("type", Text),
    Column("label", Text, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("outlets", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("standing", Text, nullable=False),
    Column("first_day", Integer),
    Column("last_day", Integer),
    Column("first_affirmed", Text),
    Column("first_denied", Text),
    Column("changed", Text, nullable=False),  # ISO 8601, UTC: when the ledger last moved in this store
    Column("moved", Text),  # what moved: new | denial | figure | corroborated | voice | standing
    Column("ledger", LargeBinary),  # the claim as JSON, zlib, where it has members of several reports
    Index("ix_claims_standing", "standing"),
    Index("ix_claims_changed", "changed"),
    Index("ix_claims_type_day", "type", "first_day"),
    Index("ix_claims_moved_changed", "moved", "changed"),
)

redirects = Table("redirects", metadata, Column("old", Text, primary_key=True), Column("new", Text, nullable=False, index=True))

judgements = Table(  # a person's word; bound to keys, so that it survives re-reading
    "judgements",
    metadata,
    Column("id", _Id, primary_key=True, autoincrement=True),
    Column("who", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("verdict", Text, nullable=False),  # same | different | unsure | accept | reject | correct
    Column("report", Text, nullable=False),  # report.id, not seq: it outlives the reading
    Column("key", Text, nullable=False),
    Column("start", Integer),  # span of the item when it was judged
    Column("end", Integer),
    Column("other_report", Text),
    Column("other_key", Text),
    Column("field", Text),  # corrections: span | speaker | type | certainty
    Column("value", Text),  # JSON
    Column("undone", Boolean, nullable=False, default=False),
    Column("orphaned", Boolean, nullable=False, default=False),
    Index("ix_judgements_report_key", "report", "key"),
    Index("ix_judgements_other_report_other_key", "other_report", "other_key"),
)

log = Table(  # what was done to the store, by whom, never rewritten
    "log",
    metadata,
    Column("id", _Id, primary_key=True, autoincrement=True),
    Column("at", Text, nullable=False),
    Column("what", Text, nullable=False),  # add | reread | supersede | retract | forget | judge | undo | compact
    Column("report", Text, index=True),
    Column("who", Text),
    Column("detail", Text),  # JSON
)

totals = Table(  # counts that pages and `stats` need, kept as reports arrive, and the last numbers given (`keeping.totals`)
    "totals",
    metadata,
    Column("name", Text, primary_key=True),
    Column("count", BigInteger, nullable=False),
)

