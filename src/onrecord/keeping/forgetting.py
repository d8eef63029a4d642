"""Removing a report for real: its bytes, its reading, its items and words; what is left is that it was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.keeping import relating, removing
from onrecord.keeping.bulk import among_update, run
from onrecord.keeping.rows import anchors_of, unpacked

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onrecord.keeping.totals import Totals


def forget(connection: Connection, seq: int, report: str, totals: Totals, *, who: str | None, at: str) -> set[int]:
    """Takes a report out of every table; gives the numbers of those whose origin or status that changed.

    What was taken is overwritten in SQLite's file; `compact` clears the index of words of it as well.
    """
    sqlite = connection.dialect.name == "sqlite"
    if sqlite:
        connection.exec_driver_sql("PRAGMA secure_delete = ON")
    try:
        touched = _remove(connection, seq, totals, at=at)
    finally:
        if sqlite:
            connection.exec_driver_sql("PRAGMA secure_delete = OFF")
    run(connection, "DELETE FROM judgements WHERE report = ? OR other_report = ?", report, report)
    run(connection, "INSERT INTO log (at, what, report, who) VALUES (?, 'forget', ?, ?)", at, report, who)
    return touched


def _remove(connection: Connection, seq: int, totals: Totals, *, at: str) -> set[int]:
    data, signed = run(connection, "SELECT record, signature FROM readings WHERE report = ?", seq)[0]
    row = removing.row(connection, seq)
    claims, known = removing.take_out(connection, seq, unpacked(data).report.text, totals)
    removing.shrink(connection, claims, totals, at=at)
    removing.forget_unknown(connection, known, totals)
    story = relating.reach(connection, [seq], relating.VERSIONS) - {seq}
    family = {other for (other,) in run(connection, "SELECT seq FROM reports WHERE origin = ?", row["origin"])} - {seq}
    among_update(connection, "DELETE FROM anchors WHERE report = ? AND anchor IN :values", (seq,), anchors_of(signed))
    run(connection, "DELETE FROM reports WHERE seq = ?", seq)
    if not run(connection, "SELECT 1 FROM reports WHERE bytes_sha256 = ? LIMIT 1", row["bytes_sha256"]):
        run(connection, "DELETE FROM originals WHERE sha256 = ?", row["bytes_sha256"])
    totals.add("reports", -1)
    if row["outlet"] is not None and not run(connection, "SELECT 1 FROM reports WHERE outlet = ? LIMIT 1", row["outlet"]):
        totals.add("outlets", -1)
    touched: set[int] = set()
    if family:
        touched = relating.split_origins(connection, family, totals)
    else:
        totals.add("origins", -1)
    return touched | relating.settle_stories(connection, story)
