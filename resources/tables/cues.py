"""Cue words and occasions: `resources/cues.csv` and `occasions.csv` to `src/onrecord/data/cues.json`."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LISTS = ("frames", "prepositions")
COUNTS = ("polnear_cues", "polnear_words", "gum_attributions")


def compile(resources: Path, out: Path) -> None:
    """Writes the two tables as one JSON file; `strength` is how often the word was a cue where it stood in PolNeAR train, smoothed."""
    cues = []
    for row in _rows(resources / "cues.csv"):
        entry: dict[str, object] = {k: v for k, v in row.items() if k not in (*COUNTS, *LISTS, "source")}
        entry.update({k: row[k].split() for k in LISTS})
        seen, words = int(row["polnear_cues"]), int(row["polnear_words"])
        entry["strength"] = round((seen + 1) / (max(seen, words) + 3), 3)
        cues.append(entry)
    occasions = {row["word"]: row["kind"] for row in _rows(resources / "occasions.csv")}
    out.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False, sort_keys=True) for entry in cues)
    text = '{"cues": [\n' + lines + '\n],\n"occasions": ' + json.dumps(occasions, ensure_ascii=False, sort_keys=True) + "}\n"
    (out / "cues.json").write_text(text, encoding="utf8")


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(file))
