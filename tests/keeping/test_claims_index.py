"""The index that linking works on: in memory and in each database it answers alike."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from onrecord.corroborating.index import Group, Pair, Profile
from onrecord.keeping.claims_index import SqlIndex
from onrecord.keeping.opening import open_store
from onrecord.keeping.totals import Totals
from onrecord.record import Because, ItemRef, Judged
from tests.support.memory import MemoryIndex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from onrecord.corroborating.index import Index
    from onrecord.keeping.protocol import Filed
    from tests.keeping.cluster import Cluster

REPORTS = 4


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def index(request: pytest.FixtureRequest, tmp_path: Path, invented: list[Filed]) -> Iterator[Index]:
    if request.param == "memory":
        yield MemoryIndex()
        return
    server: Cluster | None = request.getfixturevalue("cluster") if request.param == "postgresql" else None
    with open_store(server.new() if server is not None else tmp_path / "store.sqlite", linker=None) as store:
        list(store.add_all(invented[:REPORTS]))
        with store._database.writing() as connection:
            totals = Totals(connection)
            yield SqlIndex(connection, totals, at="2031-01-01T00:00:00+00:00")
            totals.write()
        assert store.check() == []


@pytest.fixture
def refs(invented: list[Filed]) -> list[ItemRef]:
    """Items of several reports, in order."""
    return sorted(ItemRef(f.record.report.id, e.key) for f in invented[:REPORTS] for e in f.record.events)


def profile(ref: ItemRef, word: str = "met") -> Profile:
    return Profile(ref, "event", "CONSULT", None, [["state:XAA"]], [], [], [], (3, 4), 5, [("killed", 1.0, None)], [word], [], b"\x01\x02")


def pair(a: ItemRef, b: ItemRef, score: float = 0.8) -> Pair:
    a, b = sorted((a, b))
    return Pair(a, b, score, [Because("words", "they share “met”", 0.5)])


def members(index: Index, *items: ItemRef) -> list[ItemRef]:
    return [found.ref for found in index.component(items).profiles]


def test_near_gives_what_shares_a_key(index: Index, refs: list[ItemRef]) -> None:
    index.file([replace(profile(refs[0]), keys=[1, 2**62])])
    index.file([replace(profile(refs[1]), keys=[2, 3])])
    index.file([replace(profile(refs[2]), keys=[3])])
    assert index.near([2**62]) == [replace(profile(refs[0]), keys=[1, 2**62])]
    assert [found.ref for found in index.near([1, 3])] == refs[:3]
    assert index.near([]) == index.near([9]) == []


def test_own_items_are_not_near(index: Index, refs: list[ItemRef]) -> None:
    other = next(ref for ref in refs if ref.report != refs[0].report)
    index.file([replace(profile(refs[0]), keys=[1])])
    index.file([replace(profile(other), keys=[1])])
    index.report = refs[0].report  # type: ignore[attr-defined]
    assert [found.ref for found in index.near([1])] == [other]


def test_filing_again_takes_the_old_keys_away(index: Index, refs: list[ItemRef]) -> None:
    index.file([replace(profile(refs[0]), keys=[1])])
    index.file([replace(profile(refs[0], "spoke"), keys=[2])])
    assert index.near([1]) == []
    assert index.near([2]) == [replace(profile(refs[0], "spoke"), keys=[2])]


def test_a_component_reaches_over_many_steps(index: Index, refs: list[ItemRef]) -> None:
    for ref in refs[:6]:
        index.file([replace(profile(ref), keys=[1])])
    chain = [pair(a, b) for a, b in pairwise(refs[:5])]
    index.tie(chain)
    found = index.component([refs[2]])
    assert [each.ref for each in found.profiles] == refs[:5]
    assert found.pairs == sorted(chain, key=lambda each: (each.a, each.b))
    assert members(index, refs[5]) == [refs[5]]
    assert members(index, refs[0], refs[5]) == refs[:6]


def test_a_pair_is_replaced(index: Index, refs: list[ItemRef]) -> None:
    for ref in refs[:2]:
        index.file([replace(profile(ref), keys=[1])])
    index.tie([pair(refs[0], refs[1], 0.1)])
    index.tie([pair(refs[0], refs[1], 0.9)])
    assert [each.score for each in index.component(refs[:1]).pairs] == [0.9]


def test_same_by_a_person_ties_and_different_is_told(index: Index, refs: list[ItemRef]) -> None:
    for ref in refs[:4]:
        index.file([replace(profile(ref), keys=[1])])
    say(index, "same", refs[0], refs[1])
    say(index, "different", refs[1], refs[2])
    found = index.component([refs[0]])
    assert [each.ref for each in found.profiles] == refs[:2]
    assert [each.verdict for each in found.judged] == ["same", "different"]
    assert index.component([refs[3]]).judged == []


def say(index: Index, verdict: str, a: ItemRef, b: ItemRef) -> None:
    if isinstance(index, MemoryIndex):
        index.judge(Judged("me", "2031", verdict, [a, b]))  # type: ignore[arg-type]
        return
    from onrecord.keeping.judging import judge

    assert isinstance(index, SqlIndex)
    judge(index._connection, verdict, [(a.report, a.key), (b.report, b.key)], who="me", at="2031")


def test_groups_take_the_place_of_claims(index: Index, refs: list[ItemRef]) -> None:
    for ref in refs[:4]:
        index.file([replace(profile(ref), keys=[1])])
    index.regroup([], [Group("c1", refs[:1]), Group("c2", refs[1:3])], {})
    assert index.claims_of(refs[:4]) == {refs[0]: "c1", refs[1]: "c2", refs[2]: "c2"}
    index.regroup(["c1", "c2"], [Group("c1", refs[:3])], {"c2": "c1"})
    assert index.claims_of(refs[:4]) == dict.fromkeys(refs[:3], "c1")
    index.regroup(["c1"], [Group("c1", refs[:2]), Group("c3", refs[2:3])], {})
    assert index.claims_of(refs[:4]) == {refs[0]: "c1", refs[1]: "c1", refs[2]: "c3"}
    assert redirects(index) == {"c2": "c1"}


def test_redirects_lead_to_the_end_and_end_where_a_claim_comes_back(index: Index, refs: list[ItemRef]) -> None:
    index.regroup([], [Group("c1", refs[:1]), Group("c2", refs[1:2]), Group("c3", refs[2:3])], {})
    index.regroup(["c1", "c2"], [Group("c1", refs[:2])], {"c2": "c1"})
    index.regroup(["c1", "c3"], [Group("c0", refs[:3])], {"c1": "c0", "c3": "c0"})
    assert redirects(index) == {"c1": "c0", "c2": "c0", "c3": "c0"}
    index.regroup(["c0"], [Group("c0", refs[:2]), Group("c3", refs[2:3])], {})
    assert redirects(index) == {"c1": "c0", "c2": "c0"}


def redirects(index: Index) -> dict[str, str]:
    if isinstance(index, MemoryIndex):
        return index.redirects
    from onrecord.keeping.bulk import run

    assert isinstance(index, SqlIndex)
    return dict(run(index._connection, "SELECT old, new FROM redirects"))
