"""Pages with nothing in them, with too much, with what cannot be meant, and with text that attacks its reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from markupsafe import escape

from onrecord.showing.pages.charts.lanes import NARROW, lanes, voice
from onrecord.showing.pages.charts.ranges import NARROW as NARROW_RANGES
from onrecord.showing.pages.charts.ranges import ranges
from onrecord.showing.pages.charts.voices import voices
from onrecord.showing.pages.filters import bare, bounds, day, third
from onrecord.showing.pages.looking.together import Together
from onrecord.showing.templating import environment
from tests.showing.client import Client
from tests.showing.pages.told import claim, entry, figure

if TYPE_CHECKING:
    from onrecord.keeping.store import SqlStore
    from onrecord.record import Claim


@pytest.mark.parametrize(("path", "words"), [
    ("/", "Nothing has come in yet"), ("/reports", "No more reports"), ("/claims", "No claim yet"), ("/search?q=x", "Nothing was found"), ("/outlets", "No report names its outlet yet"),
    ("/explore", "No event passes these filters"), ("/review", "Nothing waits for review"), ("/read", "Paste a report"),
])  # fmt: skip
def test_an_empty_desk_says_so_on_each_page(store: SqlStore, path: str, words: str) -> None:
    answer = Client(store).get(path)
    assert answer.status == 200
    assert words in answer.text


@pytest.mark.parametrize(("path", "status"), [
    ("/reports/ffffffff", 404), ("/claims/ffffffff", 404), ("/actors/nobody", 404), ("/places/Nowhere", 404), ("/outlets/None", 404), ("/explore?since=spring", 422),
    ("/search?q=type:", 400), ("/claims?q=standing:true", 400), ("/claims/ffffffff/verdict.csv", 404), ("/read/none", 404),
])  # fmt: skip
def test_what_cannot_be_shown_is_told_on_a_page(store: SqlStore, path: str, status: int) -> None:
    answer = Client(store).get(path)
    assert answer.status == status
    assert 'role="alert"' in answer.text


def _claim_page(store: SqlStore, told: Claim) -> str:
    client = Client(store)
    charts = list(zip(ranges(told), ranges(told, NARROW_RANGES), strict=True))
    shown = {"claim": told, "lanes": [lanes(told), lanes(told, NARROW)], "ranges": charts, "single": [], "voices": voices(told), "voice": voice, "judged": {}, "together": Together([], 0, [], [])}
    known = {"desk": client.desk, "request": None, "path": "/claims/x", "who": None, "csrf": "", **shown}
    return environment().get_template("claim.html").render(known)


def test_a_claim_of_four_hundred_reprints_is_one_mark_and_a_folded_branch(store: SqlStore) -> None:
    page = _claim_page(store, claim(*[entry(str(n), outlet=f"Outlet {n}", agency="Northwire") for n in range(400)]))
    assert page.count('class="dot"') == 2  # one for wide windows, one for narrow ones
    assert "×400" in page
    assert "392 more outlets with the same" in page
    assert page.count('data-note="n') == 400


def test_words_of_a_report_are_text_and_nothing_else(store: SqlStore) -> None:
    attack = '"><img src=x onerror=alert(1)></script><a href="javascript:alert(1)">'
    told = claim(entry("1", who=attack, outlet=attack, agency=attack), entry("2", who=attack, origin=1), figures=[figure(0, 3), figure(1, 4)])
    page = _claim_page(store, told)
    assert "<img" not in page
    assert str(escape(attack))[:30] in page
    assert 'href="javascript' not in page


@pytest.mark.parametrize(("value", "words"), [
    ("2025-03-04", "4 Mar 2025"), ("2025-03", "Mar 2025"), ("2025", "2025"), ("2025-03-04T06:40+01:00", "4 Mar 2025, 06:40 UTC+01:00"), ("2025-03-04T06:40Z", "4 Mar 2025, 06:40 UTC"),
    ("2022/..", "since 2022"), ("../2022", "until 2022"), ("2025-03-04/2025-03-09", "4 Mar 2025 to 9 Mar 2025"), ("2025-03-04/2025-03-04", "4 Mar 2025"), (None, "undated"), ("P3D", "P3D"), ("2025-09-18~", "about 18 Sep 2025"),
])  # fmt: skip
def test_days_are_written_as_people_write_them(value: str | None, words: str) -> None:
    assert day(value) == words


@pytest.mark.parametrize(("value", "low", "high", "words"), [
    (3, 3, 3, "3"), (None, 24, None, "24 or more"), (None, None, 20e6, "up to 20,000,000"), (None, 9, 15, "9 to 15"), (2.5, None, None, "2.5"), (None, None, None, "?"),
])  # fmt: skip
def test_figures_keep_their_bounds(value: float | None, low: float | None, high: float | None, words: str) -> None:
    told = figure(0, value, low=low, high=high)
    assert bounds(told) == words


@pytest.mark.parametrize(("words", "shown"), [('"They are new,"', "They are new,"), ("no marks", "no marks"), ('he said "no"', "he said 'no'"), ('"a" and "b"', "'a' and 'b'"), ("", "")])
def test_quotation_marks_are_not_doubled(words: str, shown: str) -> None:
    assert bare(words) == shown


def test_acts_have_their_subject_before_them() -> None:
    assert [third(act) for act in ("say", "deny", "accuse", "promise")] == ["says", "denies", "accuses", "promises"]
