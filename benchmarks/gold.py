"""Our own labels: statements and events of dev reports, kept by offsets; the texts are rebuilt from ../shared and checked by hash.

The labels follow ../shared/gold/README.md, made from the texts and those guidelines before any output was seen. Twenty non-political reports more
(`nonpolitical.json`) count how often an event is seen where there should be next to none.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.corpora import sha256, text_of

HERE = Path(__file__).parent
TUNED = (HERE / "gold", HERE / "gold/half_a")
HALF_B = HERE / "gold/half_b"
HALF_C = HERE / "gold/half_c"
FITTED = (*TUNED, HALF_B, HALF_C)
"""What weights may be fitted to: all but the half that stays unseen."""


class StaleLabelError(ValueError):
    """The text at hand is not the one that was labelled."""


@dataclass(frozen=True)
class Labelled:
    """One labelled report: `statements` and `events` in the form of ../shared/gold, all strings as [start, end] of `text`."""

    name: str
    source: str
    text: str
    statements: list[dict[str, Any]]
    events: list[dict[str, Any]]


def labelled(*folders: Path) -> list[Labelled]:
    """All labelled reports of these folders by name; of none named, those that are for tuning. Raises StaleLabelError where a text has changed, FileNotFoundError without ../shared."""
    out = []
    for path in sorted(p for f in folders or TUNED for p in f.glob("*.json")):
        label = json.loads(path.read_text(encoding="utf-8"))
        text = _checked(label["source"], label["sha256"], label["length"])
        out.append(Labelled(path.stem, label["source"], text, label["statements"], label["events"]))
    return out


def nonpolitical() -> list[tuple[str, str]]:
    """Source and text of the reports about sport, film, weather, science and the like."""
    rows = json.loads((HERE / "nonpolitical.json").read_text(encoding="utf-8"))
    return [(row["source"], _checked(row["source"], row["sha256"])) for row in rows]


def _checked(source: str, digest: str, length: int | None = None) -> str:
    text = text_of(source, length)
    if sha256(text) != digest:
        message = f"{source}: not the text that was labelled"
        raise StaleLabelError(message)
    return text
