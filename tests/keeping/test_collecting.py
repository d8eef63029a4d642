"""Circles are looked for seldom while reports are added, and as before when nobody adds any more."""

from __future__ import annotations

import gc

import pytest

from onrecord.keeping.collecting import seldom


def test_it_is_as_before_when_the_last_has_left_in_whatever_order() -> None:
    before = gc.get_threshold()
    one, other = seldom(), seldom()
    one.__enter__()
    other.__enter__()
    assert gc.get_threshold()[0] > before[0]
    one.__exit__(None, None, None)
    assert gc.get_threshold()[0] > before[0], "one who came later is still within"
    other.__exit__(None, None, None)
    assert gc.get_threshold() == before


def test_a_failure_leaves_it_as_before() -> None:
    before = gc.get_threshold()
    with pytest.raises(RuntimeError), seldom():
        raise RuntimeError
    assert gc.get_threshold() == before
