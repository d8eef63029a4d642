"""What a database complains of, told as what it means for a store: one of the KeepingErrors, with what and where."""

from __future__ import annotations

import signal
import sqlite3
import zlib
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from onrecord.errors import BusyError, DamagedError, FullError, KeepingError, ReadOnlyError

if TYPE_CHECKING:
    from collections.abc import Iterator

_PRIMARY = 0xFF  # SQLite's extended codes have the plain one in their lowest byte
_WRITING = frozenset((778, 1034, 1290, 1546))  # SQLITE_IOERR_WRITE, _FSYNC, _DIR_FSYNC, _TRUNCATE: past a limit of size, as a rule
_SQLITE: dict[int, tuple[type[KeepingError], str]] = {
    sqlite3.SQLITE_FULL: (FullError, "no room is left on the disk"),
    sqlite3.SQLITE_NOTADB: (DamagedError, "it is no store: not an SQLite file"),
    sqlite3.SQLITE_CORRUPT: (DamagedError, "the file is damaged; `onrecord check` says where, a backup brings it back"),
    sqlite3.SQLITE_READONLY: (ReadOnlyError, "it may be read and not written"),
    sqlite3.SQLITE_PERM: (ReadOnlyError, "there is no permission to use it"),
    sqlite3.SQLITE_BUSY: (BusyError, "another writer held it for too long; try again"),
    sqlite3.SQLITE_LOCKED: (BusyError, "another writer held it for too long; try again"),
    sqlite3.SQLITE_PROTOCOL: (BusyError, "another writer held it for too long; try again"),
    sqlite3.SQLITE_CANTOPEN: (KeepingError, "it cannot be opened: no such folder, or no permission"),
}
_POSTGRES: tuple[tuple[str, type[KeepingError], str], ...] = (  # by the beginning of the SQLSTATE, the longest first
    ("25006", ReadOnlyError, "it may be read and not written"),
    ("42501", ReadOnlyError, "there is no permission for that"),
    ("3D000", KeepingError, "there is no such database on the server"),
    ("53100", FullError, "no room is left on the server's disk"),
    ("53", BusyError, "the server has no resources left"),
    ("55P03", BusyError, "another writer held it for too long; try again"),
    ("40", BusyError, "another writer got in the way; try again"),
    ("57", KeepingError, "the server ended the connection"),
    ("28", KeepingError, "the server does not let this user in"),
    ("08", KeepingError, "no connection to the server"),
    ("XX", DamagedError, "the database is damaged"),
)


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turns what a database complains of within into a KeepingError that names the store `where`."""
    try:
        yield
    except PoolTimeout:
        message = f"{where}: too many threads use it at once; try again"
        raise BusyError(message) from None
    except DBAPIError as error:
        kind, why = meaning(error.orig if error.orig is not None else error)
        message = f"{where}: {why}"
        raise kind(message) from error
    except (zlib.error, msgspec.MsgspecError) as error:
        message = f"{where}: what it holds of a report cannot be read; `onrecord check` says of which: {_line(error)}"
        raise DamagedError(message) from error
    except SQLAlchemyError as error:
        message = f"{where}: {_line(error)}"
        raise KeepingError(message) from error
    except Exception as error:
        if not isinstance(error, sqlite3.Error) and not hasattr(error, "sqlstate"):  # of the driver itself: sqlite3's or psycopg's
            raise
        kind, why = meaning(error)
        message = f"{where}: {why}"
        raise kind(message) from error


def meaning(error: BaseException) -> tuple[type[KeepingError], str]:
    """The class of error that a complaint of sqlite3 or psycopg stands for, and what it says."""
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", 0)
        if code in _WRITING:
            return FullError, "no room is left for it: the disk is full, or the file has reached the size that is allowed"
        if code & _PRIMARY == sqlite3.SQLITE_IOERR:
            return KeepingError, f"the disk does not answer: {_line(error)}"
        return _SQLITE.get(code & _PRIMARY, (KeepingError, _line(error)))
    state = getattr(error, "sqlstate", None) or ""
    for beginning, kind, why in _POSTGRES:
        if state.startswith(beginning):
            return kind, why
    if not state:  # psycopg has no SQLSTATE where no server answered
        return KeepingError, f"no connection to the server: {_line(error)}"
    return KeepingError, _line(error)


def ignore_size_signal() -> None:
    """A file that grows past the size that is allowed gives an error and does not end the process."""
    if hasattr(signal, "SIGXFSZ"):
        with suppress(ValueError):  # only the main thread may say so; Python has said so itself unless told otherwise
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)


def _line(error: BaseException) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[0] if lines else type(error).__name__
