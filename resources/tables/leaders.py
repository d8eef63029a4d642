"""Holders of offices of state: `resources/leaders.csv` to `src/onrecord/data/leaders.json`."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

from onrecord.facts.leaders import key

if TYPE_CHECKING:
    from pathlib import Path

FIELDS = ("country", "office", "start", "end", "wikidata")


def compile(resources: Path, out: Path) -> None:
    """Writes the terms, a list [names, country, office, start, end, wikidata] each, and which of them each name's key leads to."""
    lines: list[str] = []
    keys: dict[str, list[int]] = {}
    with (resources / "leaders.csv").open(encoding="utf8", newline="") as file:
        for row in csv.DictReader(file):
            names = [row["name"], *(alias for alias in row["aliases"].split(";") if alias)]
            for name in names:
                keys.setdefault(key(name), []).append(len(lines))
            lines.append(json.dumps([names, *(row[field] for field in FIELDS)], ensure_ascii=False))
    out.mkdir(parents=True, exist_ok=True)
    table = '{"terms": [\n' + ",\n".join(lines) + '\n],\n"keys": ' + json.dumps(keys, ensure_ascii=False) + "}\n"
    (out / "leaders.json").write_text(table, encoding="utf8")
