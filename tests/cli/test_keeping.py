"""The verbs that write a store, as commands: add, reread, forget, link, judge, backup, check, compact."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.keeping.opening import open_store
from onrecord.pipeline import Reader
from tests.keeping.written import written

if TYPE_CHECKING:
    from tests.cli.conftest import Command

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
WIRE, CORRECTION = SAMPLES / "01_trawler_wire.txt", SAMPLES / "05_trawler_correction.txt"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user's store lies."""
    path = tmp_path / "data" / "store.sqlite"
    monkeypatch.setenv("ONRECORD_STORE", str(path))
    return path


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fails whoever reads a report."""

    def read(*_: object, **__: object) -> None:
        pytest.fail("a report was read")

    monkeypatch.setattr(Reader, "file", read)


def test_add_keeps_what_read_prints(command: Command, store: Path) -> None:
    ran = command("add", WIRE, CORRECTION)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines()[-1] == "added 2, known before 0, failed 0"
    assert "05_trawler_correction.txt: ca0297e104da supersedes 9b7aa903e17e" in ran.out
    printed = command("read", "--json", WIRE, CORRECTION).out.splitlines()
    with open_store(store) as there:
        assert [record.to_json().decode() for _, record in there.records()] == printed
        assert there.original("9b7aa903e17e") == WIRE.read_bytes()
        assert there.check() == []


def test_what_is_known_is_not_read_again(command: Command, store: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    command("add", WIRE)
    request.getfixturevalue("unread")
    shutil.copy(WIRE, tmp_path / "the same under another name.txt")
    ran = command("add", WIRE, tmp_path / "the same under another name.txt")
    assert (ran.status, ran.out) == (0, "added 0, known before 2, failed 0\n")


def test_other_options_are_another_reading(command: Command, store: Path) -> None:
    command("add", WIRE)
    assert command("add", WIRE, "--publisher", "The Courier").out == "added 1, known before 0, failed 0\n"
    assert command("add", WIRE, "--publisher", "The Courier").out == "added 0, known before 1, failed 0\n"


def test_records_are_taken_as_they_are(command: Command, store: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    (tmp_path / "all.jsonl").write_text(command("read", "--json", WIRE, CORRECTION).out)
    command("read", "--out", tmp_path / "out", WIRE)
    request.getfixturevalue("unread")
    assert command("add", tmp_path / "all.jsonl", tmp_path / "out").out.splitlines()[-1] == "added 2, known before 1, failed 0"
    with open_store(store) as there:
        assert there.original("9b7aa903e17e") == WIRE.read_bytes()
        assert there.check() == []


def test_records_that_cannot_be_kept_are_named_by_line(command: Command, store: Path, tmp_path: Path) -> None:
    good = command("read", "--json", WIRE).out
    bare = command("read", "--json", "--no-text", WIRE).out
    false = good.replace("was boarded", "was bearded")
    loose = good.replace('"speakers":["a', '"speakers":["b')
    (tmp_path / "some.jsonl").write_text(f"{good}{bare}\n{false}{{}}\n{loose}")
    ran = command("add", tmp_path / "some.jsonl")
    assert (ran.status, ran.out) == (1, "added 1, known before 0, failed 4\n")
    lines = ran.err.splitlines()
    assert [line.split("some.jsonl, ")[1].split(":")[0] for line in lines] == ["line 2", "line 4", "line 5", "line 6"]
    assert "its text is not the one it was read in" in lines[1]
    assert "which is not in the record" in lines[3]


def test_a_folder_with_what_is_no_report(command: Command, store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_bytes(WIRE.read_bytes())
    (folder / "b.bin").write_bytes(bytes(range(256)) * 20)
    (folder / "c.txt").write_text("")
    (folder / ".hidden").write_text("x")
    ran = command("add", folder, tmp_path / "none.txt")
    assert (ran.status, ran.out) == (1, "added 1, known before 0, failed 2\n")
    assert "c.txt: the file is empty" in ran.err or "c.txt" in ran.err
    assert "none.txt: no such file or folder" in ran.err
    assert "skipped in folders: 1 hidden, 1 neither text nor web pages" in ran.err


def test_a_store_that_cannot_be_used_is_one_line(command: Command, tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("nothing but words\n" * 100)
    for verb in (("add", WIRE), ("check",), ("compact",), ("link",), ("reread",), ("forget", "9b7aa9"), ("backup", tmp_path / "b")):
        ran = command(*verb, "--store", other)
        assert (ran.status, ran.out) == (1, ""), verb
        assert ran.err.splitlines() == [f"onrecord: {other}: it is no store: not an SQLite file"], verb
    assert command("check", "--store", tmp_path / "none").err == f"onrecord: {tmp_path / 'none'}: there is no store\n"
    assert command("add", WIRE, "--store", "mysql://a/b").status == 2
    assert command("add", WIRE, "--published", "yesterday").status == 2
    assert command("add").status == 2


def test_reread_shows_what_changed_and_leaves_the_rest(command: Command, store: Path) -> None:
    command("add", WIRE)
    assert command("reread").out == "read again 0, new 0, changed 0, moved 0, gone 0, orphaned 0\n"
    with open_store(store) as there:
        filed = there._database
        record = there.record("9b7aa903e17e")
        from msgspec.structs import replace

        from onrecord.keeping.protocol import Filed
        from onrecord.record import Model

        used = {id_ for event in record.events for id_ in (*event.said_by, event.performed_by)}
        used |= {id_ for each in record.statements for id_ in (each.within, each.continues)}
        spare = next(each for each in record.statements[1:] if each.id not in used)
        statements = [replace(record.statements[0], act="apologise"), *(each for each in record.statements[1:] if each != spare)]
        other = replace(record, statements=statements, made_by=replace(record.made_by, model=Model("old", "0" * 64)))
        there.reread(Filed(other, None, b"", {}))
        assert filed is there._database
    tried = command("reread", "--dry-run", "--diff")
    assert tried.out.splitlines()[-1] == "read again 1, new 1, changed 1, moved 0, gone 0, orphaned 0"
    done = command("reread", "--diff")
    assert done.out == tried.out
    assert "changed statement" in done.out
    assert "act: apologise → " in done.out
    with open_store(store) as there:
        assert there.record("9b7aa903e17e") == record
        assert there.check() == []


def test_reread_names_what_it_cannot_read(command: Command, store: Path) -> None:
    command("add", WIRE)
    with open_store(store) as there:
        from msgspec.structs import replace

        there.add(replace(written("Weather", "Rain."), data=None))
    ran = command("reread")
    assert ran.status == 1
    assert "its bytes are not in the store" in ran.err
    assert command("reread", "123456").err == "onrecord: 123456: no such report in the store\n"


def test_forget_removes_and_says_so(command: Command, store: Path) -> None:
    command("add", WIRE, CORRECTION)
    ran = command("forget", "9b7aa903e1", "--who", "Ida")
    assert (ran.status, ran.out) == (0, "9b7aa903e17e is removed\n")
    again = command("forget", "9b7aa903e1")
    assert (again.status, again.err) == (1, "onrecord: 9b7aa903e1: no such report in the store\n")
    assert command("check").out == "nothing is wrong with 1 reports\n"


def test_judge_and_undo(command: Command, store: Path) -> None:
    command("add", WIRE, CORRECTION)
    assert command("judge", "same", "9b7aa903e17e#e1", "ca0297e104da#e1", "--who", "Ida").out == "judgement 1\n"
    assert command("judge", "correct", "9b7aa903e17e#s1", "--field", "speaker", "--value", "Oslo").out == "judgement 2\n"
    assert command("judge", "undo", "1").out == "judgement 1 is taken back\n"
    wrong = [("undo", "1"), ("undo", "x"), ("same", "9b7aa903e17e#e1"), ("accept", "9b7aa903e17e"), ("correct", "9b7aa903e17e#s1"), ("perhaps", "a#b")]
    assert [command("judge", *arguments).status for arguments in wrong] == [2] * len(wrong)
    assert command("judge", "accept", "9b7aa903e17e#e99").status == 1


def test_upkeep(command: Command, store: Path, tmp_path: Path) -> None:
    command("add", WIRE)
    assert command("backup", tmp_path / "copy.sqlite").status == 0
    assert command("check", "--store", tmp_path / "copy.sqlite").out == "nothing is wrong with 1 reports\n"
    assert "bytes before" in command("compact").out
    assert command("link").out == "linked 0\n"
    with open_store(store) as there, there._database.writing() as connection:
        connection.exec_driver_sql("UPDATE totals SET count = 7 WHERE name = 'reports'")
    ran = command("check")
    assert (ran.status, ran.out) == (1, "totals: 7 reports are told, 1 are there\n")
