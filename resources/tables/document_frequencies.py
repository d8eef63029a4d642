"""In how many news texts words stand: `document_frequencies.csv` to `src/onrecord/data/document_frequencies.json`."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def compile(resources: Path, out: Path) -> None:
    """Writes how many texts there are, and for each number of texts the words that stand in so many, as one string."""
    by_count: dict[int, list[str]] = defaultdict(list)
    whole = 0
    with (resources / "document_frequencies.csv").open(encoding="utf8", newline="") as file:
        for row in csv.DictReader(file):
            if row["word"] == "*":
                whole = int(row["texts"])
            else:
                by_count[int(row["texts"])].append(row["word"])
    stored = {"texts": whole, "words": {str(n): " ".join(sorted(words)) for n, words in sorted(by_count.items())}}
    out.mkdir(parents=True, exist_ok=True)
    (out / "document_frequencies.json").write_text(json.dumps(stored, ensure_ascii=False, indent=0) + "\n", encoding="utf8")
