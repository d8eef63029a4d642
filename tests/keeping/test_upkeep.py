"""The upkeep of a store: copies made while it is in use, what `check` finds, space given back."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from onrecord.errors import UsageError, WritingError
from onrecord.keeping.bulk import run
from onrecord.keeping.checking import unsound
from onrecord.keeping.opening import open_store
from onrecord.record import Block

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.keeping.protocol import Filed
    from onrecord.keeping.store import SqlStore
    from tests.keeping.cluster import Cluster


@pytest.fixture
def full(store: SqlStore, invented: list[Filed]) -> SqlStore:
    list(store.add_all(invented[:12]))
    return store


@pytest.fixture
def file(tmp_path: Path, invented: list[Filed]) -> Path:
    path = tmp_path / "store.sqlite"
    with open_store(path) as store:
        list(store.add_all(invented[:12]))
    return path


def test_a_backup_is_a_store_with_everything(file: Path, tmp_path: Path, invented: list[Filed]) -> None:
    with open_store(file) as store:
        store.backup(tmp_path / "copy.sqlite")
        stats = store.stats()
    with open_store(tmp_path / "copy.sqlite", create=False) as copy:
        assert copy.stats() == stats
        assert copy.check() == []
        assert copy.add(invented[20]).outcome == "added"
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []


def test_a_backup_while_others_write_is_one_state(file: Path, tmp_path: Path, invented: list[Filed]) -> None:
    with open_store(file) as store, ThreadPoolExecutor(1) as pool:
        writing = pool.submit(lambda: [store.add(filed) for filed in invented])
        for n in range(3):
            store.backup(tmp_path / f"copy{n}.sqlite")
        writing.result()
    for n in range(3):
        with open_store(tmp_path / f"copy{n}.sqlite") as copy:
            assert copy.check() == []
            assert 12 <= copy.stats().reports <= len(invented)


def test_a_backup_that_cannot_be_written(file: Path, tmp_path: Path) -> None:
    with open_store(file) as store:
        with pytest.raises(WritingError, match="this is the store itself"):
            store.backup(file)
        with pytest.raises(WritingError, match="none"):
            store.backup(tmp_path / "none" / "copy.sqlite")
        (tmp_path / "folder").mkdir()
        with pytest.raises(WritingError, match="folder"):
            store.backup(tmp_path / "folder")
        assert store.check() == []
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []


def test_a_backup_of_postgresql_is_the_servers_own(cluster: Cluster, tmp_path: Path) -> None:
    with open_store(cluster.new()) as store, pytest.raises(UsageError, match="pg_dump"):
        store.backup(tmp_path / "copy.sqlite")


BROKEN: list[tuple[str, tuple[Any, ...], str]] = [
    ("DELETE FROM readings WHERE report = 3", (), "reports without a reading"),
    ("UPDATE items SET claim = 'c9' WHERE report = 2", (), "items of claims that are not there"),
    ("UPDATE totals SET count = 99 WHERE name = 'events'", (), "totals: 99 events are told"),
    ("INSERT INTO redirects (old, new) VALUES ('c1', 'c2')", (), "redirects that lead nowhere"),
    ("INSERT INTO anchors (anchor, report) VALUES (1, 999)", (), "anchors of reports that are not there"),
    ("DELETE FROM items WHERE report = 4 AND kind = 'event'", (), "items differ between its record and the table"),
    ("UPDATE readings SET record = ? WHERE report = 5", (b"nothing",), "its record cannot be read"),
    ("UPDATE originals SET data = ? WHERE size > 0", (b"nothing",), "its bytes are not what they were"),
    ("UPDATE reports SET origin = 999 WHERE seq = 2", (), "reports of origins that are not there"),
    ("INSERT INTO originals (sha256, data, size) VALUES ('a', ?, 1)", (b"b",), "bytes of no report"),
    ("INSERT INTO identities (id, identity, name, kind) VALUES (9999, 'org:x@', 'X', 'organization')", (), "identities that no report names"),
]


@pytest.mark.parametrize(("statement", "values", "wanted"), BROKEN, ids=[wanted for _, _, wanted in BROKEN])
def test_check_finds_what_is_wrong(full: SqlStore, statement: str, values: tuple[Any, ...], wanted: str) -> None:
    assert full.check() == []
    with full._database.writing() as connection:
        run(connection, statement, *values)
    assert any(wanted in line for line in full.check()), full.check()


def test_check_finds_a_span_that_does_not_quote(store: SqlStore, invented: list[Filed]) -> None:
    record = invented[0].record
    statement = record.statements[0]
    wrong = replace(statement, content=[replace(statement.content[0], text="something else")])
    bad = replace(record, statements=[wrong, *record.statements[1:]])
    assert unsound(record) is None
    assert "something else" in str(unsound(bad))
    assert unsound(replace(record, report=replace(record.report, blocks=[Block("body", 0, 10**6)]))) is None  # blocks have no words to compare
    store.add(replace(invented[0], record=bad))
    assert len(store.check()) == 1
    assert "does not quote" in store.check()[0]


def test_references_that_lead_nowhere_and_names_given_twice(invented: list[Filed]) -> None:
    record = invented[0].record
    first, second, *others = record.statements
    assert unsound(replace(record, statements=[replace(first, speakers=["a99"]), second, *others])) == "speakers refers to a99, which is not in the record"
    assert unsound(replace(record, statements=[first, replace(second, id="s1"), *others])) == "an id is there twice"
    assert unsound(replace(record, statements=[first, replace(second, key=first.key), *others])) == "a key is there twice"


def test_a_broken_row_of_the_file_is_found(file: Path) -> None:
    raw = sqlite3.connect(file)
    raw.execute("PRAGMA foreign_keys = OFF")
    raw.execute("DELETE FROM identities WHERE id = 1")
    raw.commit()
    raw.close()
    with open_store(file) as store:
        assert any("belongs to a row of identities that is not there" in line for line in store.check())


def test_compacting_gives_space_back(full: SqlStore, invented: list[Filed]) -> None:
    list(full.add_all(invented))
    for filed in invented[5:]:
        full.forget(filed.record.report.id)
    before, after = full.compact()
    assert after < before
    assert full.stats().reports == 5
    assert full.check() == []
    assert full.add(invented[30]).outcome == "added"
