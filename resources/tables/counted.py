"""What figures count: `resources/counted.csv` to `src/onrecord/data/counted.json`."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def compile(resources: Path, out: Path) -> None:
    """Writes verbs and nouns with what a figure beside them counts; one of several words stands as it is written."""
    tables: dict[str, dict[str, str]] = {"noun": {}, "verb": {}}
    with (resources / "counted.csv").open(encoding="utf8", newline="") as file:
        for row in csv.DictReader(file):
            tables[row["part"]][row["word"]] = row["counts"]
    out.mkdir(parents=True, exist_ok=True)
    text = ",\n".join(f'"{name}": {json.dumps(table, ensure_ascii=False, sort_keys=True)}' for name, table in sorted(tables.items()))
    (out / "counted.json").write_text("{\n" + text + "\n}\n", encoding="utf8")
