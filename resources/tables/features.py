"""Seas, islands and mountains with a point in them: `resources/features.csv` to `src/onrecord/data/features.json`."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def compile(resources: Path, out: Path) -> None:
    """Writes the rows as lists: name, kind, country or null, latitude, longitude."""
    with (resources / "features.csv").open(encoding="utf8", newline="") as file:
        rows = [[r["name"], r["kind"], r["country"] or None, float(r["latitude"]), float(r["longitude"])] for r in csv.DictReader(file)]
    out.mkdir(parents=True, exist_ok=True)
    (out / "features.json").write_text("[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n", encoding="utf8")
