"""Fills the model card from the manifest and this project's own README: `python -m onrecord_training.card MODEL`."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]


def card(folder: Path, *, home: Path = HERE) -> str:
    """The card of the model in `folder`: figures by its manifest, corpora and training by README.md and EXPERIMENTS.md in `home`."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf8"))
    rows = [f"| {task} | {value:.2f} |" for task, value in sorted(manifest["figures"].items())]
    return (home / "model_card.md").read_text(encoding="utf8").format(
        name=manifest["name"], created=manifest["created"], sha256=manifest["files"]["model.onnx"], size=round((folder / "model.onnx").stat().st_size / 1e6, 1),
        figures="\n".join(["| task | figure |", "|---|---|", *rows]), corpora=_table(home / "README.md", "| corpus |"),
        training=_section(home / "EXPERIMENTS.md", "The shipped model"),
    )  # fmt: skip


def _table(file: Path, begins: str) -> str:
    """The first table of a Markdown file whose head row begins so."""
    lines = file.read_text(encoding="utf8").splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith(begins))
    end = next((i for i in range(at, len(lines)) if not lines[i].startswith("|")), len(lines))
    return "\n".join(lines[at:end])


def _section(file: Path, heading: str) -> str:
    """What stands under a second-level heading."""
    found = re.search(rf"^## {re.escape(heading)}\n+(.*?)(?=^## |\Z)", file.read_text(encoding="utf8"), re.DOTALL | re.MULTILINE)
    if found is None:
        message = f"{file}: no section {heading!r}"
        raise ValueError(message)
    return found[1].strip()


if __name__ == "__main__":
    model = Path(sys.argv[1])
    (model / "MODEL_CARD.md").write_text(card(model), encoding="utf8")
