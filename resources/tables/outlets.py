"""Outlets and agencies: `resources/outlets.csv` to `src/onrecord/data/outlets.json`."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def compile(resources: Path, out: Path) -> None:
    """Writes the table as one JSON list, in the order of the CSV; an empty country or domain is null or an empty list."""
    entries = []
    with (resources / "outlets.csv").open(encoding="utf8", newline="") as file:
        for row in csv.DictReader(file):
            entries.append({  # noqa: PERF401
                "name": row["name"],
                "aliases": [alias for alias in row["aliases"].split(";") if alias],
                "domains": row["domain"].split(),
                "country": row["country"] or None,
                "timezone": row["timezone"],
                "kind": row["kind"],
                "state": row["state"] == "yes",
            })  # fmt: skip
    out.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False, sort_keys=True) for entry in entries)
    (out / "outlets.json").write_text("[\n" + lines + "\n]\n", encoding="utf8")
