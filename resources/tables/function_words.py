"""Function words of English: `function_words.csv` to `src/onrecord/data/function_words.json`."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def compile(resources: Path, out: Path) -> None:
    """Writes the words as one string, in the order of the alphabet."""
    with (resources / "function_words.csv").open(encoding="utf8", newline="") as file:
        words = sorted(row["word"] for row in csv.DictReader(file))
    out.mkdir(parents=True, exist_ok=True)
    (out / "function_words.json").write_text(json.dumps(" ".join(words)) + "\n", encoding="utf8")
