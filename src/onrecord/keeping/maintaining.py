"""The upkeep of a store as a whole: a copy while it is in use, a check, unused space given back."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from typing import TYPE_CHECKING

from onrecord.errors import UsageError, WritingError
from onrecord.keeping import checking, fulltext
from onrecord.keeping.bulk import run
from onrecord.keeping.failures import meaning, told

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.keeping.database import Database

_TABLES = "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = current_schema()"


def backup(database: Database, to: Path) -> None:
    """Writes a copy of an SQLite store, whole or not at all, while others read and write it. Raises WritingError; UsageError on PostgreSQL."""
    file = database.file
    if file is None:
        message = f"{database.name}: a store in PostgreSQL is backed up by the server's own tools: pg_dump --format=custom --file={to} …"
        raise UsageError(message)
    if to.exists() and to.samefile(file):
        message = f"{to}: this is the store itself"
        raise WritingError(message)
    beside = to.with_name(f".{to.name}-{os.getpid()}.part")
    try:
        with database.reading() as connection:
            run(connection, "SELECT count(*) FROM totals")
        with contextlib.closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=database.wait)) as source:
            with contextlib.closing(sqlite3.connect(beside)) as copy:
                source.backup(copy)
            with beside.open("rb+") as written:
                os.fsync(written.fileno())
        beside.replace(to)
    except sqlite3.Error as error:
        message = f"{to}: {meaning(error)[1]}"
        raise WritingError(message) from None
    except OSError as error:
        message = f"{to}: it cannot be written: {(error.strerror or str(error)).lower()}"
        raise WritingError(message) from None
    finally:
        for name in (beside, beside.with_name(f"{beside.name}-journal")):
            with contextlib.suppress(OSError):
                name.unlink(missing_ok=True)


def check(database: Database) -> list[str]:
    """What is wrong with the store, in words; what has to do with one report begins with its id."""
    out: list[str] = []
    with database.reading() as connection:
        out += checking.of_file(connection)
        if out:
            return out  # what the tables say of a damaged file means nothing
        out += checking.of_tables(connection)
    after: int | None = 0
    while after is not None:
        with database.reading() as connection:
            wrong, after = checking.of_records(connection, after)
        out += wrong
    return out


def compact(database: Database) -> tuple[int, int]:
    """Gives unused space back; bytes before and after."""
    before = size(database)
    with database.writing() as connection:
        fulltext.optimise(connection)
        tables = [] if database.file is not None else [name for (name,) in run(connection, _TABLES)]
    with told(database.name):
        raw = database.engine.raw_connection()
        try:
            if database.file is not None:
                for statement in ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA optimize"):
                    raw.driver_connection.execute(statement).fetchall()  # type: ignore[union-attr]
            else:
                raw.driver_connection.autocommit = True  # type: ignore[union-attr]
                raw.driver_connection.execute(f"VACUUM (FULL, ANALYZE) {', '.join(tables)}")  # type: ignore[union-attr]
                raw.driver_connection.autocommit = False  # type: ignore[union-attr]
        finally:
            raw.close()
    return before, size(database)


def settle_log(database: Database) -> None:
    """Puts SQLite's log into the file, so that what was removed is not read from there either; another's reading may put it off."""
    if database.file is not None:
        with told(database.name), contextlib.closing(database.engine.raw_connection()) as raw:
            for statement in ("PRAGMA busy_timeout = 500", "PRAGMA wal_checkpoint(TRUNCATE)", f"PRAGMA busy_timeout = {int(1000 * database.wait)}"):
                raw.driver_connection.execute(statement).fetchall()  # type: ignore[union-attr]


def size(database: Database) -> int:
    """The bytes that a store takes up."""
    file = database.file
    if file is None:
        with database.reading() as connection:
            return int(run(connection, f"SELECT sum(pg_total_relation_size(of.name::regclass)) FROM ({_TABLES}) AS of (name)")[0][0])  # noqa: S608  names of ours
    return sum(path.stat().st_size for path in (file, file.with_name(f"{file.name}-wal")) if path.exists())
