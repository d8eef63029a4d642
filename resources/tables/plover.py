"""PLOVER, its crosswalk to CAMEO, words for contexts: `resources/plover_*.csv`, `cameo*.csv`, `contexts.csv` to three files in `data/`."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def compile(resources: Path, out: Path) -> None:
    """Writes `plover.json` (types, modes, contexts, reductions), `cameo.json` (both directions) and `contexts.json` (phrases)."""
    out.mkdir(parents=True, exist_ok=True)
    plover = {
        "types": [
            {**_keep(row), "quad": int(row["quad"]), "score": float(row["score"]), "recipient_required": row["recipient_required"] == "yes"}
            for row in _rows(resources / "plover_types.csv")
        ],
        "modes": [{**_keep(row), "score": float(row["score"])} for row in _rows(resources / "plover_modes.csv")],
        "contexts": [_keep(row) for row in _rows(resources / "plover_contexts.csv")],
        "reductions": [{**_keep(row), "mode": row["mode"] or None} for row in _rows(resources / "plover_reductions.csv")],
    }
    crosswalk = {
        "forward": [
            {**_keep(row), "mode": row["mode"] or None, "contexts": row["contexts"].split(), "corrected": row["corrected"] == "yes"}
            for row in _rows(resources / "cameo.csv")
        ],
        "back": [
            {**_keep(row), "mode": row["mode"] or None, "context": row["context"] or None, "loss": row["loss"] or None}
            for row in _rows(resources / "cameo_back.csv")
        ],
    }
    phrases: dict[str, dict[str, list[str]]] = {}
    for row in _rows(resources / "contexts.csv"):
        phrases.setdefault(row["context"], {"strong": [], "weak": []})[row["weight"]].append(row["phrase"])
    for name, tables in (("plover", plover), ("cameo", crosswalk), ("contexts", phrases)):
        (out / f"{name}.json").write_text(json.dumps(tables, ensure_ascii=False, sort_keys=True, indent=0) + "\n", encoding="utf8")


def _keep(row: dict[str, str]) -> dict[str, object]:
    return {key: value for key, value in row.items() if key != "source"}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(file))
