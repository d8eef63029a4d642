"""Every page: opens, complains of nothing, fits a phone, can be used by anybody, works without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import NARROW, serious

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

PAGES = [
    "front", "report", "claim", "claims", "reports", "search", "statement", "event", "actor", "place", "outlet", "outlets", "explore", "read", "review", "login", "missing",
]  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_anybody_can_use_it_in_light_and_dark_and_on_a_phone(name: str, opened: Callable[..., Page], addresses: dict[str, str]) -> None:
    page = opened(addresses[name], expects=404 if name == "missing" else 200, color_scheme="light")
    if name == "explore":
        _drawn(page)
    assert page.locator("h1").count() == 1
    assert serious(page) == []
    if name in ("report", "claim", "explore", "review"):
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        assert serious(page, rules=["color-contrast"]) == []
    page.set_viewport_size(NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    assert serious(page, rules=["target-size", "scrollable-region-focusable"]) == []


def test_all_is_there_without_scripts(opened: Callable[..., Page], addresses: dict[str, str]) -> None:
    page = opened("/", java_script_enabled=False)
    for name in PAGES:
        if name != "missing":
            page.goto(addresses[name], wait_until="domcontentloaded")
            assert page.locator("main h1").inner_text().strip()


def test_the_front_page_weighs_little_and_does_not_move(opened: Callable[..., Page]) -> None:
    page = opened("/login")
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda told: sizes.append(told["encodedDataLength"]))
    page.goto("/", wait_until="networkidle")
    assert len(sizes) > 8
    assert sum(sizes) < 150_000
    moved = "new Promise((done) => { let all = 0; new PerformanceObserver((list) => { for (const e of list.getEntries()) all += e.value; }).observe({type: 'layout-shift', buffered: true}); setTimeout(() => done(all), 300); })"
    assert page.evaluate(moved) < 0.02


@pytest.mark.parametrize("name", ["report", "claim", "reports", "search", "explore", "actor"])
def test_no_other_page_moves_either(name: str, opened: Callable[..., Page], addresses: dict[str, str]) -> None:
    page = opened(addresses[name])
    page.wait_for_load_state("networkidle")
    moved = "new Promise((done) => { let all = 0; new PerformanceObserver((list) => { for (const e of list.getEntries()) all += e.value; }).observe({type: 'layout-shift', buffered: true}); setTimeout(() => done(all), 300); })"
    assert page.evaluate(moved) < 0.02


def test_on_paper_everything_is_open_and_dark_on_white(opened: Callable[..., Page], addresses: dict[str, str]) -> None:
    page = opened(addresses["claim"], color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    for gone in ("nav.nav", "form", "button", ".have"):
        assert not any(one.is_visible() for one in page.locator(gone).all()), gone
    assert page.locator("svg.lanes.for-wide").is_visible()
    assert not page.locator("svg.lanes.for-narrow").is_visible()
    assert page.locator("details.reasons li").first.is_visible()
    assert page.pdf(format="A4")[:5] == b"%PDF-"


@pytest.mark.parametrize("width", [360, 768, 1280, 2560, 3840])
def test_from_a_small_phone_to_4k_nothing_is_cut_off(width: int, opened: Callable[..., Page], addresses: dict[str, str]) -> None:
    page = opened("/", size={"width": width, "height": 900})
    for name in ("front", "claim", "report", "explore", "review", "claims"):
        page.goto(addresses[name], wait_until="load")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        assert float(page.evaluate("parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)")) >= 13


def _drawn(page: Page) -> None:
    for figure in ("#series", "#map", "#network"):
        page.locator(figure).scroll_into_view_if_needed()
        page.wait_for_selector(f"{figure} svg")
