"""Parts of the world larger than states: `resources/regions.csv` to `src/onrecord/data/regions.json`."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def compile(resources: Path, out: Path) -> None:
    """Writes the names as one list, in the order of the table."""
    with (resources / "regions.csv").open(encoding="utf8", newline="") as file:
        names = [row["name"] for row in csv.DictReader(file)]
    out.mkdir(parents=True, exist_ok=True)
    (out / "regions.json").write_text(json.dumps(names, ensure_ascii=False, indent=0) + "\n", encoding="utf8")
