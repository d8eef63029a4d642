"""A real desk on the bundled stories and a real browser; whatever a page complains of, or its policy keeps from happening, fails the test."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

NEEDED = os.environ.get("ONRECORD_NEEDS_BROWSER") == "1"
CHROMIUM = os.environ.get("ONRECORD_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
AXE = Path(__file__).parent / "vendor" / "axe-core-4.14.1-MPL-2.0" / "axe.min.js"
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
_WATCH = "addEventListener('securitypolicyviolation', (e) => console.error(`policy: ${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`))"


def _lacking(words: str) -> None:
    if NEEDED:
        pytest.fail(f"ONRECORD_NEEDS_BROWSER is set, and {words}")
    pytest.skip(words)


@pytest.fixture(scope="package")
def address() -> Iterator[str]:
    """Where a desk on the demo is open."""
    command = [sys.executable, "-m", "onrecord", "serve", "--demo", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as desk:
        assert desk.stdout is not None
        try:
            line = desk.stdout.readline()
            found = next((word.rstrip("/") for word in line.split() if word.startswith("http")), None)
            if found is None:
                desk.kill()
                pytest.fail(f"the desk did not open: {line}{desk.stderr.read() if desk.stderr else ''}")
            yield found
        finally:
            desk.send_signal(signal.SIGINT)
            desk.communicate(timeout=20)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A browser for this package alone: while Playwright is at work no other test could run an event loop of its own."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _lacking("Playwright is not installed")
    if not Path(CHROMIUM).exists():
        _lacking("there is no Chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens pages in a browser of its own; at the end none may have complained."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_(path: str, *, expects: int = 200, size: dict[str, int] | None = None, **told: Any) -> Page:  # noqa: ANN401  what Playwright takes
        context = browser.new_context(base_url=address, viewport=size or WIDE, timezone_id="Europe/Oslo", locale="en-GB", reduced_motion="reduce", **told)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(_WATCH)
        page.on("console", lambda m: complaints.append(f"{page.url}: {m.text}") if m.type in ("error", "warning") and str(expects) not in m.text else None)
        page.on("pageerror", lambda e: complaints.append(f"{page.url}: {e}"))
        page.on("request", lambda r: complaints.append(f"asked elsewhere: {r.url}") if not r.url.startswith((address, "data:", "blob:")) else None)
        answer = page.goto(path, wait_until="load")
        assert answer is not None
        assert answer.status == expects
        return page

    yield open_
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture(scope="package")
def told(address: str) -> Callable[[str], Any]:
    """What the API says at a path."""

    def ask(path: str) -> Any:  # noqa: ANN401  JSON
        with urllib.request.urlopen(f"{address}/api/v1{path}") as answer:  # noqa: S310  the desk's own address
            return json.load(answer)

    return ask


@pytest.fixture(scope="package")
def addresses(told: Callable[[str], Any]) -> dict[str, str]:
    """A page of each kind, the richest that the demo has."""
    from tests.browser.screens import pages

    return pages(told)


def serious(page: Page, *, rules: list[str] | None = None) -> list[str]:
    """What axe finds on a page that is serious or worse: WCAG 2.2 AA, or some rules alone."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    found = page.evaluate("(only) => axe.run(document, {runOnly: only, resultTypes: ['violations'], elementRef: false})", only)
    return [f"{v['id']}: {n['target']} {n['failureSummary']}" for v in found["violations"] if v["impact"] in ("serious", "critical") for n in v["nodes"][:3]]
