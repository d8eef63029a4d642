"""The reports of `onrecord serve --demo`: `samples/stories/` to `src/onrecord/data/demo.json`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_STORIES = ("border", "trawler")  # the third, "dam", is kept for measuring
_TELLS_ITSELF = ("JSON-LD", "published line")  # the report's own page or text says when it was published


def compile(resources: Path, out: Path) -> None:
    """Writes the reports of both stories in the order of their days, each with what its text cannot tell (publisher of a bare text, day)."""
    entries = []
    for ledger in (resources.parent / "samples" / "stories" / name / "ledger.json" for name in _STORIES):
        for report in json.loads(ledger.read_text(encoding="utf-8"))["reports"]:
            page = report["report"].endswith(".html")
            entries.append({
                "location": f"stories/{ledger.parent.name}/{report['report']}",
                "published": None if any(words in report["published_from"] for words in _TELLS_ITSELF) else report["published"],
                "publisher": None if page else report["outlet"],
                "day": report["published"],
                "text": (ledger.parent / report["report"]).read_text(encoding="utf-8"),
            })  # fmt: skip
    entries.sort(key=lambda entry: (entry["day"], entry["location"]))
    out.mkdir(parents=True, exist_ok=True)
    (out / "demo.json").write_text(json.dumps(entries, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
