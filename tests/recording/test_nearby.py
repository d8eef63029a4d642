"""Looking up by place finds all that touches, in the order of adding."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.recording.nearby import Nearby

RANGE = st.tuples(st.integers(0, 3000), st.integers(1, 900)).map(lambda r: (r[0], r[0] + r[1]))


@given(st.lists(st.lists(RANGE, min_size=1, max_size=3), max_size=30), st.lists(RANGE, min_size=1, max_size=2))
def test_nothing_that_touches_is_left_out(items: list[list[tuple[int, int]]], asked: list[tuple[int, int]]) -> None:
    nearby: Nearby[int] = Nearby()
    for number, ranges in enumerate(items):
        nearby.add(number, ranges)
    found = list(nearby.at(asked))
    touching = [n for n, ranges in enumerate(items) if any(a < d and c < b for a, b in ranges for c, d in asked)]
    assert found == sorted(set(found))
    assert set(touching) <= set(found)


def test_what_stands_far_away_is_not_looked_at() -> None:
    nearby: Nearby[str] = Nearby()
    nearby.add("far", [(100_000, 100_010)])
    assert list(nearby.at([(0, 10)])) == []
