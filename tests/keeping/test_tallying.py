"""Tallies are what counting everything anew gives, whatever came and went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.keeping import tallies, tallying
from onrecord.keeping.bulk import run

if TYPE_CHECKING:
    from onrecord.keeping.protocol import Filed
    from onrecord.keeping.store import SqlStore


def wrong(store: SqlStore) -> list[str]:
    with store.database.reading() as connection:
        return list(tallying.wrong(connection))


def held(store: SqlStore) -> dict[str, list[tuple[object, ...]]]:
    with store.database.reading() as connection:
        return {table.name: sorted(run(connection, f"SELECT * FROM {table.name}")) for table in tallies.TALLIES}  # noqa: S608


def test_tallies_follow_what_comes_and_goes(store: SqlStore, invented: list[Filed]) -> None:
    list(store.add_all(invented, link=False))
    assert wrong(store) == []
    assert all(held(store).values())
    before = held(store)
    store.reread(invented[5])
    assert (wrong(store), held(store)) == ([], before)
    for filed in invented[::7]:
        store.forget(filed.record.report.id)
    assert wrong(store) == []
    assert all(row[-1] > 0 for rows in held(store).values() for row in rows)
    for filed in invented[::7]:
        store.add(filed, link=False)
    assert wrong(store) == []


def test_known_report_is_not_counted_twice(store: SqlStore, invented: list[Filed]) -> None:
    store.add(invented[0], link=False)
    before = held(store)
    store.add(invented[0], link=False)
    assert held(store) == before


def test_counting_anew_gives_the_same(store: SqlStore, invented: list[Filed]) -> None:
    list(store.add_all(invented[:20], link=False))
    before = held(store)
    with store.database.writing() as connection:
        run(connection, "UPDATE dyads SET items = items + 1")
    assert len(wrong(store)) == 1
    with store.database.writing() as connection:
        tallying.tally_all(connection)
    assert held(store) == before
