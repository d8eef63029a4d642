"""Adding: what a store holds of a report, what is known, what is a version and what a copy; whatever the order of arrival."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from onrecord.errors import UnknownError
from onrecord.keeping.bulk import run
from onrecord.keeping.opening import open_store
from tests.keeping.written import changed, written

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.keeping.protocol import Filed
    from onrecord.keeping.store import SqlStore

BODY = (
    "Anna Berg said the boats had left the harbour before dawn on Monday. The wind was weak and the sea calm as thirty vessels made for the northern banks. "
    "Ole Dahl said nobody had warned the crews of the patrol that was waiting for them there. Fishing goes on until the end of the month, under a quota that was "
    "settled in spring after long talks between the two coasts. Two inspectors went on board the largest of the boats and stayed for an hour."
)
OTHER = (
    "Carla Vik said that rents in the old town had doubled. The council votes on a cap next week, and landlords have announced a march through the centre against "
    "it. A similar rule was struck down by a court four years ago because it had been passed without a hearing of those concerned."
)


def rows(store: SqlStore, statement: str, *values: object) -> list[tuple[Any, ...]]:
    with store._database.reading() as connection:
        return run(connection, statement, *values)


def column(store: SqlStore, name: str) -> dict[str, Any]:
    """A column of `reports` by title."""
    return dict(rows(store, f"SELECT title, {name} FROM reports"))  # noqa: S608  names of ours


def test_what_was_added_comes_back(store: SqlStore, invented: list[Filed]) -> None:
    for filed in invented[:5]:
        assert store.add(filed).outcome == "added"
    for filed in invented[:5]:
        assert store.record(filed.record.report.id) == filed.record
        assert store.record(filed.record.report.id[:8]) == filed.record
        assert store.original(filed.record.report.id) == filed.data
    assert [record for _, record in store.records()] == [filed.record for filed in invented[:5]]
    assert [record for _, record in store.records(after=3)] == [filed.record for filed in invented[3:5]]
    assert store.check() == []


def test_many_at_once_are_as_one_by_one(store: SqlStore, invented: list[Filed], tmp_path: Path) -> None:
    one_by_one = [store.add(filed) for filed in invented]
    with open_store(tmp_path / "other.sqlite") as other:
        assert list(other.add_all(invented)) == one_by_one
        assert other.stats() == store.stats()
        assert other.check() == []


def test_the_same_report_is_known(store: SqlStore, invented: list[Filed]) -> None:
    store.add(invented[0])
    before = store.stats()
    again = store.add(invented[0])
    assert (again.outcome, again.supersedes, again.copies) == ("known", [], [])
    assert store.stats() == before
    assert store.check() == []


def test_stats_count_what_is_there(store: SqlStore) -> None:
    store.add(written("Boats leave harbour before dawn", BODY))
    store.add(written("Rents double in old town", OTHER, outlet="The Courier"))
    stats = store.stats()
    assert (stats.reports, stats.statements, stats.events, stats.actors, stats.outlets, stats.origins, stats.claims) == (2, 3, 0, 3, 2, 2, 3)


def test_rows_tell_who_spoke(store: SqlStore) -> None:
    store.add(written("Boats leave harbour before dawn", BODY))
    select = "SELECT identity, part, words FROM items JOIN roles ON item = items.id JOIN identities ON identities.id = roles.identity ORDER BY items.id DESC"
    select = select.replace("SELECT identity", "SELECT identities.identity")
    assert [(who, part) for who, part, _ in rows(store, select)] == [("person:anna berg", "speaker"), ("person:ole dahl", "speaker")]
    assert rows(store, select)[0][2].startswith("the boats had left")


def test_a_report_without_items_is_kept(store: SqlStore) -> None:
    filed = written("Weather", "Rain.", outlet=None, published=None)
    store.add(filed)
    assert store.record(filed.record.report.id) == filed.record
    assert store.check() == []


def test_bytes_that_were_not_at_hand_are_told_of(store: SqlStore) -> None:
    filed = written("Weather", "Rain.")
    store.add(replace(filed, data=None))
    with pytest.raises(UnknownError, match="bytes are not in the store"):
        store.original(filed.record.report.id)
    assert store.check() == []


def test_unknown_and_ambiguous_names(store: SqlStore, invented: list[Filed]) -> None:
    store.add(invented[0])
    twin = replace(invented[1].record.report, id=invented[0].record.report.id[:10] + "0" * 22)
    store.add(changed(invented[1], report=twin))
    with pytest.raises(UnknownError, match="several"):
        store.record(invented[0].record.report.id[:8])
    with pytest.raises(UnknownError, match="at least 6"):
        store.record(invented[0].record.report.id[:4])
    with pytest.raises(UnknownError, match="no such report"):
        store.record("f" * 32)


def test_the_same_text_from_another_place_is_of_one_origin(store: SqlStore) -> None:
    first = written("Boats leave harbour before dawn", BODY, published="2031-03-04")
    second = written("Boats leave harbour before dawn", BODY, outlet="The Courier", published="2031-03-05", location="https://courier.example/1")
    assert store.add(first).copies == []
    assert store.add(second).copies == [first.record.report.id]
    stats = store.stats()
    assert (stats.reports, stats.outlets, stats.origins) == (2, 2, 1)
    assert rows(store, "SELECT DISTINCT status FROM reports") == [("current",)]


def test_an_edited_copy_is_of_one_origin_and_the_earliest_gives_it(store: SqlStore) -> None:
    store.add(written("Fleet sails early", f"{BODY}\n\nThe Courier's own readers were not amused.", outlet="The Courier", published="2031-03-06"))
    store.add(written("Rents double in old town", OTHER, outlet="The Courier"))
    store.add(written("Boats leave harbour before dawn", BODY, published="2031-03-04"))
    origin, seq = column(store, "origin"), column(store, "seq")
    assert origin["Fleet sails early"] == origin["Boats leave harbour before dawn"] == seq["Boats leave harbour before dawn"]
    assert origin["Rents double in old town"] == seq["Rents double in old town"]
    assert store.stats().origins == 2


def test_a_later_version_supersedes_and_stays_linked(store: SqlStore) -> None:
    first = written("Boats leave harbour before dawn", BODY, published="2031-03-04T10:00+00:00")
    second = written("Boats leave harbour before dawn", f"{BODY} By noon all were back.", published="2031-03-04T14:00+00:00")
    third = written("Boats leave harbor before dawn", f"{BODY} By noon all were back. None was fined.", published="2031-03-04T18:00+00:00")
    store.add(first)
    added = store.add(second)
    assert (added.outcome, added.supersedes) == ("superseding", [first.record.report.id])
    assert store.add(third).outcome == "superseding"
    assert dict(rows(store, "SELECT id, status FROM reports")) == {
        first.record.report.id: "superseded", second.record.report.id: "superseded", third.record.report.id: "current",
    }  # fmt: skip
    assert len(rows(store, "SELECT DISTINCT story FROM reports")) == 1
    assert store.stats().origins == 1


def test_a_correction_and_a_kill_mark_what_they_are_of(store: SqlStore) -> None:
    first = written("Boats leave harbour before dawn", BODY, published="2031-03-04T10:00+00:00")
    corrected = written("CORRECTED: Boats leave harbour before dawn", f"(Corrects day in first paragraph) {BODY}", published="2031-03-05T09:00+00:00")
    kill = written("KILL: Boats leave harbour before dawn", "Please kill the story headlined so. It was wrong throughout.", published="2031-03-06T09:00+00:00")
    store.add(first)
    store.add(corrected)
    assert rows(store, "SELECT kind FROM relations") == [("corrects",)]
    assert column(store, "status")["Boats leave harbour before dawn"] == "superseded"
    assert set(store.add(kill).supersedes) >= {corrected.record.report.id}
    status = dict(rows(store, "SELECT id, status FROM reports"))
    assert status == {first.record.report.id: "retracted", corrected.record.report.id: "retracted", kill.record.report.id: "current"}


def test_another_outlets_story_is_no_version(store: SqlStore) -> None:
    store.add(written("Boats leave harbour before dawn", BODY, published="2031-03-04"))
    added = store.add(written("Boats leave harbour before dawn", f"{BODY} All came back.", outlet="The Courier", published="2031-03-05"))
    assert (added.outcome, len(added.copies)) == ("added", 1)


def told(store: SqlStore) -> dict[str, tuple[str, str, str]]:
    """Status, story and origin of each report, in ids."""
    ids = dict(rows(store, "SELECT seq, id FROM reports"))
    return {id_: (status, ids[story], ids[origin]) for id_, status, story, origin in rows(store, "SELECT id, status, story, origin FROM reports")}


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_arrival_does_not_matter(tmp_path: Path, invented: list[Filed], seed: int) -> None:
    reports = [
        written("Boats leave harbour before dawn", BODY, published="2031-03-04T10:00+00:00"),
        written("Boats leave harbour before dawn", f"{BODY} By noon all were back.", published="2031-03-04T14:00+00:00"),
        written("CORRECTED: Boats leave harbour before dawn", f"(Corrects day) {BODY}", published="2031-03-05T09:00+00:00"),
        written("KILL: Boats leave harbour before dawn", "Please kill the story. It was wrong.", published="2031-03-06T09:00+00:00"),
        written("Fleet sails early", f"{BODY}\n\nThe Courier's readers were not amused.", outlet="The Courier", published="2031-03-06"),
        written("Rents double in old town", OTHER, outlet="The Courier"),
        *invented[:20],
    ]
    with open_store(tmp_path / "in order.sqlite") as store:
        list(store.add_all(reports))
        wanted, stats = told(store), store.stats()
    random.Random(seed).shuffle(reports)
    with open_store(tmp_path / "shuffled.sqlite") as store:
        list(store.add_all(reports))
        assert told(store) == wanted
        assert store.stats() == stats
        assert store.check() == []


def test_known_by_bytes_and_place(store: SqlStore) -> None:
    filed = written("Weather", "Rain.", location="a/b.txt")
    sha = filed.record.report.origin.sha256
    assert store.known(sha, "a/b.txt") == []
    store.add(filed)
    assert store.known(sha, "a/b.txt") == [filed.record.made_by]
    assert store.known(sha, "a/c.txt") == store.known(sha, None) == [filed.record.made_by]
    assert store.known(sha, "https://courier.example/1") == store.known("0" * 64, "a/b.txt") == []
