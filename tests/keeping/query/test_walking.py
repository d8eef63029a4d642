"""The index is walked down and the walk stops: SQLite sorts nothing, and asks tables only for what the index cannot tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.keeping.opening import open_store
from onrecord.keeping.query.fields import find_fields
from onrecord.keeping.query.parsing import parse
from onrecord.keeping.query.rows import ALL, Rows
from tests.keeping.query.invented import filed, record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.keeping.store import SqlStore


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlStore]:
    with open_store(tmp_path_factory.mktemp("walking") / "store.sqlite") as opened:
        for seed in range(12):
            opened.add(filed(record(seed)), link=False)
        yield opened


def plan(store: SqlStore, query: str) -> str:
    with store._database.reading() as connection:
        walk = Rows(connection, parse(query, find_fields())).walk(ALL, 50)
        asked = str(walk.compile(connection.engine, compile_kwargs={"literal_binds": True}))
        return "\n".join(line[3] for line in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}"))


@pytest.mark.parametrize(
    "query",
    ["", "drone", '"drone strike" -truce', "speaker:kim act:deny", "actor:kim recipient:müller since:2025-03", "type:ASSAULT country:ISL when:2025-03",
     "by:kim (certainty:possible OR certainty:probable)", "published:2025-03 outlet:harbour -act:say"],
)  # fmt: skip
def test_most_queries_ask_the_index_alone(store: SqlStore, query: str) -> None:
    assert plan(store, query).startswith("SCAN words VIRTUAL TABLE INDEX")
    assert len(plan(store, query).splitlines()) == 1


@pytest.mark.parametrize("query", ["drone confidence:>0.7", "(drone OR confidence:>0.7) kind:statement", "status:current drone", "-standing:denied"])
def test_tables_are_asked_row_by_row_and_nothing_is_sorted(store: SqlStore, query: str) -> None:
    steps = plan(store, query)
    assert steps.startswith("SCAN words VIRTUAL TABLE INDEX")
    assert "TEMP B-TREE" not in steps
    assert "SCAN items" not in steps
    assert "SCAN reports" not in steps
