"""What a desk needs: its users with what they did, tallies for its pages, places across reports, claims found by what moved in them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from onrecord.keeping.tallying import tally_all

revision = "0002"
down_revision = "0001"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_GONE = sa.text("items = 0")


def upgrade() -> None:
    """Makes the tables, and counts what is there."""
    _people()
    _tallies()
    tally_all(op.get_bind())


def _people() -> None:
    op.create_table(
        "users",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("created", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "sessions",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created", sa.Text(), nullable=False),
        sa.Column("expires", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["name"], ["users.name"], name="fk_sessions_name", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_sessions_name", "sessions", ["name"])
    op.create_table(
        "tokens",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["name"], ["users.name"], name="fk_tokens_name", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("hash"),
    )
    op.create_index("ix_tokens_name", "tokens", ["name"])
    op.create_table(
        "secrets",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "audit",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=True),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_audit_at", "audit", ["at"])


def _tallies() -> None:
    _tally("dyads", _whole("actor"), _whole("recipient"), _text("type"))
    op.create_index("ix_dyads_type_items", "dyads", ["type", "items"])
    op.create_index("ix_dyads_recipient", "dyads", ["recipient"])
    _tally("speaking", _whole("speaker"), _whole("about"))
    op.create_index("ix_speaking_items", "speaking", ["items"])
    op.create_index("ix_speaking_about", "speaking", ["about"])
    _tally("voices", _whole("identity"), _text("part"))
    op.create_index("ix_voices_part_items", "voices", ["part", "items"])
    _tally("series", _text("kind"), _text("code"), sa.Column("day", sa.Integer(), autoincrement=False, nullable=False), gone="day")
    _tally("quoting", _text("outlet"), _whole("identity"))
    op.create_index("ix_quoting_outlet_items", "quoting", ["outlet", "items"])
    op.create_index("ix_quoting_identity_items", "quoting", ["identity", "items"])
    _tally("publishing", _text("outlet"), _text("what"))
    op.create_index("ix_publishing_what_items", "publishing", ["what", "items"])
    _tally("sited", _whole("site"), _text("type"))
    op.create_index("ix_sited_type_items", "sited", ["type", "items"])
    op.create_table(
        "sites",
        _whole("id"),
        _text("site"),
        _text("name"),
        _text("kind"),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("admin1", sa.Text(), nullable=True),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("geonames", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("site"),
    )
    op.create_index("ix_sites_name", "sites", ["name"])
    op.add_column("items", sa.Column("site", _ID, nullable=True))
    op.create_index("ix_items_site", "items", ["site"], sqlite_where=sa.text("site IS NOT NULL"), postgresql_where=sa.text("site IS NOT NULL"))
    op.create_index("ix_claims_moved_changed", "claims", ["moved", "changed"])


def _whole(name: str) -> sa.Column[int]:
    return sa.Column(name, _ID, autoincrement=False, nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _tally(name: str, *keys: sa.Column[int] | sa.Column[str], gone: str | None = None) -> None:
    """A table of counts by `keys`, and the index by which rows are found that count nothing any more."""
    names = [key.name for key in keys]
    op.create_table(name, *keys, sa.Column("items", sa.Integer(), nullable=False), sa.PrimaryKeyConstraint(*names), sqlite_with_rowid=False)
    op.create_index(f"ix_{name}_gone", name, [gone or names[0]], sqlite_where=_GONE, postgresql_where=_GONE)
