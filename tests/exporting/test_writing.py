"""Files are written whole or not at all, streamed, in CSV, in lines and in Parquet."""

from __future__ import annotations

import csv
import json
import sys
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import UsageError, WritingError
from onrecord.exporting.columns import cell
from onrecord.exporting.registry import FORMATS
from onrecord.exporting.sources import SOURCES, sources
from onrecord.exporting.writing import export
from onrecord.record import Record
from tests.exporting.told import RECORD, chosen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from onrecord.exporting.chosen import Chosen


def rows(file: Path, delimiter: str = ",") -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened, delimiter=delimiter))


def test_a_format_of_several_tables_is_a_folder(tmp_path: Path) -> None:
    counts = export(FORMATS["csv"], [chosen()], out=tmp_path / "new")
    assert counts == {"reports": 1, "statements": 3, "events": 4, "actors": 6}
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["actors.csv", "events.csv", "reports.csv", "statements.csv"]
    assert rows(tmp_path / "new" / "reports.csv")[0]["text"] == RECORD.report.text
    with pytest.raises(UsageError, match="4 tables; name a folder"):
        export(FORMATS["csv"], [chosen()], out=None)


def test_one_table_goes_to_a_file_or_to_stdout(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    export(FORMATS["cameo"], [chosen()], out=tmp_path / "dyads.tsv")
    export(FORMATS["cameo"], [chosen()], out=None)
    assert capfdbinary.readouterr().out == (tmp_path / "dyads.tsv").read_bytes()
    assert [row["code"] for row in rows(tmp_path / "dyads.tsv", "\t")] == ["194", "166"]


def test_lines_are_records_again(tmp_path: Path) -> None:
    assert export(FORMATS["jsonl"], [chosen(), chosen()], out=tmp_path / "all.jsonl") == {"jsonl": 2}
    assert [Record.from_json(line) for line in (tmp_path / "all.jsonl").read_bytes().splitlines()] == [RECORD, RECORD]
    export(FORMATS["plover"], [chosen()], out=tmp_path / "events.jsonl", text=False)
    assert all(json.loads(line)["text"] is None for line in (tmp_path / "events.jsonl").read_text().splitlines())


@pytest.mark.parametrize(("name", "parquet"), [("statements", False), ("statements", True), ("jsonl", False)])
def test_what_fails_half_way_leaves_the_old_file(tmp_path: Path, name: str, *, parquet: bool) -> None:
    def broken() -> Iterator[Chosen]:
        yield chosen()
        message = "the store is gone"
        raise RuntimeError(message)

    file = tmp_path / "out"
    file.write_text("old")
    with pytest.raises(RuntimeError, match="gone"):
        export(FORMATS[name], broken(), out=file, parquet=parquet)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("out", "old")]


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WritingError, match="cannot be written"):
        export(FORMATS["statements"], [chosen()], out=tmp_path / "file" / "out.csv")


def test_records_are_not_held_in_memory(tmp_path: Path) -> None:
    """Each record is done with before the next is asked for."""
    alive = 0

    class Counted(type(chosen())):  # type: ignore[misc]
        def __init__(self) -> None:
            nonlocal alive
            alive += 1
            assert alive <= 2
            super().__init__(RECORD)

        def __del__(self) -> None:
            nonlocal alive
            alive -= 1

    assert export(FORMATS["csv"], (Counted() for _ in range(20)), out=tmp_path / "out")["reports"] == 20


def test_parquet_has_the_columns_in_their_types(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    export(FORMATS["csv"], [chosen()], out=tmp_path / "it's", parquet=True)
    with duckdb.connect() as connection:
        read = str(tmp_path / "it's" / "events.parquet").replace("'", "''")
        described = {name: kind for name, kind, *_ in connection.execute(f"DESCRIBE SELECT * FROM '{read}'").fetchall()}  # noqa: S608
        assert (described["start"], described["confidence"], described["echo"], described["actors"]) == ("BIGINT", "DOUBLE", "BOOLEAN", "VARCHAR")
        (first, *_) = connection.execute(f"SELECT local, start, confidence, echo, mode FROM '{read}'").fetchall()  # noqa: S608
        assert first == ("e1", RECORD.events[0].evidence.start, 0.8, False, "heavy-weapons")
        reports = read.replace("events.parquet", "reports.parquet")
        assert connection.execute(f"SELECT text FROM '{reports}'").fetchall() == [(RECORD.report.text,)]  # noqa: S608


def test_parquet_is_refused_where_it_cannot_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="plover is lines of JSON"):
        export(FORMATS["plover"], [], out=tmp_path / "x", parquet=True)
    with pytest.raises(UsageError, match="name a file"):
        export(FORMATS["statements"], [], out=None, parquet=True)
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(UsageError, match=r"pip install 'onrecord\[parquet\]'"):
        export(FORMATS["statements"], [], out=tmp_path / "x", parquet=True)


def test_cells_are_plain() -> None:
    assert [cell(value) for value in (None, True, 3.0, 0.25, 1_000_000.0, ["a", "b"], "x")] == ["", "true", "3", "0.25", "1000000", "a | b", "x"]


def test_sources_are_counted_once_a_statement() -> None:
    told = sources([chosen(), chosen()])
    assert [(row["name"], row["statements"], row["share"], row["reports"]) for row in told] == [
        ("(anonymous)", 2, 0.3333, 1), ("Ana Dorn", 2, 0.3333, 1), ("Ivo Kurtz", 2, 0.3333, 1),
    ]  # fmt: skip
    kurtz = told[-1]
    assert (kurtz["capacities"], kurtz["acts"], kurtz["direct"], kurtz["chain"]) == (["General"], ["deny 2"], 2, ["Radio Anders"])
    assert all(set(row) == {column.name for column in SOURCES} for row in told)
    assert [row["name"] for row in sources([chosen("s1")])] == ["Ana Dorn"]
