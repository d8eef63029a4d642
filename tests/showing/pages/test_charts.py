from __future__ import annotations

import pytest

from onrecord.showing.pages.charts.days import line
from onrecord.showing.pages.charts.lanes import NARROW, WIDE, Size, lanes
from onrecord.showing.pages.charts.ranges import ranges
from onrecord.showing.pages.charts.voices import voices
from tests.showing.pages.told import claim, entry, figure


def test_who_affirms_stands_above_the_line_and_who_denies_below() -> None:
    drawn = lanes(claim(entry("1"), entry("2", "denies", who="Pal Sundby", origin=1), entry("3", "possible", origin=2)))
    at = {lane.stance: lane.y for lane in drawn.lanes}
    assert at["affirms"] < drawn.axis < at["possible"] < at["denies"] < drawn.height


def test_forty_reprints_look_like_one_voice() -> None:
    told = claim(*[entry(str(n), outlet=f"Outlet {n}", agency="Northwire") for n in range(40)])
    (dot,) = [dot for lane in lanes(told).lanes for dot in lane.dots]
    assert len(dot.entries) == 40
    assert "39 more of the same origin" in dot.words
    (voice,) = voices(told)
    assert (voice.name, voice.reports, len(voice.outlets)) == ("Northwire", 40, 40)


def test_marks_of_one_day_do_not_cover_each_other() -> None:
    told = claim(*[entry(str(n), who=f"Speaker {n}", origin=n) for n in range(6)])
    spots = [(dot.x, dot.y) for lane in lanes(told).lanes for dot in lane.dots]
    assert len(set(spots)) == 6
    assert all(0 < y < lanes(told).height for _, y in spots)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_names_stand_beside_their_marks_within_the_chart_and_never_on_each_other(size: Size) -> None:
    people = ["Ida", "Pal Sundby", "The Ministry of Foreign Affairs and Trade", "Asta Gudlaugsdottir"]
    told = claim(*[entry(str(n), who=f"{people[n % 4]} {n}", origin=n, day=f"2025-03-{4 + n % 6:02}") for n in range(16)])
    dots = [dot for lane in lanes(told, size).lanes for dot in lane.dots]
    assert all(dot.name and len(dot.name) <= size.letters for dot in dots)
    reach = [(dot.y, dot.x - 6 * len(dot.name) - 13, dot.x) if dot.before else (dot.y, dot.x, dot.x + 13 + 6 * len(dot.name)) for dot in dots]
    assert all(size.left - 20 <= first and last <= size.width + 20 for _, first, last in reach)
    for n, (y, first, last) in enumerate(reach):
        assert all(other != y or last <= a or first >= b for other, a, b in reach[:n])


def test_a_lane_of_very_many_marks_has_no_names() -> None:
    told = claim(*[entry(str(n), who=f"Speaker {n}", origin=n, day=f"2025-03-{1 + n % 28:02}") for n in range(120)])
    assert {dot.name for lane in lanes(told).lanes for dot in lane.dots} == {""}


def test_what_has_no_day_is_left_to_the_table() -> None:
    drawn = lanes(claim(entry("1"), entry("2", day=None)))
    assert drawn.undated == [1]


def test_an_origin_of_one_speaker_goes_by_the_speaker() -> None:
    told = claim(entry("1", who="Pal Sundby", outlet="A"), entry("2", who="Pal Sundby", outlet="B"))
    assert [(voice.name, voice.rests_on) for voice in voices(told)] == [("Pal Sundby", [])]


def test_figures_run_down_in_time_with_open_ends_told() -> None:
    told = claim(
        entry("1", day="2025-03-05", who="Anna Berg"), entry("2", who="Anna Berg"), figures=[figure(0, 9, revision="up"), figure(1, None, low=24)],
    )  # fmt: skip
    (chart,) = ranges(told)
    first, second = chart.rows
    assert first.y < second.y
    assert (first.figure.low, first.high, first.open_above) == (24, None, True)
    assert second.before == (first.low, first.y)
    assert all(chart.left <= x <= chart.right for x, _ in chart.ticks)


def test_an_axis_names_few_days_and_the_year_once() -> None:
    ticks = line([738_000, 738_900], 0, 900).ticks()
    assert 3 <= len(ticks) <= 11
    assert sum(label.endswith("2023") for label in (tick.label for tick in ticks)) <= 1
