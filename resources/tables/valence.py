"""Words that praise or blame: `valence.csv` to `src/onrecord/data/valence.json`."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def compile(resources: Path, out: Path) -> None:
    """Writes the words of each valence as one string, the worst first."""
    words: dict[str, list[str]] = {}
    with (resources / "valence.csv").open(encoding="utf8", newline="") as file:
        for row in csv.DictReader(file):
            words.setdefault(row["valence"], []).append(row["word"])
    out.mkdir(parents=True, exist_ok=True)
    text = ",\n".join(f"{json.dumps(value)}: {json.dumps(' '.join(sorted(words[value])))}" for value in sorted(words, key=float))
    (out / "valence.json").write_text("{" + text + "}\n", encoding="utf8")
