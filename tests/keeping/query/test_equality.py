"""One query, three searches: SQLite, PostgreSQL and plain Python find the same, in the same order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.keeping.opening import open_store
from onrecord.keeping.query.fields import find_fields
from onrecord.keeping.query.parsing import parse
from onrecord.keeping.query.plain import Kept, search
from tests.keeping.query.invented import NAMES, OUTLETS, WORDS, filed, record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.keeping.store import SqlStore
    from tests.keeping.cluster import Cluster

REPORTS = 24
DATES = st.sampled_from(["2025", "2024", "2025-02", "2025-03", "2025-03-07", "2025-02-28", "2024-12-31", "2026", "1999"])


def quoted(words: str) -> str:
    return f'"{words}"'


def leaves() -> st.SearchStrategy[str]:
    word = st.sampled_from([word for word in WORDS if word != "ĐẶNG"] + ["dron*", "co-op*", "absent", "ministry", "đặng"])
    phrase = st.lists(st.sampled_from(WORDS), min_size=2, max_size=3).map(" ".join).map(quoted)
    names = st.sampled_from([*NAMES, "Kim", "müller", "ministry of", "yong hyun", "nobody"]).map(quoted)
    named = st.tuples(st.sampled_from("speaker actor recipient by".split()), names).map(":".join)
    coded = st.sampled_from(
        ["act:deny", "act:say,warn", "form:direct", "type:assault", "type:CONSULT", "mode:suicide-attack", "mode:visit", "certainty:possible",
         "polarity:negative", "kind:report", "kind:event", "kind:statement,event", "country:ISL", "country:Norwegian", "status:current", "standing:denied"],
    )  # fmt: skip
    places = st.sampled_from(['place:"Port Anders"', "place:anders", "place:bay"])
    outlets = st.sampled_from([quoted(outlet) for outlet in OUTLETS if outlet] + ["harbour", "times"])
    press = st.tuples(st.sampled_from(["outlet", "agency"]), outlets).map(":".join)
    days = st.one_of(
        st.tuples(st.sampled_from(["since", "until", "when", "published"]), DATES).map(":".join),
        st.tuples(st.sampled_from(["when", "published"]), DATES, DATES).filter(lambda t: t[1] <= t[2]).map(lambda t: f"{t[0]}:{t[1]}..{t[2]}"),
        st.tuples(st.sampled_from(["when", "published"]), DATES).map(lambda t: f"{t[0]}:{t[1]}.."),
    )
    sure = st.tuples(st.sampled_from(["", ">", ">=", "<", "<="]), st.sampled_from(["0", "0.25", "0.5", "0.7", "1"])).map(lambda t: f"confidence:{t[0]}{t[1]}")
    report = st.integers(0, REPORTS - 1).map(lambda n: f"report:{record(n).report.id[:8]}")
    return st.one_of(word, phrase, named, coded, places, press, days, sure, report)


LEAVES = leaves()


@st.composite
def queries(draw: st.DrawFn, deepest: int = 2) -> str:
    """A query of up to nine terms."""
    shape = draw(st.sampled_from(["leaf", "all", "any", "not"])) if deepest else "leaf"
    if shape == "leaf":
        return draw(LEAVES)
    if shape == "not":
        return f"-({draw(queries(deepest - 1))})"
    parts = [draw(queries(deepest - 1)) for _ in range(draw(st.integers(2, 3)))]
    return " ".join(parts) if shape == "all" else f"({' OR '.join(parts)})"


class Both:
    """A store in each database with the same reports, and what plain Python searches."""

    def __init__(self, stores: list[SqlStore]) -> None:
        self.stores = stores
        for store in stores:
            for seed in range(REPORTS):
                store.add(filed(record(seed)), link=False)
        self.kept = [Kept(one) for _, one in stores[0].records()]

    def __repr__(self) -> str:
        return "the same reports twice"


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, cluster: Cluster) -> Iterator[Both]:
    stores = [open_store(tmp_path_factory.mktemp("equality") / "store.sqlite"), open_store(cluster.new())]
    yield Both(stores)
    for store in stores:
        store.close()


@given(query=queries())
def test_all_three_find_the_same(both: Both, query: str) -> None:
    plain = search(parse(query, find_fields()), both.kept)
    for store in both.stores:
        assert [(hit.report, hit.key) for hit in store.find(query, limit=1000)] == plain, store.url


@given(query=queries(), limit=st.integers(1, 7), kind=st.sampled_from([None, "report", "statement", "event"]))
def test_pages_joined_are_the_whole(both: Both, query: str, limit: int, kind: str | None) -> None:
    for store in both.stores:
        whole = store.find(query, kind=kind, limit=1000)
        pages, after = [], None
        while page := store.find(query, kind=kind, limit=limit, after=after):
            pages += page
            after = page[-1].cursor
        assert pages == whole


@given(query=queries())
def test_reports_of_a_query_are_the_reports_of_what_it_finds(both: Both, query: str) -> None:
    for store in both.stores:
        found = store.find(query, limit=1000)
        assert [hit.report for hit in store.find(query, kind="report", limit=1000)] == list(dict.fromkeys(hit.report for hit in found))


def test_the_store_has_something_of_everything(both: Both) -> None:
    """The equality says nothing of queries that never find anything."""
    for query in ("drone", '"drone strike"', "speaker:kim", "by:kim", "act:deny", "mode:suicide-attack", "when:2025-03-01", "outlet:harbour", "confidence:>0.5", "dron*"):
        assert search(parse(query, find_fields()), both.kept), query
