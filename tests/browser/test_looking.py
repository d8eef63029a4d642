"""Looking: search, times, theme, a report's evidence, a ledger, the figures of Explore."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page


def test_search_completes_names_and_finds_them(opened: Callable[..., Page]) -> None:
    page = opened("/")
    page.keyboard.press("/")
    page.keyboard.type("Sund", delay=20)
    page.locator("#completions option[value='Pal Sundby']").wait_for(state="attached")
    page.keyboard.type("by")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=Sundby")
    assert page.locator("ol.hits li").count() > 3


def test_a_query_that_means_nothing_is_told_so(opened: Callable[..., Page]) -> None:
    page = opened("/search?q=type:DANCE", expects=400)
    assert "cannot be understood" in page.locator("[role=alert]").inner_text()


def test_the_theme_that_was_chosen_is_kept(opened: Callable[..., Page]) -> None:
    page = opened("/", color_scheme="light")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("[data-theme-switch]").click()
    page.goto("/claims")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light


def test_times_are_the_readers_with_the_outlets_beside_them(opened: Callable[..., Page]) -> None:
    page = opened("/reports")
    shown = page.locator("time", has_text="there").first
    assert re.search(r"\d\d? [A-Z][a-z]{2} \d{4}, \d\d:\d\d \(\d\d:\d\d UTC[+-]\d\d:\d\d there\)", shown.inner_text())
    there = datetime.fromisoformat(shown.get_attribute("datetime") or "")
    here = there.astimezone(ZoneInfo("Europe/Oslo"))
    assert f"{here.day} {here:%b %Y, %H:%M} ({there:%H:%M} UTC" in shown.inner_text()
    bare = page.locator("time[title*='zone is not told']").first
    assert bare.inner_text() == "27 Sep 2025, 18:45"


def test_an_item_of_a_report_lights_its_words_and_its_note(opened: Callable[..., Page], addresses: dict[str, str]) -> None:
    page = opened(addresses["report"])
    note = page.locator("[data-note]").filter(has_text="REJECT").first
    note.hover()
    item = note.get_attribute("data-note")
    assert page.locator(f'[data-i~="{item}"].lit').count() > 0
    assert page.locator(".linked").count() > 0
    word = page.locator("a.m.trigger").first
    word.focus()
    lit = page.locator(".note.lit")
    assert lit.count() == 1
    assert lit.get_attribute("data-note") == word.get_attribute("data-for")


def test_furniture_is_told_from_the_text(opened: Callable[..., Page], told: Callable[[str], dict[str, list[dict[str, str]]]]) -> None:
    report = next(row["report"] for row in told("/records?limit=50")["items"] if "admits trawler" in row["title"])
    page = opened(f"/reports/{report}")
    furniture = page.locator(".kind-furniture p")
    assert "Copy link" in furniture.inner_text()
    assert furniture.evaluate("(e) => getComputedStyle(e).textDecorationLine") == "line-through"


def test_a_mark_of_the_ledger_has_its_words_and_leads_to_them(opened: Callable[..., Page], addresses: dict[str, str]) -> None:
    page = opened(addresses["claim"])
    dot = page.locator("svg.lanes a.dot").first
    dot.focus()
    row = page.locator(f'tr[data-note="{dot.get_attribute("data-for")}"]')
    assert "lit" in (row.get_attribute("class") or "")
    words = row.locator(".quoted-words a").first
    assert words.inner_text().strip("“”")[:20] in (dot.get_attribute("aria-label") or "")
    words.click()
    assert re.search(r"/reports/\w+/(events|statements)/\w+", page.url)
    assert page.locator(".passage mark").count() > 0


def test_a_phone_has_a_ledger_of_its_own_width_with_the_names_beside_the_marks(opened: Callable[..., Page], addresses: dict[str, str]) -> None:
    page = opened(addresses["claim"], size={"width": 360, "height": 740})
    assert not page.locator("svg.lanes.for-wide").is_visible()
    drawn = page.locator("svg.lanes.for-narrow")
    box = drawn.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    for dot in drawn.locator("a.dot").all():
        assert dot.locator("text.by").inner_html().strip()
        at = dot.bounding_box()
        assert at is not None
        assert at["x"] + at["width"] <= 361


def test_names_on_the_map_do_not_stand_on_each_other(opened: Callable[..., Page]) -> None:
    page = opened("/explore")
    for figure in ("#map", "#network"):
        page.locator(figure).scroll_into_view_if_needed()
        page.wait_for_selector(f"{figure} svg a")
        boxes = page.evaluate("(at) => [...document.querySelectorAll(`${at} [data-names] text, ${at} text[data-name]`)].filter((e) => !e.matches('.covered')).map((e) => e.getBoundingClientRect().toJSON())", figure)
        assert len(boxes) > 3
        for n, one in enumerate(boxes):
            assert not any(one["left"] < b["right"] and b["left"] < one["right"] and one["top"] < b["bottom"] and b["top"] < one["bottom"] for b in boxes[:n])
    assert "Each bar is a" in page.locator("[data-told=series]").inner_text()


def test_a_wire_counts_once_where_that_is_asked(opened: Callable[..., Page]) -> None:
    page = opened("/explore")
    whole = page.locator(".totals b").first.inner_text()
    page.get_by_label("Count a wire once").check()
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**once=yes**")
    assert int(page.locator(".totals b").first.inner_text()) < int(whole)
    page.locator("#series").scroll_into_view_if_needed()
    page.wait_for_selector("#series svg a")
    assert page.get_by_label("Count a wire once").is_checked()
    assert "once=true" in (page.locator("#series-h ~ figure a", has_text="CSV").get_attribute("href") or "")


def test_those_who_deny_stand_below_the_line(opened: Callable[..., Page], addresses: dict[str, str]) -> None:
    page = opened(addresses["claim"])
    top = {lane: page.locator(f"svg.lanes g.lane.mark-{lane} line").first.bounding_box()["y"] for lane in ("affirms", "denies")}  # type: ignore[index]
    axis = page.locator("svg.lanes .band").first.bounding_box()["y"]  # type: ignore[index]
    assert top["affirms"] < axis < top["denies"]


def test_figures_are_drawn_filtered_by_the_address_and_to_be_had(opened: Callable[..., Page]) -> None:
    page = opened("/explore")
    page.select_option("#f-type", "PROTEST")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**/explore?type=PROTEST**")
    for figure in ("#series", "#map", "#network"):
        page.locator(figure).scroll_into_view_if_needed()
        page.wait_for_selector(f"{figure} svg a")
    assert page.locator("#series svg a").first.get_attribute("href").startswith("/search?q=type%3APROTEST")  # type: ignore[union-attr]
    for kind in ("svg", "png"):
        with page.expect_download() as download:
            page.locator(f'[data-keep="map"] [data-as="{kind}"]').click()
        assert download.value.suggested_filename == f"map.{kind}"
        assert download.value.path().stat().st_size > 2000
    with page.expect_download() as download:
        page.locator("#series-h ~ figure a", has_text="CSV").click()
    lines = download.value.path().read_text().splitlines()
    assert lines[0] == "day,code,items"
    assert all(",PROTEST," in line for line in lines[1:])
