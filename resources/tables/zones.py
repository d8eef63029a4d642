"""Time zones and holidays: `zones.csv`, `zone_places.csv` and `holidays.csv` to `src/onrecord/data/zones.json`."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def compile(resources: Path, out: Path) -> None:
    """Writes the three tables as one JSON file; an abbreviation without a fixed offset takes its zone's."""
    zones = {row["abbreviation"]: [row["offset"], row["zone"]] for row in _rows(resources / "zones.csv")}
    places = {row["place"].lower(): row["zone"] for row in _rows(resources / "zone_places.csv")}
    holidays = {
        row["name"]: [int(row[k]) if row[k] else None for k in ("month", "day", "weekday", "nth", "easter")]
        for row in _rows(resources / "holidays.csv")
    }
    out.mkdir(parents=True, exist_ok=True)
    parts = [
        f'"{name}": {json.dumps(table, ensure_ascii=False, sort_keys=True)}'
        for name, table in (("holidays", holidays), ("places", places), ("zones", zones))
    ]
    (out / "zones.json").write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf8")


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(file))
