"""A store that cannot be used: one line says why, and nothing that was kept is lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import BusyError, DamagedError, FullError, KeepingError, NewerError, ReadOnlyError
from onrecord.keeping.bulk import run
from onrecord.keeping.opening import open_store
from onrecord.keeping.rows import packed

if TYPE_CHECKING:
    from onrecord.keeping.protocol import Filed
    from tests.keeping.cluster import Cluster

ROOT = Path(__file__).resolve().parents[2]


def test_a_newer_store_is_refused_and_left_as_it_is(file: Path) -> None:
    with sqlite3.connect(file) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    with pytest.raises(NewerError, match=r"store\.sqlite: it was written by a newer version"):
        open_store(file)
    with sqlite3.connect(file) as raw:
        assert raw.execute("SELECT count(*) FROM reports").fetchone() == (10,)
    raw.close()


def test_what_is_no_store_is_left_as_it_is(tmp_path: Path) -> None:
    text, other = tmp_path / "story.txt", tmp_path / "other.sqlite"
    text.write_text("Boats leave harbour before dawn\n" * 400)
    raw = sqlite3.connect(other)
    raw.execute("CREATE TABLE recipes (name TEXT)")
    raw.commit()
    raw.close()
    before = [path.read_bytes() for path in (text, other)]
    with pytest.raises(DamagedError, match="it is no store"):
        open_store(text)
    with pytest.raises(DamagedError, match="something else"):
        open_store(other)
    with pytest.raises(KeepingError, match="folder"):
        open_store(tmp_path)
    assert text.read_bytes() == before[0]
    with sqlite3.connect(other) as raw:
        assert raw.execute("SELECT name FROM sqlite_master").fetchall() == [("recipes",)]
    raw.close()


def test_a_damaged_store_is_told_of(file: Path) -> None:
    with file.open("r+b") as raw:
        for at in range(40 * 4096, file.stat().st_size, 4096):
            raw.seek(at)
            raw.write(b"\xff" * 512)
    with pytest.raises(DamagedError, match=r"store\.sqlite: the file is damaged"), open_store(file) as store:
        list(store.records())


def test_a_damaged_record_is_told_of_and_the_others_are_read(file: Path, invented: list[Filed]) -> None:
    ids = [filed.record.report.id for filed in invented[:10]]
    data = bytearray(file.read_bytes())
    at = data.index(packed(invented[4].record)[:200])
    data[at + 100 : at + 180] = b"\0" * 80
    file.write_bytes(data)
    with open_store(file) as store:
        assert [line[:32] for line in store.check()] == [ids[4]]
        with pytest.raises(DamagedError, match="onrecord check"):
            store.record(ids[4])
        assert [store.record(id_) for n, id_ in enumerate(ids) if n != 4] == [filed.record for n, filed in enumerate(invented[:10]) if n != 4]


def test_a_store_cut_short_is_told_of(file: Path) -> None:
    with file.open("r+b") as raw:
        raw.truncate(file.stat().st_size // 2)
    with pytest.raises(DamagedError), open_store(file) as store:
        list(store.records())


def test_read_only_reads_and_does_not_write(file: Path, invented: list[Filed]) -> None:
    with open_store(file, read_only=True) as store:
        assert store.stats().reports == 10
        assert store.record(invented[0].record.report.id) == invented[0].record
        with pytest.raises(ReadOnlyError, match=r"store\.sqlite"):
            store.add(invented[20])
        assert store.check() == []


def test_read_only_in_postgresql(cluster: Cluster, invented: list[Filed]) -> None:
    url = cluster.new()
    with pytest.raises(KeepingError, match="there is no store"):
        open_store(url, read_only=True)
    with open_store(url) as store:
        store.add(invented[0])
    with open_store(url, read_only=True) as store:
        assert store.stats().reports == 1
        with pytest.raises(ReadOnlyError):
            store.add(invented[1])


AS_NOBODY = """
import os, sys
from benchmarks.invented import World
from onrecord.errors import OnrecordError
from onrecord.keeping.opening import open_store
new = list(World(3).reports(30))[-1]
with open_store(sys.argv[2]) as store:  # loads what it needs, for Python itself may lie where nobody may look
    store.add(new), store.stats(), store.record(new.record.report.id)
