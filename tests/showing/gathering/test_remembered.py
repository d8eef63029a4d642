"""What is remembered is what would be gathered anew, whatever is done to the store between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.showing.gathering import actors, dyads, series
from onrecord.showing.gathering import remembered as module
from onrecord.showing.gathering.remembered import HELD, remembered

if TYPE_CHECKING:
    from onrecord.keeping.protocol import Filed
    from onrecord.keeping.store import SqlStore


@pytest.fixture(autouse=True)
def none_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """However busy the machine is, no answer counts as slow."""
    monkeypatch.setattr(module, "SLOW", 3600.0)


def test_what_took_long_may_stay_behind_for_a_multiple_of_that(store: SqlStore, invented: list[Filed], monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    @remembered
    def count(store: SqlStore) -> int:
        asked.append(1)
        return store.stats().reports

    monkeypatch.setattr(module, "SLOW", 0.0)
    monkeypatch.setattr(module, "BEHIND", 1e6)
    list(store.add_all(invented[:2], link=False))
    assert count(store) == 2
    list(store.add_all(invented[2:4], link=False))
    assert (count(store), len(asked)) == (2, 1)
    monkeypatch.setattr(module, "BEHIND", 0)
    fresh = remembered(count.__wrapped__)  # type: ignore[attr-defined]
    assert fresh(store) == 4
    list(store.add_all(invented[4:6], link=False))
    assert fresh(store) == 6


def test_a_figure_is_gathered_once_and_anew_after_each_change(store: SqlStore, invented: list[Filed]) -> None:
    asked: list[str] = []

    @remembered
    def count(store: SqlStore, what: str, *, twice: bool = False) -> int:
        asked.append(what)
        stats = store.stats()
        return (2 if twice else 1) * getattr(stats, what)

    list(store.add_all(invented[:6]))
    assert [count(store, "reports"), count(store, "reports"), count(store, "reports", twice=True)] == [6, 6, 12]
    assert asked == ["reports"] * 2
    list(store.add_all(invented[6:8], link=False))
    assert count(store, "reports") == 8
    before = count(store, "claims")
    list(store.link())
    assert count(store, "claims") > before
    report = invented[0].record.report.id
    number = store.judge("accept", [(report, "s1")], who="ida")
    asked.clear()
    count(store, "reports")
    store.undo(number, who="ida")
    count(store, "reports")
    store.reread(invented[1])
    count(store, "reports")
    store.forget(report)
    assert count(store, "reports") == 7
    assert len(asked) == 4


def test_figures_follow_what_is_added(store: SqlStore, invented: list[Filed]) -> None:
    for n in (4, 8):
        list(store.add_all(invented[n - 4 : n]))
        for once in (False, True):
            found = series.series(store, "certainty:certain", once=once)
            assert found == series.series.__wrapped__(store, "certainty:certain", once=once)  # type: ignore[attr-defined]
        assert dyads.matrix(store) == dyads.matrix.__wrapped__(store)  # type: ignore[attr-defined]
        assert actors.actors(store, "ma") == actors.actors.__wrapped__(store, "ma")  # type: ignore[attr-defined]


def test_only_so_many_answers_are_held(store: SqlStore) -> None:
    asked: list[int] = []

    @remembered
    def same(store: SqlStore, number: int) -> int:
        asked.append(number)
        return number

    for number in range(HELD + 1):
        same(store, number)
    same(store, HELD)
    same(store, 0)
    assert asked == [*range(HELD + 1), 0]
