"""From a URL or a path to a store that is ready to be used."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from onrecord.errors import KeepingError, ReadOnlyError, UsageError
from onrecord.keeping.database import WAIT, Database
from onrecord.keeping.home import default_store
from onrecord.keeping.ledgers import Linking
from onrecord.keeping.store import SqlStore
from onrecord.keeping.upgrading import prepare

if TYPE_CHECKING:
    from sqlalchemy import URL

    from onrecord.keeping.protocol import Linker

LINKING = Linking()


def open_store(
    url: str | os.PathLike[str] | None = None, *, create: bool = True, read_only: bool = False, linker: Linker | None = LINKING, wait: float = WAIT
) -> SqlStore:
    """Opens the store at an SQLAlchemy URL (SQLite, PostgreSQL) or a path of an SQLite file; without one the user's own (`home.default_store`).

    A store that is not there is made unless `create` or `read_only` says otherwise; one of an older format is brought up to date. `linker` ties what
    is added to what is there (null for a store that only keeps); `wait` are the seconds to wait for another writer. Raises UsageError for a URL that
    cannot be meant, KeepingError where there is no store and none is to be made, and its kinds: NewerError, DamagedError, ReadOnlyError, BusyError,
    FullError.
    """
    address, file = _address(os.fspath(url) if url is not None else default_store())
    if file is not None:
        _there(file, create=create and not read_only)
    database = Database(address, file=file, read_only=read_only, wait=wait)
    try:
        prepare(database, create=create and not read_only)
    except BaseException:
        database.close()
        raise
    return SqlStore(database, linker=linker)


def _address(told: str) -> tuple[URL, Path | None]:
    """The URL, and the file where it is an SQLite store."""
    if "://" not in told:
        if not told.strip() or "\x00" in told:
            message = "a store needs a path or a URL"
            raise UsageError(message)
        told = f"sqlite:///{Path(told).expanduser()}"
        url = make_url("sqlite://").set(database=told.removeprefix("sqlite:///"))
        return url, Path(str(url.database))
    try:
        url = make_url(told)
    except (ArgumentError, ValueError):
        message = f"{told.split('@')[-1]}: no URL of a database; write sqlite:///FILE or postgresql://USER@HOST/NAME"
        raise UsageError(message) from None
    kind = url.get_backend_name()
    if kind == "sqlite":
        if not url.database or url.database == ":memory:":
            message = "a store in memory keeps nothing; name a file"
            raise UsageError(message)
        return url, Path(url.database)
    if kind in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg"), None
    message = f"{url.render_as_string(hide_password=True)}: a store is kept in SQLite or in PostgreSQL, not in {kind}"
    raise UsageError(message)


def _there(file: Path, *, create: bool) -> None:
    """Makes the folder of a new store. Raises KeepingError, KeepingError or ReadOnlyError."""
    if os.path.isdir(file):  # noqa: PTH112  where nobody may look there is no folder, and no error
        message = f"{file}: it is a folder; a store is a file"
        raise KeepingError(message)
    if os.path.exists(file):  # noqa: PTH110
        return
    if not create:
        message = f"{file}: there is no store"
        raise KeepingError(message)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        kind = ReadOnlyError if isinstance(error, PermissionError) else KeepingError
        message = f"{file}: its folder cannot be made: {(error.strerror or str(error)).lower()}"
        raise kind(message) from None
