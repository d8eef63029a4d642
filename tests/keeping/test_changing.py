"""Re-reading, judging, forgetting: what a person said outlives a reading, and what is forgotten is gone."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from onrecord.errors import UnknownError, UsageError
from onrecord.keeping.bulk import run
from onrecord.record import Model, Record
from tests.keeping.test_adding import BODY, OTHER, rows
from tests.keeping.written import changed, written

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.keeping.protocol import Filed
    from onrecord.keeping.store import SqlStore

NEWER = Model("b", "b" * 64)


def newer(filed: Filed, **fields: object) -> Filed:
    """Another model's reading of a report, in which fields of the record are others."""
    return changed(filed, made_by=replace(filed.record.made_by, model=NEWER), **fields)


@pytest.fixture
def filed(store: SqlStore) -> Filed:
    """A report in the store, in which Anna Berg and Ole Dahl speak."""
    report = written("Boats leave harbour before dawn", BODY)
    store.add(report)
    store.add(written("Rents double in old town", OTHER, outlet="The Courier"))
    return report


def judgements(store: SqlStore) -> list[tuple[Any, ...]]:
    return rows(store, "SELECT id, verdict, key, other_key, undone, orphaned FROM judgements ORDER BY id")


def test_the_same_reading_changes_nothing(store: SqlStore, filed: Filed) -> None:
    before = store.stats()
    assert store.reread(newer(filed)) == []
    assert store.record(filed.record.report.id).made_by.model == NEWER
    assert store.stats() == before
    assert store.check() == []


def test_a_new_reading_tells_what_it_changed(store: SqlStore, filed: Filed) -> None:
    berg, dahl = filed.record.statements
    moved = replace(dahl, key="f" * 32, content=[replace(dahl.content[0], start=dahl.content[0].start + 7, text=dahl.content[0].text[7:])])
    reading = newer(filed, statements=[replace(berg, act="confirm"), moved])
    changes = store.reread(reading)
    assert [(change.what, change.key) for change in changes] == [("changed", berg.key), ("moved", "f" * 32)]
    assert changes[0].fields == {"act": ("say", "confirm")}
    assert changes[1].fields == {"words": (dahl.content[0].text, moved.content[0].text)}
    assert store.record(filed.record.report.id) == reading.record
    assert rows(store, "SELECT act FROM items WHERE key = ?", berg.key) == [("confirm",)]
    assert store.check() == []


def test_what_is_gone_and_what_is_new(store: SqlStore, filed: Filed) -> None:
    berg, dahl = filed.record.statements
    other = filed.record.report.text.index("Two inspectors")
    text = filed.record.report.text[other:]
    new = replace(dahl, id="s2", key="e" * 32, cue=None, source=None, content=[replace(dahl.content[0], start=other, end=other + len(text), text=text)])
    changes = store.reread(newer(filed, statements=[berg, new]))
    assert [(change.what, change.key) for change in changes] == [("gone", dahl.key), ("new", "e" * 32)]
    assert store.stats().statements == 3
    assert store.check() == []


def test_a_dry_run_changes_nothing(store: SqlStore, filed: Filed) -> None:
    store.judge("accept", [(filed.record.report.id, "s2")], who="me")
    reading = newer(filed, statements=filed.record.statements[:1])
    assert [change.what for change in store.reread(reading, keep=False)] == ["gone", "orphaned"]
    assert store.record(filed.record.report.id) == filed.record
    assert judgements(store)[0][5] in (False, 0)
    assert store.check() == []
    assert store.add(written("Weather", "Rain.")).outcome == "added"


def test_a_report_that_is_not_there_is_not_reread(store: SqlStore, filed: Filed) -> None:
    with pytest.raises(UnknownError):
        store.reread(written("Weather", "Rain."))


def test_a_report_whose_text_is_read_otherwise_is_still_the_report(store: SqlStore, filed: Filed) -> None:
    number = store.judge("accept", [(filed.record.report.id, "s2")], who="me")
    again = written("Boats leave the harbour before dawn", BODY)
    origin = replace(again.record.report.origin, sha256=filed.record.report.origin.sha256)
    again = changed(again, report=replace(again.record.report, origin=origin))
    again = replace(again, data=filed.data)
    changes = store.reread(newer(again))
    assert {change.what for change in changes} == {"moved"}
    assert store.stats().reports == 2
    with pytest.raises(UnknownError):
        store.record(filed.record.report.id)
    assert judgements(store) == [(number, "accept", again.record.statements[1].key, None, False, False)]
    assert store.check() == []


