"""Currencies: `resources/currencies.csv` to `src/onrecord/data/currencies.json`."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def compile(resources: Path, out: Path) -> None:
    """Writes the table as one JSON list; `adjective` is what stands before the currency's word in its name ("Mexican Peso" -> Mexican)."""
    entries = []
    with (resources / "currencies.csv").open(encoding="utf8", newline="") as file:
        for row in csv.DictReader(file):
            entries.append({  # noqa: PERF401
                "code": row["code"],
                "adjective": " ".join(row["name"].split()[:-1]),
                "words": [word for word in row["words"].split(";") if word],
                "symbols": [symbol for symbol in row["symbols"].split(";") if symbol],
                "territories": [name for name in row["territories"].split(";") if name],
                "plain": row["plain"] == "yes",
            })  # fmt: skip
    out.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False, sort_keys=True) for entry in entries)
    (out / "currencies.json").write_text("[\n" + lines + "\n]\n", encoding="utf8")
