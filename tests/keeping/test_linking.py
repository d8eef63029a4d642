"""Linking within a store: claims as reports come, are read again, judged and forgotten, whatever the order."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from onrecord.corroborating import linking
from onrecord.corroborating.profile import profiles
from onrecord.errors import UnknownError, UsageError
from onrecord.keeping.opening import open_store
from tests.keeping.test_adding import BODY, rows
from tests.keeping.written import written
from tests.support.memory import MemoryIndex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from onrecord.corroborating.index import Index
    from onrecord.keeping.protocol import Filed
    from onrecord.keeping.store import SqlStore
    from onrecord.record import ItemRef, Record


class Plain:
    """Links, and makes no ledgers."""

    def link(self, index: Index, record: Record, filed: Filed) -> None:
        linking.link(index, profiles(record, filed.vectors))

    def regroup(self, index: Index, items: Sequence[ItemRef]) -> None:
        linking.regroup(index, items)


@pytest.fixture
def store(url: str) -> Iterator[SqlStore]:
    with open_store(url, linker=Plain()) as opened:
        yield opened


@pytest.fixture(scope="module")
def reports(invented: list[Filed]) -> list[Filed]:
    return invented[:24]


@pytest.fixture(scope="module")
def claims(reports: list[Filed]) -> set[frozenset[tuple[str, str]]]:
    """The claims of the reports, linked in memory."""
    index = MemoryIndex()
    for filed in reports:
        index.report = filed.record.report.id
        Plain().link(index, filed.record, filed)
    out: dict[str, set[tuple[str, str]]] = {}
    for ref, claim in index.claims.items():
        out.setdefault(claim, set()).add((ref.report, ref.key))
    return {frozenset(members) for members in out.values()}


def grouped(store: SqlStore) -> set[frozenset[tuple[str, str]]]:
    out: dict[str, set[tuple[str, str]]] = {}
    for claim, report, key in rows(store, "SELECT claim, reports.id, key FROM items JOIN reports ON seq = items.report WHERE claim IS NOT NULL"):
        out.setdefault(claim, set()).add((report, key))
    return {frozenset(members) for members in out.values()}


def test_claims_are_those_of_memory(store: SqlStore, reports: list[Filed], claims: set[frozenset[tuple[str, str]]]) -> None:
    list(store.add_all(reports))
    assert any(len({report for report, _ in members}) > 1 for members in claims)
    assert grouped(store) == claims
    assert store.stats().claims == len(claims)
    assert store.check() == []
    counts = dict(rows(store, "SELECT id, reports FROM claims"))
    wanted = dict(rows(store, "SELECT claim, count(DISTINCT report) FROM items WHERE claim IS NOT NULL GROUP BY claim"))
    assert counts == wanted


@pytest.mark.parametrize("seed", range(2))
def test_the_order_does_not_matter(store: SqlStore, reports: list[Filed], claims: set[frozenset[tuple[str, str]]], seed: int) -> None:
    shuffled = random.Random(seed).sample(reports, len(reports))
    list(store.add_all(shuffled))
    assert grouped(store) == claims
    assert store.check() == []


def test_what_was_added_without_is_linked_later(store: SqlStore, reports: list[Filed], claims: set[frozenset[tuple[str, str]]]) -> None:
    list(store.add_all(reports[:10]))
    list(store.add_all(reports[10:], link=False))
    assert list(store.link()) == [filed.record.report.id for filed in reports[10:]]
    assert list(store.link()) == []
    assert grouped(store) == claims
    assert store.check() == []


def test_reading_again_keeps_claims(store: SqlStore, reports: list[Filed], claims: set[frozenset[tuple[str, str]]]) -> None:
    list(store.add_all(reports))
    before = dict(rows(store, "SELECT key, claim FROM items"))
    for filed in reports[:6]:
        store.reread(filed)
    assert grouped(store) == claims
    assert dict(rows(store, "SELECT key, claim FROM items")) == before
    assert store.check() == []


def test_forgetting_regroups_what_is_left(store: SqlStore, reports: list[Filed], tmp_path: Path) -> None:
    list(store.add_all(reports))
    gone = {filed.record.report.id for filed in reports[::5]}
    for report in gone:
        store.forget(report)
    with open_store(tmp_path / "without.sqlite", linker=Plain()) as without:
        list(without.add_all([filed for filed in reports if filed.record.report.id not in gone]))
        assert grouped(store) == grouped(without)
    assert store.check() == []


def test_a_persons_word_outranks_and_is_taken_back(store: SqlStore, reports: list[Filed], claims: set[frozenset[tuple[str, str]]]) -> None:
    list(store.add_all(reports))
    pair = sorted(next(members for members in sorted(claims, key=sorted) if len(members) == 2 and len({report for report, _ in members}) == 2))
    number = store.judge("different", pair, who="me")
    assert frozenset(pair) not in grouped(store)
    assert store.check() == []
    store.undo(number, who="me")
    assert grouped(store) == claims
    alone = sorted(min(members) for members in claims if len(members) == 1)[:2]
    store.judge("same", alone, who="me")
    assert frozenset(alone) in grouped(store)
    store.reread(next(filed for filed in reports if filed.record.report.id == alone[0][0]))
    assert frozenset(alone) in grouped(store)
    assert store.check() == []


def test_two_claims_that_a_person_calls_one_are_one_whole_and_two_again_when_that_is_taken_back(
    store: SqlStore, reports: list[Filed], claims: set[frozenset[tuple[str, str]]]
) -> None:  # fmt: skip
    list(store.add_all(reports))
    one, other = sorted((members for members in claims if len(members) > 2), key=lambda members: (-len(members), sorted(members)))[:2]
    ids = [rows(store, "SELECT claim FROM items JOIN reports ON seq = items.report WHERE reports.id = ? AND key = ?", *min(members))[0][0] for members in (one, other)]
    numbers = store.unite(ids[0][:10], ids[1], who="me")
    assert one | other in grouped(store)
    assert store.check() == []
    with pytest.raises(UsageError, match="the same claim already"):
        store.unite(ids[0], ids[1], who="me")
    with pytest.raises(UnknownError):
        store.unite(ids[0], "f" * 32, who="me")
    with pytest.raises(UsageError, match="taken back before"):
        store.undo(*numbers, numbers[0], who="me")
    assert one | other in grouped(store)
    store.undo(*numbers, who="me")
    assert grouped(store) == claims
    assert store.check() == []


class Watching(Plain):
    """Remembers which reports had their claims made anew."""

    def __init__(self) -> None:
        self.regrouped: set[str] = set()

    def regroup(self, index: Index, items: Sequence[ItemRef]) -> None:
        self.regrouped |= {ref.report for ref in items}
        super().regroup(index, items)


def test_whatever_changes_a_reports_status_or_origin_has_its_claims_made_anew(url: str) -> None:
    first = written("Boats leave harbour before dawn", BODY, published="2031-03-04T10:00+00:00")
    copy = written("Fleet sails early", BODY, outlet="The Courier", published="2031-03-03T10:00+00:00")
    later = written("Fleet still sails", BODY, outlet="The Post", published="2031-03-05T10:00+00:00")
    kill = written("KILL: Boats leave harbour before dawn", "Please kill the story. It was wrong.", published="2031-03-06T09:00+00:00")
    watching = Watching()
    with open_store(url, linker=watching) as store:
        store.add(first)
        assert watching.regrouped == set()
        for report, wanted in ((copy, [first]), (later, []), (kill, [first])):  # an earlier copy gives the origin, a later one changes nobody's
            watching.regrouped.clear()
            store.add(report)
            assert watching.regrouped == {each.record.report.id for each in wanted}
        watching.regrouped.clear()
        store.forget(kill.record.report.id)
        assert first.record.report.id in watching.regrouped
        assert store.check() == []
