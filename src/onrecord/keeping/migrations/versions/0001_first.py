"""The first format: reports with their bytes and readings, what is drawn from them, and the index of words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_WORDS = {
    "sqlite": (
        "CREATE VIRTUAL TABLE words USING fts5(body, content='', columnsize=0, tokenize='ascii')",
        "CREATE TABLE spellings (word TEXT NOT NULL, identity INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (word, identity, name)) WITHOUT ROWID",
        "CREATE INDEX ix_spellings_identity ON spellings (identity)",
    ),
    "postgresql": (
        "CREATE TABLE words (id BIGINT PRIMARY KEY, folded TEXT NOT NULL, body TSVECTOR NOT NULL)",
        "CREATE INDEX ix_words_body ON words USING gin (body)",
        "CREATE TABLE spellings (word TEXT NOT NULL, identity BIGINT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (word, identity, name))",
        "CREATE INDEX ix_spellings_identity ON spellings (identity)",
    ),
}


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "anchors",
        sa.Column("anchor", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("report", _ID, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("anchor", "report"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "claims",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=True),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("outlets", sa.Integer(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Integer(), nullable=True),
        sa.Column("last_day", sa.Integer(), nullable=True),
        sa.Column("first_affirmed", sa.Text(), nullable=True),
        sa.Column("first_denied", sa.Text(), nullable=True),
        sa.Column("changed", sa.Text(), nullable=False),
        sa.Column("moved", sa.Text(), nullable=True),
        sa.Column("ledger", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_claims_changed", "claims", ["changed"], unique=False)
    op.create_index("ix_claims_standing", "claims", ["standing"], unique=False)
    op.create_index("ix_claims_type_day", "claims", ["type", "first_day"], unique=False)
    op.create_table(
        "identities",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("identity"),
    )
    op.create_table(
        "judgements",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("other_report", sa.Text(), nullable=True),
        sa.Column("other_key", sa.Text(), nullable=True),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("orphaned", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_judgements_other_report_other_key", "judgements", ["other_report", "other_key"], unique=False)
    op.create_index("ix_judgements_report_key", "judgements", ["report", "key"], unique=False)
    op.create_table(
        "log",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=True),
        sa.Column("who", sa.Text(), nullable=True),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_log_report"), "log", ["report"], unique=False)
    op.create_table(
        "originals",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_table(
        "redirects", sa.Column("old", sa.Text(), nullable=False), sa.Column("new", sa.Text(), nullable=False), sa.PrimaryKeyConstraint("old")
    )
    op.create_index(op.f("ix_redirects_new"), "redirects", ["new"], unique=False)
    op.create_table(
        "reports",
        sa.Column("seq", _ID, autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("text_sha256", sa.Text(), nullable=False),
        sa.Column("bytes_sha256", sa.Text(), nullable=False),
        sa.Column("location", sa.Text(), nullable=True),
        sa.Column("page", sa.Text(), nullable=True),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("agency", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("day", sa.Integer(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("added", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=True),
        sa.Column("notice", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("story", _ID, nullable=True),
        sa.Column("origin", _ID, nullable=True),
        sa.Column("linked", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("id"),
    )
    op.create_index(op.f("ix_reports_bytes_sha256"), "reports", ["bytes_sha256"], unique=False)
    op.create_index(op.f("ix_reports_day"), "reports", ["day"], unique=False)
    op.create_index(
        "ix_reports_noticed",
        "reports",
        ["outlet"],
        unique=False,
        sqlite_where=sa.text("notice IS NOT NULL"),
        postgresql_where=sa.text("notice IS NOT NULL"),
    )
    op.create_index(op.f("ix_reports_origin"), "reports", ["origin"], unique=False)
    op.create_index("ix_reports_outlet_day", "reports", ["outlet", "day"], unique=False)
    op.create_index(op.f("ix_reports_page"), "reports", ["page"], unique=False)
    op.create_index("ix_reports_story", "reports", ["story"], unique=False)
    op.create_index(op.f("ix_reports_text_sha256"), "reports", ["text_sha256"], unique=False)
    op.create_index(
        "ix_reports_unlinked", "reports", ["seq"], unique=False, sqlite_where=sa.text("NOT linked"), postgresql_where=sa.text("NOT linked")
    )
    op.create_table(
        "totals", sa.Column("name", sa.Text(), nullable=False), sa.Column("count", sa.BigInteger(), nullable=False), sa.PrimaryKeyConstraint("name")
    )
    op.create_table(
        "actors",
        sa.Column("report", _ID, autoincrement=False, nullable=False),
        sa.Column("local", sa.Text(), nullable=False),
        sa.Column("identity", _ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["identity"], ["identities.id"], name=op.f("fk_actors_identity")),
        sa.ForeignKeyConstraint(["report"], ["reports.seq"], name=op.f("fk_actors_report"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", "local"),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_actors_identity"), "actors", ["identity"], unique=False)
    op.create_table(
        "items",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("report", _ID, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("local", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=True),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("act", sa.Text(), nullable=True),
        sa.Column("form", sa.Text(), nullable=True),
        sa.Column("certainty", sa.Text(), nullable=True),
        sa.Column("polarity", sa.Text(), nullable=True),
        sa.Column("first_day", sa.Integer(), nullable=True),
        sa.Column("last_day", sa.Integer(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("echo", sa.Boolean(), nullable=False),
        sa.Column("same_as", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("claim", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["report"], ["reports.seq"], name=op.f("fk_items_report"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_items_act", "items", ["act"], unique=False)
    op.create_index("ix_items_claim", "items", ["claim"], unique=False)
    op.create_index("ix_items_country", "items", ["country"], unique=False)
    op.create_index("ix_items_report_key", "items", ["report", "key"], unique=True)
    op.create_index("ix_items_type_day", "items", ["type", "first_day"], unique=False)
    op.create_table(
        "readings",
        sa.Column("report", _ID, autoincrement=False, nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("vectors", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["report"], ["reports.seq"], name=op.f("fk_readings_report"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report"),
    )
    op.create_table(
        "relations",
        sa.Column("report", _ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("other", _ID, nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["other"], ["reports.seq"], name=op.f("fk_relations_other"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["report"], ["reports.seq"], name=op.f("fk_relations_report"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", "kind", "other"),
    )
    op.create_index(op.f("ix_relations_other"), "relations", ["other"], unique=False)
    op.create_table(
        "blocks",
        sa.Column("block", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("item", _ID, nullable=False),
        sa.ForeignKeyConstraint(["item"], ["items.id"], name=op.f("fk_blocks_item"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("block", "item"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_blocks_item", "blocks", ["item"], unique=False)
    op.create_table(
        "pairs",
        sa.Column("a", _ID, nullable=False),
        sa.Column("b", _ID, nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["a"], ["items.id"], name=op.f("fk_pairs_a"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["b"], ["items.id"], name=op.f("fk_pairs_b"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("a", "b"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_pairs_b", "pairs", ["b"], unique=False)
    op.create_table(
        "profiles",
        sa.Column("item", _ID, nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["item"], ["items.id"], name=op.f("fk_profiles_item"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("item"),
    )
    op.create_table(
        "roles",
        sa.Column("item", _ID, nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("identity", _ID, nullable=False),
        sa.ForeignKeyConstraint(["identity"], ["identities.id"], name=op.f("fk_roles_identity")),
        sa.ForeignKeyConstraint(["item"], ["items.id"], name=op.f("fk_roles_item"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("item", "part", "identity"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_roles_identity_part", "roles", ["identity", "part"], unique=False)
    for statement in _WORDS[op.get_bind().dialect.name]:
        op.execute(statement)
