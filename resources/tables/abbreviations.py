"""Short forms of the states of the US: `resources/abbreviations.csv` to `src/onrecord/data/abbreviations.json`."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def compile(resources: Path, out: Path) -> None:
    """Writes one list [words, name, form] a short form, in the order of the table."""
    with (resources / "abbreviations.csv").open(encoding="utf8", newline="") as file:
        rows = [[row["words"], row["name"], row["form"]] for row in csv.DictReader(file)]
    out.mkdir(parents=True, exist_ok=True)
    (out / "abbreviations.json").write_text("[\n" + ",\n".join(map(json.dumps, rows)) + "\n]\n", encoding="utf8")
