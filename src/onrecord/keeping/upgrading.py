"""The format of a store: told at opening, and brought up to date by the steps of `migrations`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import DamagedError, KeepingError, NewerError, ReadOnlyError
from onrecord.keeping import people, tallies  # noqa: F401  their tables are part of the format

if TYPE_CHECKING:
    from alembic.runtime.migration import RevisionStep
    from sqlalchemy import Connection

    from onrecord.keeping.database import Database

HEAD = "0002"
"""The format that this version writes."""
_VERSION = "alembic_version"
_PIECES = 16  # of the index of words that are let be before they are merged: a tenth of what a report costs is saved, a search looks in a few more
_MARK = 0x6F6E7265  # "onre": what SQLite's application_id says of a store


def prepare(database: Database, *, create: bool) -> None:
    """Makes a store of an empty database where `create` is true, and brings an older store to this version's format.

    Raises KeepingError where there is none, else NewerError, DamagedError or ReadOnlyError.
    """
    with database.reading() as connection:
        found = _format(connection, database.name)
    if found == HEAD:
        return
    _refuse_newer(found, database.name)
    if found is None and not create:
        message = f"{database.name}: there is no store in it"
        raise KeepingError(message)
    if database.read_only:
        message = f"{database.name}: it has an older format; open it once for writing to bring it up to date"
        raise ReadOnlyError(message)
    with database.writing() as connection:
        if _format(connection, database.name) != HEAD:  # somebody else may have done it meanwhile
            upgrade(connection)


def upgrade(connection: Connection, to: str = HEAD) -> None:
    """Runs the steps from the format that the store has to `to`, within the transaction of `connection`."""
    from alembic.config import Config  # noqa: PLC0415  needed for a new or an older store alone
    from alembic.runtime.environment import EnvironmentContext  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    scripts = ScriptDirectory(str(Path(__file__).parent / "migrations"))

    def steps(at: str | tuple[str, ...], _context: object) -> list[RevisionStep]:
        return list(scripts._upgrade_revs(to, at))  # type: ignore[arg-type]  # noqa: SLF001  what alembic.command.upgrade calls, too

    with EnvironmentContext(Config(), scripts, fn=steps, destination_rev=to) as environment:
        environment.configure(connection=connection, version_table=_VERSION, transactional_ddl=False)  # the transaction is the caller's
        environment.run_migrations()
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {_MARK}")
        connection.exec_driver_sql(f"INSERT INTO words (words, rank) VALUES ('automerge', {_PIECES})")  # noqa: S608  a number of ours


def _format(connection: Connection, name: str) -> str | None:
    """The format of the store, null where the database is empty. Raises DamagedError where something else is in it."""
    if connection.dialect.name == "sqlite":
        tables = {row[0] for row in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")}
    else:
        tables = {row[0] for row in connection.exec_driver_sql("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")}
    if _VERSION in tables and "reports" in tables and "originals" in tables:
        row = connection.exec_driver_sql(f"SELECT version_num FROM {_VERSION}").fetchone()  # noqa: S608  names of ours
        if row is not None:
            return str(row[0])
    if tables:
        message = f"{name}: it is a database of something else, no store of Onrecord"
        raise DamagedError(message)
    return None


def _refuse_newer(found: str | None, name: str) -> None:
    if found is not None and found > HEAD:
        message = f"{name}: it was written by a newer version of Onrecord (format {found}, this one knows {HEAD}); upgrade Onrecord"
        raise NewerError(message)
