"""States and the words that name them: `resources/states.csv` to `src/onrecord/data/states.json`."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def compile(resources: Path, out: Path) -> None:
    """Writes one list [code, short name, [[words, form, shared], …]] a state, in the order of the table; sources stay there."""
    states: dict[str, list[list[object]]] = {}
    names: dict[str, str] = {}
    with (resources / "states.csv").open(encoding="utf8", newline="") as file:
        for row in csv.DictReader(file):
            states.setdefault(row["code"], []).append([row["words"], row["form"], row["shared"] == "yes"])
            if row["form"] == "name":
                names[row["code"]] = row["words"]
    lines = ",\n".join(json.dumps([code, names[code], words], ensure_ascii=False) for code, words in states.items())
    out.mkdir(parents=True, exist_ok=True)
    (out / "states.json").write_text("[\n" + lines + "\n]\n", encoding="utf8")
