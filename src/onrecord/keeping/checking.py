"""What may be wrong with a store, looked for: in the file, between the tables, in the records themselves."""

from __future__ import annotations

import hashlib
import zlib
from typing import TYPE_CHECKING

import msgspec

from onrecord.keeping.bulk import run
from onrecord.keeping.rows import items_of, unpacked
from onrecord.keeping.tallying import wrong
from onrecord.keeping.totals import counted
from onrecord.record import Mention, Quantity, Record, Span, Time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

_REFERENCES = frozenset(
    ("part_of", "of", "speakers", "addressee", "within", "continues", "about", "performs", "ref", "quantities", "said_by", "by", "same_as",
     "performed_by", "actors", "recipients")
)  # fmt: skip
_PAGE = 200
_MOST = 20  # lines of the database's own check
_DANGLING = (
    ("reports without a reading", "SELECT id FROM reports WHERE NOT EXISTS (SELECT 1 FROM readings WHERE report = seq)"),
    ("readings without a report", "SELECT CAST(report AS TEXT) FROM readings WHERE NOT EXISTS (SELECT 1 FROM reports WHERE seq = report)"),
    ("items without a report", "SELECT key FROM items WHERE NOT EXISTS (SELECT 1 FROM reports WHERE seq = report)"),
    (
        "items of claims that are not there",
        "SELECT key FROM items WHERE NOT EXISTS (SELECT 1 FROM claims WHERE claims.id = claim) AND claim IS NOT NULL",
    ),
    ("claims without an item", "SELECT id FROM claims WHERE NOT EXISTS (SELECT 1 FROM items WHERE items.claim = claims.id)"),
    ("redirects that lead nowhere", "SELECT old FROM redirects WHERE NOT EXISTS (SELECT 1 FROM claims WHERE claims.id = new)"),
    ("actors that nobody is", "SELECT name FROM actors WHERE NOT EXISTS (SELECT 1 FROM identities WHERE identities.id = actors.identity)"),
    (
        "identities that no report names",
        "SELECT identity FROM identities WHERE NOT EXISTS (SELECT 1 FROM actors WHERE actors.identity = identities.id)",
    ),
    ("roles without an item", "SELECT CAST(item AS TEXT) FROM roles WHERE NOT EXISTS (SELECT 1 FROM items WHERE items.id = roles.item)"),
    ("anchors of reports that are not there", "SELECT CAST(report AS TEXT) FROM anchors WHERE NOT EXISTS (SELECT 1 FROM reports WHERE seq = report)"),
    ("bytes of no report", "SELECT sha256 FROM originals WHERE NOT EXISTS (SELECT 1 FROM reports WHERE bytes_sha256 = sha256)"),
    ("reports of origins that are not there", "SELECT id FROM reports WHERE NOT EXISTS (SELECT 1 FROM reports AS o WHERE o.seq = reports.origin)"),
    (
        "reports whose origin is another's copy",
        "SELECT id FROM reports WHERE origin <> seq AND EXISTS (SELECT 1 FROM reports AS o WHERE o.seq = reports.origin AND o.origin <> o.seq)",
    ),
)


def of_file(connection: Connection) -> Iterator[str]:
    """What SQLite itself finds wrong with its file."""
    if connection.dialect.name != "sqlite":
        return
    for (line,) in run(connection, f"PRAGMA integrity_check({_MOST})"):
        if line != "ok":
            yield f"the file: {line}"
    for table, row, parent, _ in run(connection, "PRAGMA foreign_key_check")[:_MOST]:
        yield f"the file: row {row} of {table} belongs to a row of {parent} that is not there"


def of_tables(connection: Connection) -> Iterator[str]:
    """What does not hold together between the tables, and totals that do not add up."""
    for what, select in _DANGLING:
        rows = run(connection, f"{select} LIMIT {_MOST + 1}")
        if rows:
            more = " and more" if len(rows) > _MOST else ""
            yield f"{what}: {', '.join(str(row[0]) for row in rows[:_MOST])}{more}"
    kept = dict(run(connection, "SELECT name, count FROM totals"))
    for name, count in counted(connection).items():
        if kept.get(name, 0) != count:
            yield f"totals: {kept.get(name, 0)} {name} are told, {count} are there"
    yield from wrong(connection)


def of_records(connection: Connection, after: int) -> tuple[list[str], int | None]:
    """What is wrong with a page of records and bytes, those after number `after`; and the last number, null at the end."""
    select = "SELECT report, id, bytes_sha256, record FROM readings JOIN reports ON seq = report WHERE report > ? ORDER BY report LIMIT ?"
    rows = run(connection, select, after, _PAGE)
    out = [f"{report}: {wrong}" for seq, report, sha256, data in rows for wrong in _of_one(connection, seq, report, sha256, data)]
    return out, rows[-1][0] if rows else None


def _of_one(connection: Connection, seq: int, report: str, sha256: str, data: bytes) -> Iterator[str]:
    try:
        record = unpacked(data)
    except (zlib.error, msgspec.MsgspecError, UnicodeDecodeError) as error:
        yield f"its record cannot be read: {error}"
        return
    if record.report.id != report:
        yield f"its record is that of {record.report.id}"
    wrong = unsound(record)
    if wrong is not None:
        yield wrong
    keys = {item.key for item in items_of(record)}
    held = {key for (key,) in run(connection, "SELECT key FROM items WHERE report = ?", seq)}
    if keys != held:
        yield f"{len(keys ^ held)} items differ between its record and the table"
    stored = run(connection, "SELECT data FROM originals WHERE sha256 = ?", sha256)
    if stored:
        try:
            whole = hashlib.sha256(zlib.decompress(stored[0][0])).hexdigest() == sha256
        except zlib.error:
            whole = False
        if not whole:
            yield "its bytes are not what they were"


def unsound(record: Record) -> str | None:
    """The first thing wrong within a record, in words: an id or key that is there twice, a reference that leads nowhere, a span that does not quote."""
    kinds = (record.actors, record.places, record.times, record.quantities, record.statements, record.events)
    ids = [item.id for items in kinds for item in items]
    keys = [item.key for item in items_of(record)]
    for what, names in (("id", ids), ("key", keys)):
        if len(set(names)) < len(names):
            return f"an {what} is there twice" if what == "id" else f"a {what} is there twice"
    there = set(ids)
    for value in _parts(record):
        if isinstance(value, Mention | Span | Time | Quantity) and not _quotes(value, record.report.text):
            return f"a span does not quote the report: {value.start}:{value.end} {value.text[:40]!r}"
        for name in _REFERENCES.intersection(value.__struct_fields__):
            field = getattr(value, name)
            for id_ in [field] if isinstance(field, str) else field or ():
                if isinstance(id_, str) and id_ not in there:
                    return f"{name} refers to {id_}, which is not in the record"
    return None


def _quotes(value: Mention | Span | Time | Quantity, text: str) -> bool:
    return 0 <= value.start <= value.end and text[value.start : value.end] == value.text


def _parts(record: Record) -> Iterator[msgspec.Struct]:
    """Every struct within a record."""
    todo: list[object] = [record]
    while todo:
        value = todo.pop()
        if isinstance(value, msgspec.Struct):
            yield value
            todo += [getattr(value, name) for name in value.__struct_fields__]
        elif isinstance(value, list):
            todo += value
        elif isinstance(value, dict):
            todo += value.values()
