"""The measure of a store's speed measures; a hundredth of it here, `make scale` has the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.invented import World
from benchmarks.scale import fill, line
from onrecord.keeping.checking import unsound
from onrecord.keeping.opening import open_store

if TYPE_CHECKING:
    from pathlib import Path

COUNT = 600
FEWEST = 50  # reports a second on a machine that does ten other things


def test_a_store_is_filled_and_timed(tmp_path: Path) -> None:
    with open_store(tmp_path / "store.sqlite") as store:
        filled = fill(store, COUNT)
        assert store.stats().reports == COUNT
        assert store.check() == []
    assert filled.rate > FEWEST
    assert 0 < filled.last_tenth < filled.seconds
    assert line(filled).split()[0] == str(COUNT)


def test_the_world_is_the_same_every_time_and_its_records_are_sound() -> None:
    once, again = list(World(5).reports(40)), list(World(5).reports(40))
    assert once == again
    assert [unsound(filed.record) for filed in once] == [None] * 40
    assert len({filed.record.report.id for filed in once}) == 40
    words = [len(filed.record.report.text.split()) for filed in once]
    assert 250 < sum(words) / 40 < 700
    assert 9 <= sum(len(filed.record.statements) for filed in once) / 40 <= 11
    assert 4 <= sum(len(filed.record.events) for filed in once) / 40 <= 6
    assert 9 <= sum(len(filed.record.actors) for filed in once) / 40 <= 16
