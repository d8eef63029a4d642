"""What exports ask of a store beside records and claims: which claims a report's items are in, and people's judgements in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.keeping.bulk import run
from onrecord.keeping.protocol import Judgement
from onrecord.keeping.retrieving import numbered

if TYPE_CHECKING:
    from sqlalchemy import Connection

_JUDGEMENTS = (
    "SELECT id, who, at, verdict, report, key, other_report, other_key, field, value, orphaned FROM judgements "
    "WHERE id > ? AND NOT undone ORDER BY id LIMIT ?"
)


def memberships(connection: Connection, report: str) -> dict[str, str]:
    """The claims that the items of a report are in, by key. Raises UnknownError."""
    seq, _ = numbered(connection, report)
    return dict(run(connection, "SELECT key, claim FROM items WHERE report = ? AND claim IS NOT NULL", seq))


def judgements(connection: Connection, after: int, how_many: int) -> list[Judgement]:
    """The next judgements that were not taken back."""
    return [
        Judgement(number, who, at, verdict, report, key, other_report, other_key, field, value, bool(orphaned))
        for number, who, at, verdict, report, key, other_report, other_key, field, value, orphaned in run(connection, _JUDGEMENTS, after, how_many)
    ]
