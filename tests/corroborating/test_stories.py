from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import stories as benchmark
from onrecord.corroborating.linkage import linked
from onrecord.corroborating.stories import group, likeness, profile
from onrecord.corroborating.terms import terms
from tests.corroborating.invented import BRITISH, INDEPENDENT, OTHER, SPEECH_ONE, SPEECH_OTHER, WIRE

if TYPE_CHECKING:
    import random
    from pathlib import Path

PROFILES = [
    profile("Grain ship spills fuel at Port Ashby", WIRE, "2021-03-09"),
    profile("Harbour fuel spill", BRITISH, "2021-03-10T08:00:00+00:00"),
    profile("Freighter leaks fuel off Port Ashby", INDEPENDENT, "2021-03-09"),
    profile("Velmora lowers age for office", OTHER, "2021-03-09"),
    profile("Hale promises coal for the valleys", SPEECH_ONE, "2020-12-01"),
    profile("Hale survives motion of censure", SPEECH_OTHER, "2020-12-02"),
    profile(None, "", None),
]


def test_reports_of_one_event_are_one_story() -> None:
    assert group(PROFILES) == [[0, 1, 2], [3], [4, 5], [6]]


def test_a_likeness_has_its_reasons() -> None:
    score, reasons = likeness(PROFILES[0], PROFILES[2])
    assert score > 0.2
    assert reasons[0].startswith("both are about ") and "ashby" in reasons[0]


def test_days_apart_count_against_it() -> None:
    late = profile("Freighter leaks fuel off Port Ashby", INDEPENDENT, "2022-03-09")
    score, reasons = likeness(PROFILES[0], late)
    assert score < likeness(PROFILES[0], PROFILES[2])[0]
    assert reasons[-1] == "published 365 days apart, which counts against it"


def test_an_unknown_date_counts_neither_way() -> None:
    undated = profile("Freighter leaks fuel off Port Ashby", INDEPENDENT, "last week")
    assert likeness(PROFILES[0], undated)[0] == likeness(PROFILES[0], PROFILES[2])[0]


def test_names_are_known_by_their_capitals_inside_a_sentence() -> None:
    assert [t.form for t in terms("Crews from Velmora came. Nobody saw Hale’s boats.") if t.name] == ["velmora", "hale"]


def test_profile_is_small_and_checked() -> None:
    assert len(profile("A title", f"{WIRE}\n{INDEPENDENT}\n{OTHER}\n{SPEECH_ONE}", "2021-03-09")) < 1200
    with pytest.raises(ValueError, match="no profile"):
        likeness(b"\x07" * 20, PROFILES[0])


@given(st.lists(st.integers(0, len(PROFILES) - 1), max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_the_input_makes_no_difference(chosen: list[int], draw: random.Random) -> None:
    order = draw.sample(range(len(chosen)), len(chosen))
    plain = {frozenset(each) for each in group([PROFILES[i] for i in chosen])}
    mixed = {frozenset(order[i] for i in each) for each in group([PROFILES[chosen[i]] for i in order])}
    if chosen.count(len(PROFILES) - 1) < 2:  # two empty reports are alike in nothing but being empty
        assert plain == mixed
    assert sorted(i for each in plain for i in each) == list(range(len(chosen)))


@given(st.integers(2, 9), st.integers(0, 10_000))
def test_average_linkage_equals_the_plain_way(count: int, seed: int) -> None:
    alike = np.random.default_rng(seed).random((count, count))
    alike = (alike + alike.T) / 2
    groups = [[i] for i in range(count)]
    while len(groups) > 1:
        score, a, b = max((float(np.mean(alike[np.ix_(x, y)])), i, j) for i, x in enumerate(groups) for j, y in enumerate(groups) if i < j)
        if score < 0.55:
            break
        groups = [*(g for k, g in enumerate(groups) if k not in (a, b)), sorted(groups[a] + groups[b])]
    assert linked(alike, 0.55) == sorted(groups)


def test_stories_of_real_reports(shared: Path) -> None:
    read, gold = benchmark.reports()
    found = benchmark.labels(group([profile(r["title"], r["text"] or "", r["date_publish"]) for r in read]))
    assert benchmark.b_cubed(gold, found, range(len(gold)))[0] > 88
