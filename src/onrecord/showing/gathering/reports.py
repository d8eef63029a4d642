"""Single reports, without taking their records apart where nobody looks inside."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from onrecord.keeping import retrieving
from onrecord.keeping.bulk import run

if TYPE_CHECKING:
    from onrecord.keeping.store import SqlStore


def record_json(store: SqlStore, report: str) -> bytes:
    """The record of a report as JSON. Raises UnknownError."""
    with store.database.reading() as connection:
        seq, _ = retrieving.numbered(connection, report)
        return zlib.decompress(run(connection, "SELECT record FROM readings WHERE report = ?", seq)[0][0])


def original(store: SqlStore, report: str) -> tuple[str, bytes]:
    """The whole id of a report and its bytes as they came. Raises UnknownError."""
    with store.database.reading() as connection:
        _, whole = retrieving.numbered(connection, report)
        return whole, retrieving.original(connection, whole)
