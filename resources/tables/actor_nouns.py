"""Nouns for those who act: `resources/actor_nouns.csv` to `src/onrecord/data/actor_nouns.json`."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

KEPT = ("noun", "kind", "sector", "gender")


def compile(resources: Path, out: Path) -> None:
    """Writes the nouns as a list of objects, one a line; counts and sources stay in the table."""
    with (resources / "actor_nouns.csv").open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file))
    nouns = [{**{k: row[k] for k in KEPT}, "title": row["title"] == "yes"} for row in rows]
    out.mkdir(parents=True, exist_ok=True)
    text = "[\n" + ",\n".join(json.dumps(noun, ensure_ascii=False, sort_keys=True) for noun in nouns) + "\n]\n"
    (out / "actor_nouns.json").write_text(text, encoding="utf8")
