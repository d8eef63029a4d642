"""A new reading in the place of an old one: items that are still there keep their claims and judgements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.errors import UnknownError
from onrecord.keeping import adding, judging, relating, removing, schema, tallying
from onrecord.keeping.bulk import among_update, put, put_new, run
from onrecord.keeping.differences import differences, pairs
from onrecord.keeping.rows import anchors_of, unpacked

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onrecord.keeping.protocol import Change
    from onrecord.keeping.rows import Rows
    from onrecord.keeping.totals import Totals
    from onrecord.record import Record

_TELLING = ("text_sha256", "title", "outlet", "published", "page")  # columns that tell versions and copies


def found(connection: Connection, record: Record) -> int:
    """The number of the report that a new reading is of: by its id, else by its bytes and place. Raises UnknownError."""
    report = record.report
    rows = run(connection, "SELECT seq FROM reports WHERE id = ?", report.id)
    if not rows:
        held = run(connection, "SELECT seq, location FROM reports WHERE bytes_sha256 = ? ORDER BY seq", report.origin.sha256)
        rows = [row for row in held if row[1] == report.origin.location]
    if not rows:
        message = f"{report.id}: no such report in the store; add it"
        raise UnknownError(message)
    return int(rows[0][0])


def reread(connection: Connection, seq: int, rows: Rows, new: Record, totals: Totals, *, at: str) -> tuple[list[Change], set[int]]:
    """Puts a new reading in the place of the old one; gives what it changed, and the numbers of others whose origin or status that changed."""
    data, signed = run(connection, "SELECT record, signature FROM readings WHERE report = ?", seq)[0]
    old = unpacked(data)
    same = pairs(old, new)
    before = removing.row(connection, seq)
    held = dict(run(connection, "SELECT key, claim FROM items WHERE report = ? AND claim IS NOT NULL", seq))
    claims, known = removing.take_out(connection, seq, old.report.text, totals)
    _replace(connection, seq, rows, before, totals)
    kept = {same[key]: claim for key, claim in held.items() if key in same}
    adding.add_items(connection, {**before, **rows.report, "seq": seq}, rows, totals, kept)
    tallying.tally(connection, [seq], 1)
    removing.shrink(connection, claims, totals, at=at)
    removing.forget_unknown(connection, known, totals)
    if signed != rows.reading[1]:
        among_update(connection, "DELETE FROM anchors WHERE report = ? AND anchor IN :values", (seq,), anchors_of(signed))
        put_new(connection, schema.anchors, ("anchor", "report"), [(anchor, seq) for anchor in rows.anchors])
    told_anew = any(before[name] != rows.report[name] for name in _TELLING)
    touched = relating.relate_anew(connection, seq, rows, totals) if told_anew else set[int]()
    changes = differences(old, new, same)
    changes += judging.carry(connection, old.report.id, new, same, same_text=old.report.text_sha256 == new.report.text_sha256)
    counts: dict[str, int] = {}
    for change in changes:
        counts[change.what] = counts.get(change.what, 0) + 1
    put(connection, schema.log, ("at", "what", "report", "detail"), [(at, "reread", rows.id, msgspec.json.encode(counts).decode())])
    return changes, touched


def _replace(connection: Connection, seq: int, rows: Rows, before: dict[str, Any], totals: Totals) -> None:
    """Writes the report's row, its reading and, where they are new, its bytes."""
    if rows.data is not None:
        put_new(connection, schema.originals, ("sha256", "data", "size"), [(rows.sha256, rows.data, rows.size)])
    changes = {name: value for name, value in rows.report.items() if name != "added"}
    columns = ", ".join(f"{name} = ?" for name in changes)
    new = rows.report["outlet"]
    if before["outlet"] != new:
        totals.add("outlets", int(new is not None and not _has(connection, new)))
    run(connection, f"UPDATE reports SET {columns}, linked = ? WHERE seq = ?", *changes.values(), False, seq)  # noqa: FBT003, S608  columns of ours
    if before["outlet"] != new:
        totals.add("outlets", -int(before["outlet"] is not None and not _has(connection, before["outlet"])))
    run(connection, "UPDATE readings SET record = ?, signature = ?, vectors = ? WHERE report = ?", *rows.reading, seq)


def _has(connection: Connection, outlet: str) -> bool:
    return bool(run(connection, "SELECT 1 FROM reports WHERE outlet = ? LIMIT 1", outlet))
