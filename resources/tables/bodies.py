"""Known organizations and armed groups: `resources/bodies.csv` to `src/onrecord/data/bodies.json`."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def compile(resources: Path, out: Path) -> None:
    """Writes one list [names, sectors, country, kind] a body, in the order of the table; sources stay there."""
    lines = []
    with (resources / "bodies.csv").open(encoding="utf8", newline="") as file:
        for row in csv.DictReader(file):
            names = [row["name"], *(alias for alias in row["aliases"].split(";") if alias)]
            lines.append(json.dumps([names, row["sectors"].split(), row["country"] or None, row["kind"]], ensure_ascii=False))
    out.mkdir(parents=True, exist_ok=True)
    (out / "bodies.json").write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf8")
