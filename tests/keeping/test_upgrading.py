"""Formats: a store of any that was released is brought up to date, and is then as a new one."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from msgspec.structs import replace
from sqlalchemy.engine import make_url

from onrecord.errors import KeepingError, ReadOnlyError
from onrecord.keeping import schema, upgrading
from onrecord.keeping.bulk import run
from onrecord.keeping.database import Database
from onrecord.keeping.opening import open_store
from onrecord.record import FORMAT
from tests.keeping.formats.reports import REPORTS

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onrecord.keeping.store import SqlStore
    from tests.keeping.cluster import Cluster

FORMATS = Path(__file__).parent / "formats"
STEPS = sorted(path.name[:4] for path in (Path(upgrading.__file__).parent / "migrations" / "versions").glob("[0-9]*.py"))


def restored(format_: str, to: Path) -> Path:
    """The store of a format, from its SQL."""
    raw = sqlite3.connect(to, isolation_level=None)
    raw.executescript((FORMATS / f"{format_}.sql").read_text(encoding="utf-8"))
    raw.close()
    return to


def described(file: Path) -> set[str]:
    """What SQLite says of the tables in a file, white space aside."""
    raw = sqlite3.connect(file)
    rows = raw.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    raw.close()
    return {re.sub(r"[\s\"]+", " ", sql) for (sql,) in rows}


def test_the_steps_lead_to_this_version() -> None:
    assert STEPS[-1] == upgrading.HEAD
    assert [f"{n:04}" for n in range(1, len(STEPS) + 1)] == STEPS


@pytest.mark.parametrize("format_", STEPS)
def test_a_store_of_every_format_is_kept_as_sql(format_: str) -> None:
    assert (FORMATS / f"{format_}.sql").exists(), "run `python -m tests.keeping.formats`"


@pytest.mark.parametrize("format_", STEPS)
def test_a_store_of_every_format_opens_and_is_whole(format_: str, tmp_path: Path) -> None:
    file = restored(format_, tmp_path / "old.sqlite")
    with open_store(file) as store:
        assert [replace(record, format=FORMAT) for _, record in store.records()] == [filed.record for filed in REPORTS]  # a record says what wrote it
        assert store.check() == []
        assert [hit.report for hit in store.find("rents", kind="report")] == [REPORTS[2].record.report.id]
        store.forget(REPORTS[0].record.report.id)
        assert store.add(REPORTS[0]).outcome == "added"
        assert store.check() == []
    open_store(tmp_path / "new.sqlite").close()
    assert described(file) == described(tmp_path / "new.sqlite")


@pytest.mark.parametrize("format_", STEPS)
def test_every_format_leads_to_this_one_in_each_database(url: str, format_: str) -> None:
    target = make_url(url)
    file = Path(target.database or "") if target.get_backend_name() == "sqlite" else None
    database = Database(target if file else target.set(drivername="postgresql+psycopg"), file=file, read_only=False)
    with database.writing() as connection:
        upgrading.upgrade(connection, format_)
    database.close()
    with open_store(url) as store:
        assert store.add(REPORTS[0]).outcome == "added"
        assert store.check() == []


def test_the_steps_make_the_tables_of_the_schema(store: SqlStore) -> None:
    def ours(thing: object, name: str | None, kind: str, reflected: bool, other: object) -> bool:
        if kind == "table":
            return name in schema.metadata.tables
        return True

    with store._database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": False})
        assert [change for change in compare_metadata(context, schema.metadata) if "partial" not in str(change)] == []


def test_a_step_that_fails_leaves_the_store_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = restored(STEPS[0], tmp_path / "old.sqlite")
    before = described(file)
    database = Database(make_url("sqlite://"), file=file, read_only=False)

    def half(connection: Connection) -> None:
        run(connection, "CREATE TABLE half (a TEXT)")
        run(connection, "CREATE TABLE half (a TEXT)")

    monkeypatch.setattr(upgrading, "upgrade", half)
    monkeypatch.setattr(upgrading, "HEAD", "0002")
    with pytest.raises(KeepingError, match="half"):
        upgrading.prepare(database, create=True)
    database.close()
    assert described(file) == before


def test_an_older_store_is_not_upgraded_by_a_reader(tmp_path: Path) -> None:
    file = restored(STEPS[0], tmp_path / "old.sqlite")
    raw = sqlite3.connect(file)
    raw.execute("UPDATE alembic_version SET version_num = '0000'")
    raw.commit()
    raw.close()
    with pytest.raises(ReadOnlyError, match="older format"):
        open_store(file, read_only=True)


def test_two_that_open_a_new_store_at_once_make_one(url: str) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(4) as pool:
        stores = list(pool.map(lambda _: open_store(url), range(4)))
    for n, store in enumerate(stores):
        store.add(REPORTS[n % 3])
    assert {store.stats().reports for store in stores} == {3}
    for store in stores:
        store.close()


def test_in_postgresql_another_schema_of_the_server_is_left_alone(cluster: Cluster) -> None:
    url = cluster.new()
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE SCHEMA kitchen")
        connection.execute("CREATE TABLE kitchen.recipes (name TEXT)")
    with open_store(url) as store:
        assert store.add(REPORTS[0]).outcome == "added"
