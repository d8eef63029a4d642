"""A database with a store in it: its connections, and the two ways to use them, reading and writing.

There is one writer at a time, on SQLite (its own rule) and on PostgreSQL (a lock of ours): who adds a report looks for its copies and earlier
versions, and nobody may put one in meanwhile. Readers are never held up and see the store as it was when they began.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event

from onrecord.errors import ReadOnlyError, UsageError
from onrecord.keeping.failures import ignore_size_signal, told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import URL, Connection, Engine

WAIT = 60.0
"""Seconds that a writer waits for another."""
_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('onrecord ' || current_schema(), 0))"  # PostgreSQL: one writer in a store, a schema
_WRITES = "onrecord_writes"
_PAGES = 4000  # of 4 KB: how long SQLite's log grows before it is put into the file


class Database:
    """Connections to one database, shared by threads. `file` is the file of an SQLite store."""

    def __init__(self, url: URL, *, file: Path | None, read_only: bool, wait: float = WAIT) -> None:
        ignore_size_signal()
        self._still = file is not None and _still(file)
        self.url, self.file, self.read_only, self.wait = url, file, read_only or self._still, wait
        self.name = str(file) if file is not None else url.render_as_string(hide_password=True)
        self._turn = threading.Lock()
        self.engine = _sqlite(self) if file is not None else _postgres(self)

    @property
    def dialect(self) -> str:
        """`sqlite` or `postgresql`."""
        return self.engine.dialect.name

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store. Raises KeepingErrors."""
        with told(self.name), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The connection of the one writer; what is done on it happens wholly at the end, or not at all. Raises KeepingErrors."""
        if self.read_only:
            message = f"{self.name}: it may be read and not written"
            raise ReadOnlyError(message)
        with self._turn, told(self.name), self.engine.connect() as connection:
            connection = connection.execution_options(**{_WRITES: True})  # noqa: PLW2901  the same connection
            with connection.begin():
                yield connection

    def close(self) -> None:
        """Lets go of all connections."""
        self.engine.dispose()


def _sqlite(database: Database) -> Engine:
    file = database.file
    if file is None:
        message = "an SQLite store is a file"
        raise UsageError(message)

    def connect() -> sqlite3.Connection:
        mode = "ro" if database.read_only else "rwc"
        last = "&immutable=1" if database._still else ""  # noqa: SLF001  of this module
        address = f"{file.absolute().as_uri()}?mode={mode}{last}"
        opened = sqlite3.connect(address, uri=True, timeout=database.wait, isolation_level=None, check_same_thread=False, cached_statements=512)
        try:
            _settle(opened, database)
        except BaseException:
            opened.close()
            raise
        return opened

    engine = create_engine("sqlite://", creator=connect, poolclass=_queue(), max_overflow=-1, pool_size=8)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(_WRITES) else "BEGIN")

    return engine


def _settle(opened: sqlite3.Connection, database: Database) -> None:
    """What holds for each connection to an SQLite store."""
    opened.execute(f"PRAGMA busy_timeout = {int(1000 * database.wait)}")
    opened.execute("PRAGMA foreign_keys = ON")
    opened.execute("PRAGMA cache_size = -65536")
    opened.execute("PRAGMA temp_store = MEMORY")
    if database.read_only:
        opened.execute("PRAGMA query_only = ON")
        return
    _write_ahead(opened, database.wait)
    opened.execute("PRAGMA synchronous = NORMAL")
    opened.execute(f"PRAGMA wal_autocheckpoint = {_PAGES}")


def _write_ahead(opened: sqlite3.Connection, wait: float) -> None:
    """Has the file written ahead of; two that open a new file at once may both ask, which SQLite does not queue."""
    until = time.monotonic() + wait
    while True:
        try:
            if opened.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                opened.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_READONLY:
                return  # it may still be read; who writes is told then
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def _still(file: Path) -> bool:
    """Whether a file is there to be read alone, and nobody writes to it: it and its folder may not be written, and no log lies beside it."""
    if not os.path.exists(file) or os.access(file, os.W_OK) or os.access(file.parent, os.W_OK):  # noqa: PTH110  no error where one may not look
        return False
    return not file.with_name(f"{file.name}-wal").exists()


def _postgres(database: Database) -> Engine:
    options: dict[str, Any] = {"paramstyle": "format", "pool_size": 8, "max_overflow": -1, "pool_pre_ping": True}
    told = database.url.query.get("options", "")  # as for a schema of its own: ?options=-csearch_path%3Dreports
    settings = f"{told if isinstance(told, str) else ' '.join(told)} -c lock_timeout={int(1000 * database.wait)} -c timezone=UTC"
    if database.read_only:
        settings += " -c default_transaction_read_only=on"
    options["connect_args"] = {"options": settings, "connect_timeout": 15, "application_name": "onrecord"}
    try:
        engine = create_engine(database.url.difference_update_query(["options"]), isolation_level="REPEATABLE READ", **options)
    except ModuleNotFoundError:
        message = f"{database.name}: PostgreSQL needs the extra: pip install 'onrecord[postgres]'"
        raise UsageError(message) from None

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get(_WRITES):
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL READ COMMITTED")
            connection.exec_driver_sql(_LOCK)

    return engine


def _queue() -> Any:  # noqa: ANN401  a class of pools
    from sqlalchemy.pool import QueuePool  # noqa: PLC0415  with the engine alone

    return QueuePool
