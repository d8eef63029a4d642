"""What is in a store, by name: a report's record and its bytes, all records in order."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import msgspec

from onrecord.errors import UnknownError
from onrecord.keeping.bulk import run
from onrecord.keeping.protocol import Filed
from onrecord.keeping.rows import unpacked

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onrecord.record import MadeBy, Record

FEWEST = 6
"""The fewest digits of an identifier that may stand for it."""
_LAST = "g"  # follows every hexadecimal digit


def numbered(connection: Connection, report: str) -> tuple[int, str]:
    """The number and the whole id of a report, by its id or a beginning of it. Raises UnknownError."""
    exact = run(connection, "SELECT seq, id FROM reports WHERE id = ?", report)
    if exact:
        return exact[0][0], exact[0][1]
    short = report.strip().lower()
    if len(short) >= FEWEST:
        found = run(connection, "SELECT seq, id FROM reports WHERE id >= ? AND id < ? LIMIT 2", short, short + _LAST)
        if len(found) == 1:
            return found[0][0], found[0][1]
        if found:
            message = f"{report}: several reports have an id that begins so"
            raise UnknownError(message)
    message = f"{report}: no such report in the store" + ("" if len(short) >= FEWEST else f"; give at least {FEWEST} characters of its id")
    raise UnknownError(message)


def record(connection: Connection, seq: int) -> Record:
    """The record of a report, by its number."""
    return unpacked(run(connection, "SELECT record FROM readings WHERE report = ?", seq)[0][0])


def filed(connection: Connection, seq: int) -> Filed:
    """A report of the store as it was handed over, without its bytes."""
    data, signed, vectors = run(connection, "SELECT record, signature, vectors FROM readings WHERE report = ?", seq)[0]
    return Filed(unpacked(data), None, signed, msgspec.msgpack.decode(vectors, type=dict[str, bytes]) if vectors else {})


def original(connection: Connection, report: str) -> bytes:
    """The bytes of a report as they came. Raises UnknownError."""
    seq, whole = numbered(connection, report)
    found = run(connection, "SELECT data FROM originals JOIN reports ON bytes_sha256 = sha256 WHERE seq = ?", seq)
    if not found:
        message = f"{whole}: its bytes are not in the store; it was added as a record that was read elsewhere"
        raise UnknownError(message)
    return zlib.decompress(found[0][0])


def records(connection: Connection, after: int, how_many: int) -> list[tuple[int, Record]]:
    """The next records in order of arrival, with their numbers."""
    select = "SELECT report, record FROM readings WHERE report > ? ORDER BY report LIMIT ?"
    return [(seq, unpacked(data)) for seq, data in run(connection, select, after, how_many)]


def known(connection: Connection, sha256: str, location: str | None) -> list[MadeBy]:
    """What made the records of the reports with these bytes from this place; all files are one place, for their names do not tell reports apart."""
    select = "SELECT record, location FROM reports JOIN readings ON report = seq WHERE bytes_sha256 = ?"
    found = [(data, place) for data, place in run(connection, select, sha256) if place == location or not (_is_web(place) or _is_web(location))]
    return [unpacked(data).made_by for data, _ in found]


def _is_web(location: str | None) -> bool:
    return location is not None and location.lower().startswith(("http://", "https://"))