def test_judgements_move_with_their_items_and_are_orphaned_without(store: SqlStore, filed: Filed) -> None:
    berg, dahl = filed.record.statements
    report = filed.record.report.id
    first = store.judge("accept", [(report, "s1")], who="me")
    second = store.judge("reject", [(report, dahl.key)], who="me")
    third = store.judge("correct", [(report, "s1")], who="me", field="speaker", value=["Anna Berg"])
    moved = replace(berg, key="f" * 32)
    changes = store.reread(newer(filed, statements=[moved]))
    assert [(change.what, change.kind) for change in changes] == [("moved", "statement"), ("gone", "statement"), ("orphaned", "judgement")]
    assert judgements(store) == [
        (first, "accept", "f" * 32, None, False, False), (second, "reject", dahl.key, None, False, True), (third, "correct", "f" * 32, None, False, False),
    ]  # fmt: skip
    store.reread(filed)
    assert judgements(store) == [
        (first, "accept", berg.key, None, False, False), (second, "reject", dahl.key, None, False, False), (third, "correct", berg.key, None, False, False),
    ]  # fmt: skip


def test_an_orphan_finds_its_item_by_the_words_it_was_on(store: SqlStore, filed: Filed) -> None:
    berg, dahl = filed.record.statements
    store.judge("accept", [(filed.record.report.id, "s2")], who="me")
    store.reread(newer(filed, statements=[berg]))
    store.reread(newer(filed, statements=[berg, replace(dahl, key="d" * 32)]))
    assert judgements(store)[0][2:] == ("d" * 32, None, False, False)


