"""Embedding words: `resources/embedders.csv` to `src/onrecord/data/embedders.json`."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


def compile(resources: Path, out: Path) -> None:
    """Writes the table as JSON, one row a line; `mean` is null where nothing was counted."""
    with (resources / "embedders.csv").open(encoding="utf8", newline="") as file:
        rows: list[dict[str, Any]] = [{k: v for k, v in row.items() if k != "source"} for row in csv.DictReader(file)]
    for row in rows:
        row.update(forms=row["forms"].split(), n=int(row["n"]), mean=float(row["mean"]) if row["mean"] else None)
    out.mkdir(parents=True, exist_ok=True)
    text = "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows) + "\n]\n"
    (out / "embedders.json").write_text(text, encoding="utf8")
