"""Working: reading a text, keeping it, and judging what is not sure, by keyboard and without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

TEXT = """LISBON, June 3, 2026 (Northwire) - Portugal's coast guard detained a Spanish trawler on Wednesday, a spokesman said.

"We found four tonnes of undeclared hake," spokesman Rui Tavares told reporters. Spain denied the accusation.

This report is invented.
"""


def test_a_text_is_read_and_kept_where_that_is_asked(opened: Callable[..., Page]) -> None:
    page = opened("/read")
    page.get_by_label("Text of a report").fill(TEXT)
    page.get_by_role("button", name="Read", exact=True).click()
    page.wait_for_url("**/read/*")
    page.wait_for_selector(".note-statement", timeout=30_000)
    assert page.locator(".words").filter(has_text="four tonnes").count() == 1
    page.get_by_role("button", name="Keep it in the store").click()
    page.wait_for_url("**/reports/*")
    assert page.locator(".note-statement").count() > 0


def test_files_are_read_together_and_what_cannot_be_read_says_why(opened: Callable[..., Page], tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT)
    (tmp_path / "two.txt").write_bytes(bytes(range(256)) * 8)
    page = opened("/read")
    page.set_input_files("#r-files", [tmp_path / "one.txt", tmp_path / "two.txt"])
    page.get_by_role("button", name="Read", exact=True).click()
    page.locator("#jobs:not([hx-get])").wait_for(timeout=30_000)
    assert page.locator(".wrong").count() == 1
    assert page.locator("section.job h2").count() == 1


def test_nothing_handed_in_is_told_so(opened: Callable[..., Page]) -> None:
    page = opened("/read", expects=200)
    page.locator("form.read").evaluate("(form) => form.noValidate = true")
    answer = page.request.post("/read", multipart={"csrf": page.locator("form.read input[name=csrf]").input_value(), "text": ""})
    assert answer.status == 422
    assert "nothing to read" in answer.text()


def test_review_by_the_keyboard(opened: Callable[..., Page], told: Callable[[str], Any]) -> None:
    page = opened("/review?kind=event")
    before = len(told("/judgements?limit=100")["items"])
    first = _key(page)
    page.keyboard.press("a")
    page.locator(f"#card:not(:has(input[name=key][value='{first}']))").wait_for()
    assert "accept" in page.locator(".said").inner_text()
    judged = told("/judgements?limit=100")["items"]
    assert len(judged) == before + 1
    assert (judged[0]["key"], judged[0]["verdict"]) == (first, "accept")
    second = _key(page)
    page.keyboard.press("t")
    assert page.evaluate("document.activeElement.id") == "c-type"
    page.select_option("#c-type", "PROTEST")
    page.locator("button[data-key=t]").press("Enter")
    page.locator(f"#card:not(:has(input[name=key][value='{second}']))").wait_for()
    last = told("/judgements?limit=1")["items"][0]
    assert (last["key"], last["verdict"], last["field"], last["value"]) == (second, "correct", "type", "PROTEST")
    page.keyboard.press("u")
    page.locator(".said", has_text="taken back").wait_for()
    assert told(f"/judgements/{last['id']}")["undone"] is True
    third = _key(page)
    page.keyboard.press("n")
    page.locator(f"#card:not(:has(input[name=key][value='{third}']))").wait_for()


def test_words_that_do_not_stand_in_the_report_are_refused_and_said(opened: Callable[..., Page]) -> None:
    page = opened("/review?kind=statement")
    csrf = page.locator("#card input[name=csrf]").first.input_value()
    form = {name: page.locator(f"#card input[name={name}]").first.input_value() for name in ("report", "key")}
    answer = page.request.post("/judge", form={**form, "csrf": csrf, "verdict": "correct", "field": "span", "value": "words of nobody"})
    assert answer.status == 422
    assert "do not stand in the report" in answer.text()


def test_a_reader_says_that_an_item_is_of_something_else_and_takes_it_back(opened: Callable[..., Page], addresses: dict[str, str], told: Callable[[str], Any]) -> None:
    page = opened(addresses["claim"])
    claim = page.url.rpartition("/")[2]
    row = page.locator("table.members tr", has=page.get_by_role("button", name="Something else")).first
    words = row.locator("a.cited").first.inner_text()
    row.get_by_role("button", name="Something else").click()
    page.wait_for_url("**#together-h")
    said = page.locator(".said-of li").first
    assert words[:30] in said.inner_text()
    assert words not in page.locator("table.members").first.locator("tr td:first-child").all_inner_texts()
    assert told("/judgements?limit=1")["items"][0]["verdict"] == "different"
    said.get_by_role("button", name="Take it back").click()
    page.locator(".said-of").wait_for(state="detached")
    assert told("/judgements?limit=1")["items"][0]["undone"] is True
    assert page.url.partition("#")[0].endswith(claim)


def test_two_claims_are_made_one_and_two_again_without_scripts(opened: Callable[..., Page], addresses: dict[str, str], told: Callable[[str], Any]) -> None:
    page = opened(addresses["claim"], java_script_enabled=False)
    claim = page.url.rpartition("/")[2]
    before = len(told(f"/claims/{claim}")["members"])
    page.get_by_role("button", name="The same").first.click()
    page.locator(".said-of").wait_for()
    made = page.url.partition("#")[0].rpartition("/")[2]
    assert len(told(f"/claims/{made}")["members"]) > before
    page.get_by_role("button", name="Take it back").first.click()
    page.locator(".said-of").wait_for(state="detached")
    assert len(told(f"/claims/{claim}")["members"]) == before


def test_review_without_scripts_shows_the_judgement_where_the_item_is(opened: Callable[..., Page], told: Callable[[str], Any]) -> None:
    page = opened("/review?kind=statement", java_script_enabled=False)
    key = _key(page)
    page.get_by_role("button", name="There is no such thing").click()
    page.wait_for_load_state()
    assert _key(page) != key
    last = told("/judgements?limit=1")["items"][0]
    assert (last["key"], last["verdict"]) == (key, "reject")
    page.goto(f"/reports/{last['report']}/statements/{key}")
    assert "reject" in page.locator(".judged").inner_text()
    page.goto(f"/reports/{last['report']}")
    assert page.locator(".note-more b", has_text="reject by").count() == 1
    page.goto(f"/review?item={last['report']}:{key}")
    page.get_by_role("button", name="take it back").click()
    page.goto(f"/reports/{last['report']}/statements/{key}")
    assert "Nobody has judged" in page.locator("#judged-h ~ span").inner_text()


def _key(page: Page) -> str:
    return page.locator("#card input[name=key]").first.input_value()
