"""Words in names that tell little: `name_words.csv` to `src/onrecord/data/name_words.json`."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def compile(resources: Path, out: Path) -> None:
    """Writes the words of each kind as one string, in the order of the alphabet."""
    kinds: dict[str, list[str]] = {}
    with (resources / "name_words.csv").open(encoding="utf8", newline="") as file:
        for row in csv.DictReader(file):
            kinds.setdefault(row["kind"], []).append(row["word"])
    out.mkdir(parents=True, exist_ok=True)
    table = {kind: " ".join(sorted(words)) for kind, words in sorted(kinds.items())}
    (out / "name_words.json").write_text(json.dumps(table, indent=0) + "\n", encoding="utf8")
