"""Base forms and irregular forms: `resources/base_forms.csv` and `resources/lemmas.csv` to `src/onrecord/data/lemmas.json`."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def compile(resources: Path, out: Path) -> None:
    """Writes the base forms of each part of speech as one string, and the lemmas of irregular forms by part of speech and tag."""
    bases: dict[str, list[str]] = defaultdict(list)
    for row in _rows(resources / "base_forms.csv"):
        for upos in row["upos"].split(" "):
            bases[upos].append(row["base"])
    irregular: dict[str, dict[str, str]] = defaultdict(dict)
    for row in _rows(resources / "lemmas.csv"):
        key = f"{row['upos']}/{row['xpos']}" if row["xpos"] else row["upos"]
        irregular[key][row["form"]] = row["lemma"]
    stored = {"bases": {upos: " ".join(sorted(words)) for upos, words in bases.items()}, "irregular": irregular}
    out.mkdir(parents=True, exist_ok=True)
    (out / "lemmas.json").write_text(json.dumps(stored, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf8")


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(file))