@pytest.mark.parametrize(
    ("verdict", "items", "how", "error"),
    [
        ("same", ["s1"], {}, UsageError), ("same", ["s1", "s1"], {}, UsageError), ("perhaps", ["s1"], {}, UsageError), ("accept", ["s1", "s2"], {}, UsageError),
        ("accept", ["s9"], {}, UnknownError), ("correct", ["s1"], {}, UsageError), ("correct", ["s1"], {"field": "colour", "value": 1}, UsageError),
        ("correct", ["s1"], {"field": "type"}, UsageError), ("accept", ["s1"], {"value": 1}, UsageError), ("accept", ["s1"], {"who": " "}, UsageError),
    ],
)  # fmt: skip
def test_a_judgement_that_cannot_be_meant(store: SqlStore, filed: Filed, verdict: str, items: list[str], how: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        store.judge(verdict, [(filed.record.report.id, item) for item in items], **({"who": "me"} | how))
    assert judgements(store) == []


def test_a_judgement_is_taken_back_once_and_stays_in_the_log(store: SqlStore, filed: Filed) -> None:
    number = store.judge("same", [(filed.record.report.id[:8], "s1"), (filed.record.report.id, "s2")], who="Ida")
    store.undo(number, who="Ole")
    assert judgements(store)[0][4] in (True, 1)
    with pytest.raises(UsageError, match="before"):
        store.undo(number, who="Ole")
    with pytest.raises(UnknownError):
        store.undo(number + 1, who="Ole")
    assert rows(store, "SELECT what, who FROM log WHERE what IN ('judge', 'undo') ORDER BY id") == [("judge", "Ida"), ("undo", "Ole")]


def test_forgetting_takes_everything_and_is_logged(store: SqlStore, filed: Filed) -> None:
    report = filed.record.report.id
    store.judge("accept", [(report, "s1")], who="me")
    store.forget(report[:10], who="Ida")
    with pytest.raises(UnknownError):
        store.record(report)
    stats = store.stats()
    assert (stats.reports, stats.statements, stats.actors, stats.outlets, stats.origins) == (1, 1, 1, 1, 1)
    assert judgements(store) == []
    assert rows(store, "SELECT who FROM log WHERE what = 'forget' AND report = ?", report) == [("Ida",)]
    for table in ("anchors", "roles", "actors", "readings"):
        key = "item" if table == "roles" else "report"
        assert all(number != 1 and number >> 20 != 1 for (number,) in rows(store, f"SELECT {key} FROM {table}")), table  # noqa: S608  names of ours
    assert store.find("harbour") == store.find("berg") == []
    assert len(store.find("rents", kind="statement")) == 1
    assert store.check() == []
    with pytest.raises(UnknownError):
        store.forget(report)


def test_bytes_stay_while_another_report_has_them(store: SqlStore, filed: Filed) -> None:
    twin = written("Boats leave harbour before dawn", BODY, location="https://other.example/1")
    store.add(twin)
    store.forget(filed.record.report.id)
    assert store.original(twin.record.report.id) == twin.data
    store.forget(twin.record.report.id)
    assert len(rows(store, "SELECT sha256 FROM originals")) == 1
    assert store.check() == []


def test_forgetting_parts_what_hung_together_by_it(store: SqlStore, invented: list[Filed]) -> None:
    a = written("Boats leave harbour before dawn", BODY, published="2031-03-04T10:00+00:00")
    b = written("Boats leave harbour before dawn", f"{BODY}\n\n{OTHER}", published="2031-03-05T10:00+00:00")
    c = written("Rents double in old town", OTHER, outlet="The Courier", published="2031-03-06T10:00+00:00")
    list(store.add_all([a, b, c]))
    assert store.stats().origins == 1
    store.forget(b.record.report.id)
    assert store.stats().origins == 2
    assert rows(store, "SELECT DISTINCT status FROM reports") == [("current",)]
    assert store.check() == []


def test_nothing_of_what_is_forgotten_is_in_the_file(tmp_path: Path) -> None:
    from onrecord.keeping.opening import open_store

    file = tmp_path / "store.sqlite"
    report = written("Boats leave harbour before dawn", f"{BODY} Xylographer Zimmerquist said that qwertzuiop was no word.")
    with open_store(file) as store:
        list(store.add_all([written(f"Rents {n}", f"{OTHER} {n}", outlet=f"Courier {n}") for n in range(30)]))
        store.add(report)
        store.forget(report.record.report.id)
        store.compact()
    held = file.read_bytes().lower()
    assert b"landlords" in held
    assert b"qwertzuiop" not in held
    assert b"zimmerquist" not in held
    with sqlite3.connect(file) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    raw.close()


def test_the_log_is_in_order_and_says_what_was_done(store: SqlStore, filed: Filed) -> None:
    store.reread(newer(filed))
    store.forget(filed.record.report.id)
    store.compact()
    assert [what for (what,) in rows(store, "SELECT what FROM log ORDER BY id")] == ["add", "add", "reread", "forget", "compact"]


def test_records_can_be_forgotten_and_added_again(store: SqlStore, invented: list[Filed]) -> None:
    list(store.add_all(invented))
    before = store.stats()
    for filed in invented[::3]:
        store.forget(filed.record.report.id)
        assert store.stats().reports < before.reports
    assert store.check() == []
    list(store.add_all(invented))
    assert store.stats() == before
    assert store.check() == []
    with store._database.reading() as connection:
        assert all(isinstance(record, Record) for _, record in store.records())
        assert run(connection, "SELECT count(DISTINCT seq) FROM reports") == [(len(invented),)]


def test_a_name_that_only_a_forgotten_report_had_is_gone_and_can_come_back(store: SqlStore) -> None:
    long = written("Boats leave harbour", "Anna  Berg said the boats had left.", published="2031-03-04")
    short = written("Boats are back", "Anna Berg said the boats were back.", published="2031-03-05")
    assert len({name for (name,) in rows(store, "SELECT name FROM identities")}) == 0
    store.add(long)
    store.add(short)
    assert rows(store, "SELECT name FROM identities") == [("Anna  Berg",)]
    store.forget(long.record.report.id)
    assert rows(store, "SELECT name FROM identities") == [("Anna Berg",)]
    assert [hit.report for hit in store.find("speaker:berg", kind="report")] == [short.record.report.id]
    store.add(long)
    assert len(store.find("speaker:berg", kind="report")) == 2
    assert store.check() == []
