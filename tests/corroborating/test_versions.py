"""Versions of a story: what reports say of themselves, and which of two is the later version of the other, corrects it or kills it."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.corroborating.copies import Overlap
from onrecord.corroborating.versions import Filing, Notice, bare_title, moment, notice, page, relate


def filing(id_: str = "a", **fields: object) -> Filing:
    values: dict[str, Any] = {
        "outlet": "Northwire", "title": "Iceland detains Norwegian trawler", "opening": "", "published": "2031-03-04T10:00+00:00", "modified": None,
        "page": None, "arrived": 1,
    }  # fmt: skip
    return Filing(id_, **(values | fields))


def overlap(share: float, *, copy: bool | None = None) -> Overlap:
    return Overlap(share, share, 0.0, round(200 * share), 40, copy=share >= 0.5 if copy is None else copy, score=share, reasons=[])


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("CORRECTED: Iceland detains Norwegian trawler", "corrects"), ("CORRECTED-Iceland detains Norwegian trawler", "corrects"),
        ("CORRECTION: Trawler", "corrects"), ("Correction", "corrects"), ("REFILE-Iceland detains trawler", "corrects"), ("Clarification: Trawler", "corrects"),
        ("CORRECTED (OFFICIAL): Trawler", None), ("KILL: Trawler", "kills"), ("Mandatory Kill-Iceland-Trawler", "kills"), ("RETRACTED: Trawler", "kills"),
        ("WITHDRAWN-Trawler", "kills"), ("Retraction", "kills"), ("UPDATE 2-Iceland detains trawler", "updates"), ("UPDATED: Iceland detains", "updates"),
        ("1st Ld-Writethru-Iceland: Trawler", "updates"), ("WRAPUP 3-Iceland detains", "updates"),
        ("Killing of fisherman stirs Oslo", None), ("Kill quota for seals raised", None), ("Correct answer pays in quiz", None), ("Updates on the trawler case", None),
        ("Retracted ladder blocks bridge", None), ("Withdrawal from fisheries pact nears", None), ("Correction of borders is off the table", None),
        ("Iceland detains Norwegian trawler", None), (None, None),
    ],
)  # fmt: skip
def test_headlines(title: str | None, kind: str | None) -> None:
    found = notice(title, "The ship lay in port.")
    assert (found.kind if found else None) == kind


@pytest.mark.parametrize(
    ("opening", "kind"),
    [
        ("Trawler held\n\n(Corrects number of people on board in second paragraph to 12, not 14)\n\nREYKJAVIK", "corrects"),
        ("Trawler held\n\nREYKJAVIK (This version of the story corrects the year)", "corrects"),
        ("Trawler held\n\nCorrection: an earlier version misstated the year.", "corrects"),
        ("An earlier version of this article misstated the number of people on board.", "corrects"),
        ("(Adds quotes, background)", "updates"), ("(Updates with reaction from Oslo)", "updates"),
        ("Northwire has withdrawn its story about the trawler.", "kills"), ("This story has been withdrawn. The ship was not held.", "kills"),
        ("Editors: please kill the story slugged TRAWLER.", "kills"), ("KILL\n\nThe story is wrong.", "kills"),
        ("The minister corrects nobody, her aides said.", None), ("Norway withdrew its offer; the law was retracted.", None),
        ("Police say the driver was killed. This was the second report of a crash.", None), ("The board corrected its forecast (by half).", None),
        ("The storm killed two.", None), ("He adds that (in his view) talks go on.", None),
    ],
)  # fmt: skip
def test_openings(opening: str, kind: str | None) -> None:
    found = notice("Trawler held", opening)
    assert (found.kind if found else None) == kind


def test_a_notice_quotes_its_words() -> None:
    assert notice("CORRECTED: Trawler", "") == Notice("corrects", "CORRECTED")
    assert notice(None, "(Corrects the year)") == Notice("corrects", "(Corrects the year)")


def test_what_stands_deep_in_a_report_is_no_notice_of_its_own() -> None:
    assert notice("Trawler held", "x" * 800 + " (Corrects the year)") is None


@pytest.mark.parametrize(
    ("title", "bare"),
    [("UPDATE 2-Ministers meet", "Ministers meet"), ("CORRECTED: Ministers meet", "Ministers meet"), ("Ministers meet", "Ministers meet"), ("KILL", "")],
)
def test_bare_titles(title: str, bare: str) -> None:
    assert bare_title(title) == bare


@pytest.mark.parametrize(
    ("location", "wanted"),
    [
        ("https://www.courier.example/a/b/?utm_source=x&id=3#top", "courier.example/a/b?id=3"), ("http://courier.example/a/b", "courier.example/a/b"),
        ("a/b.txt", "a/b.txt"), (None, None), ("HTTPS://Courier.example/A", "courier.example/A"),
    ],
)  # fmt: skip
def test_pages(location: str | None, wanted: str | None) -> None:
    assert page(location) == wanted


def test_the_order_of_two_reports_does_not_matter() -> None:
    one, other = filing("a"), filing("b", published="2031-03-04T14:00+02:00")
    assert relate(one, other, overlap(0.8)) == relate(other, one, overlap(0.8))
    found = relate(one, other, overlap(0.8))
    assert found is not None
    assert (found.later, found.earlier, found.kind) == ("b", "a", "supersedes")
    assert found.reasons


def test_what_is_modified_later_is_later() -> None:
    found = relate(filing("a", modified="2031-03-05T10:00+00:00"), filing("b", published="2031-03-04T18:00+00:00"), overlap(0.8))
    assert found is not None
    assert found.later == "a"


def test_without_dates_the_notice_and_then_the_arrival_decides() -> None:
    undated = {"published": None}
    corrected = filing("a", title="CORRECTED: Iceland detains Norwegian trawler", arrived=1, **undated)
    found = relate(corrected, filing("b", arrived=2, **undated), overlap(0.8))
    assert found is not None
    assert (found.later, found.kind) == ("a", "corrects")
    found = relate(filing("a", arrived=2, **undated), filing("b", arrived=1, **undated), overlap(0.8))
    assert found is not None
    assert (found.later, found.kind) == ("a", "supersedes")


@pytest.mark.parametrize(
    ("fields", "share"),
    [
        ({"outlet": "The Courier"}, 1.0), ({"outlet": None}, 1.0), ({"title": "Cod quota falls by a tenth"}, 0.8), ({}, 0.1),
        ({"published": "2031-05-04T10:00+00:00"}, 0.8),
    ],
)  # fmt: skip
def test_what_is_no_version(fields: dict[str, Any], share: float) -> None:
    assert relate(filing("a"), filing("b", **({"published": "2031-03-05"} | fields)), overlap(share)) is None


def test_on_one_page_the_headline_may_change() -> None:
    found = relate(filing("a", page="courier.example/1"), filing("b", title="Oslo is angry", page="courier.example/1", published="2031-06-01"), overlap(0.4))
    assert found is not None
    assert found.kind == "supersedes"


@pytest.mark.parametrize("fields", [{"title": "KILL: Iceland detains Norwegian trawler"}, {"title": "Kill", "opening": "Kill the story headlined “Iceland detains Norwegian trawler”."}])
def test_a_kill_needs_no_shared_text_but_must_name_the_story(fields: dict[str, Any]) -> None:
    found = relate(filing("a"), filing("b", published="2031-03-05", **fields), overlap(0.0))
    assert found is not None
    assert (found.later, found.kind) == ("b", "kills")
    assert relate(filing("a", title="Cod quota falls by a tenth"), filing("b", published="2031-03-05", **fields), overlap(0.0)) is None


def test_moments_compare_across_zones() -> None:
    early, late = filing(published="2031-03-04T23:30+02:00"), filing(published="2031-03-04T22:00+00:00")
    assert moment(early) < moment(late)  # type: ignore[operator]
    assert moment(filing(published=None)) is None
    assert moment(filing(published="last week")) is None
