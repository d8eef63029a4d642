"""Screenshots of every page, light and dark, desk and phone: `python -m tests.browser.screens ADDRESS docs/screens`."""

from __future__ import annotations

import base64
import json
import os
import sys
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable

CHROMIUM = "/usr/bin/chromium"
SIZES = {"desk": (1280, 900, 1500), "phone": (390, 844, 1500)}
THEMES = ("light", "dark")
QUALITY = 55
FORMAT = os.environ.get("FORMAT", "webp")
SUNDBY = 'speaker:"Pal Sundby"'


def pages(told: Callable[[str], Any]) -> dict[str, str]:
    """A page of each kind, by name; `told` gives what the API says at a path."""
    claims = told("/claims?limit=100")["items"]
    rich = max(claims, key=lambda row: (row["standing"] == "contested", row["reports"], row["origins"]))
    report = next(row for row in told("/records?limit=50")["items"] if "trade fire" in (row["title"] or ""))
    statement = told(f"/statements?limit=1&q={quote(SUNDBY)}")["items"][0]
    event = told("/events?limit=1&q=type:ASSAULT")["items"][0]
    return {
        "front": "/", "report": f"/reports/{report['report']}", "claim": f"/claims/{rich['id']}", "claims": "/claims", "reports": "/reports", "search": "/search?q=trawler",
        "statement": f"/reports/{statement['report']}/statements/{statement['key']}", "event": f"/reports/{event['report']}/events/{event['key']}",
        "actor": "/actors/state%3AISL", "place": "/places/Zhanaul", "outlet": "/outlets/Meridian%20Press", "outlets": "/outlets", "explore": "/explore", "read": "/read",
        "review": "/review", "login": "/login", "missing": "/claims/ffffffff",
    }  # fmt: skip


def ask(address: str) -> Callable[[str], Any]:
    def told(path: str) -> Any:  # noqa: ANN401  JSON
        with urllib.request.urlopen(f"{address}/api/v1{path}") as answer:  # noqa: S310  the desk's own address
            return json.load(answer)

    return told


def main(address: str, folder: Path, *only: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for size, (width, height, most) in SIZES.items():
            for theme in THEMES:
                context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=theme, timezone_id="Europe/Oslo", locale="en-GB")
                page = context.new_page()
                page.on("console", lambda message: print(message.type, message.text))
                page.on("pageerror", lambda error: print("error", error))
                for name, path in pages(ask(address)).items():
                    if only and name not in only:
                        continue
                    page.goto(address + path, wait_until="networkidle")
                    if name == "explore":
                        for figure in ("#series", "#map", "#network"):
                            page.locator(figure).scroll_into_view_if_needed()
                            page.wait_for_selector(f"{figure} svg")
                        page.evaluate("scrollTo(0, 0)")
                    whole = page.evaluate("document.documentElement.scrollHeight")
                    wide = page.evaluate("document.documentElement.scrollWidth")
                    if wide > width:
                        print(f"{name} {size}: {wide} wide")
                    tall = min(whole, most * (2 if name == "explore" else 1))
                    shot = context.new_cdp_session(page).send("Page.captureScreenshot", {
                        "format": FORMAT, **({} if FORMAT == "png" else {"quality": QUALITY}), "captureBeyondViewport": True, "clip": {"x": 0, "y": 0, "width": width, "height": tall, "scale": 1},
                    })  # fmt: skip
                    (folder / f"{name}-{size}-{theme}.{FORMAT}").write_bytes(base64.b64decode(shot["data"]))
                context.close()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
