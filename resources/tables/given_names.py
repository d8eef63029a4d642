"""Given names: `resources/given_names.csv` to `src/onrecord/data/given_names.json`."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def compile(resources: Path, out: Path) -> None:
    """Writes the names, parted by gender, each a string with blanks between."""
    with (resources / "given_names.csv").open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = {gender: " ".join(sorted(row["name"] for row in rows if row["gender"] == gender)) for gender in ("f", "m")}
    out.mkdir(parents=True, exist_ok=True)
    (out / "given_names.json").write_text(json.dumps(names, ensure_ascii=False, indent=0) + "\n", encoding="utf8")