os.setgroups([]); os.setgid(65534); os.setuid(65534)
for read_only in (False, True):
    try:
        with open_store(sys.argv[1], read_only=read_only) as store:
            print(store.stats().reports)
            store.add(new)
    except OnrecordError as error:
        print(type(error).__name__, error)
"""


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="a file is made unwritable by giving up root")
@pytest.mark.parametrize("mode", [0o555, 0o777])
def test_a_file_that_may_not_be_written(file: Path, mode: int, tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:  # not pytest's, where nobody else may look
        file = Path(shutil.copy(file, folder))
        file.chmod(0o444)
        file.parent.chmod(mode)
        lines = _as_nobody(file, tmp_path / "root.sqlite")
    assert [line.split()[0] for line in lines] == ["10", "ReadOnlyError", "10", "ReadOnlyError"], lines
    assert str(file) in lines[1]


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="a folder is made unreadable by giving up root")
def test_a_folder_in_which_one_may_not_look(file: Path, tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o700)
        lines = _as_nobody(Path(shutil.copy(file, folder)), tmp_path / "root.sqlite")
    assert [line.split()[0] for line in lines] == ["KeepingError", "KeepingError"], lines


def _as_nobody(file: Path, own: Path) -> list[str]:
    """What somebody without rights can do with a store."""
    done = subprocess.run([sys.executable, "-c", AS_NOBODY, str(file), str(own)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.stdout.splitlines()


FULL = """
import resource, sys
from benchmarks.invented import World
from onrecord.errors import OnrecordError
from onrecord.keeping.opening import open_store
reports = list(World(3).reports(60))
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    with open_store(sys.argv[1]) as store:
        for filed in reports:
            print(store.add(filed).id)
except OnrecordError as error:
    print(type(error).__name__, error)
"""


@pytest.mark.parametrize("room", [1_000_000, 300_000, 40_000])
def test_a_full_disk_ends_in_one_line_and_keeps_what_was_told(tmp_path: Path, invented: list[Filed], room: int) -> None:
    file = tmp_path / "store.sqlite"
    done = subprocess.run([sys.executable, "-c", FULL, str(file), str(room)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    *told, last = done.stdout.splitlines()
    assert last.startswith(f"FullError {file}: no room is left"), last
    with open_store(file) as store:
        assert {record.report.id for _, record in store.records()} == set(told)
        assert store.check() == []
        list(store.add_all(invented))
        assert store.stats().reports == len(invented)


def test_sqlites_own_word_for_a_full_disk(file: Path, invented: list[Filed]) -> None:
    with open_store(file) as store:
        with store._database.reading() as connection:
            pages = run(connection, "PRAGMA page_count")[0][0]
            run(connection, f"PRAGMA max_page_count = {pages}")
        with pytest.raises(FullError, match=r"store\.sqlite: no room is left on the disk"):
            list(store.add_all(invented))
        assert store.stats().reports == 10


def test_a_writer_that_holds_the_store_for_too_long(file: Path, invented: list[Filed]) -> None:
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with open_store(file, wait=0.2) as store:
        assert store.stats().reports == 10
        with pytest.raises(BusyError, match=r"store\.sqlite: another writer held it"):
            store.add(invented[20])
        holder.rollback()
        assert store.add(invented[20]).outcome == "added"
    holder.close()


def test_a_writer_that_holds_a_postgresql_store_for_too_long(cluster: Cluster, invented: list[Filed]) -> None:
    url = cluster.new()
    with open_store(url) as holder, open_store(url, wait=0.2) as store:
        with holder._database.writing(), pytest.raises(BusyError, match="another writer held it"):
            store.add(invented[0])
        assert store.add(invented[0]).outcome == "added"


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KeepingError, match="no connection to the server") as wrong:
        open_store(f"postgresql://me:secret@/none?host={tmp_path}")
    assert "secret" not in str(wrong.value)


def test_a_database_that_is_not_there(cluster: Cluster) -> None:
    with pytest.raises(KeepingError, match=r"no connection to the server|no such database"):
        open_store(cluster.url("nothing"))


def test_a_database_of_something_else(cluster: Cluster) -> None:
    import psycopg

    url = cluster.new()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")  # in the store's own schema
    with pytest.raises(DamagedError, match="something else"):
        open_store(url)
