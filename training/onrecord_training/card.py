"""Fills the model card from the manifest and this project's own README."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from onrecord_training.folder import read_manifest
from onrecord_training.parity import failures

HERE = Path(__file__).resolve().parents[1]


def card(folder: Path, *, home: Path = HERE) -> str:
    """The card of the model in `folder`: figures by its manifest, corpora and training by README.md and EXPERIMENTS.md in `home`.

    The figures of the clean recipe are those that its run left in `home`/clean.json.
    """
    manifest, clean = read_manifest(folder), read_clean(home)
    return (home / "model_card.md").read_text(encoding="utf8").format(
        name=manifest["name"], created=manifest["created"], sha256=manifest["files"]["model.onnx"], size=round((folder / "model.onnx").stat().st_size / 1e6, 1),
        figures=figures(manifest["figures"], manifest["parity"], clean), calibration=_calibration(manifest), difference=f"{manifest['largest_difference']:.0e}",
        corpora=_table(home / "README.md", "| corpus |"), training=_section(home / "EXPERIMENTS.md", "The shipped model"),
    )  # fmt: skip


def figures(shipped: dict[str, float], parity: dict[str, dict[str, float]], clean: dict[str, float]) -> str:
    """One row a task: what the int8 graph reaches, what fp32 does, the interval of the difference (`parity`), and whether it is within its bound."""
    rows = ["| task | shipped, int8 | fp32 | 95 % interval of the difference | dev items | within bound | `clean` recipe |", "|---|---|---|---|---|---|---|"]
    lost = failures({task: {**f, "small": shipped[task]} for task, f in parity.items()})
    for task, value in sorted(shipped.items()):
        f = parity.get(task)
        beside = f"{f['full']:.2f} | {f['low']:+.2f} to {f['high']:+.2f} | {f['items']:,.0f} | {'**no**' if task in lost else 'yes'}" if f else "– | – | – | –"
        rows.append(f"| {task} | {value:.2f} | {beside} | {f'{clean[task]:.2f}' if task in clean else '–'} |")
    return "\n".join(rows)


def read_clean(home: Path = HERE) -> dict[str, float]:
    """The figures that the run of the clean recipe left."""
    return json.loads((home / "clean.json").read_text(encoding="utf8")) if (home / "clean.json").exists() else {}


def _calibration(manifest: dict[str, Any]) -> str:
    rows = ["| head | temperature | expected calibration error |", "|---|---|---|"]
    temperatures = manifest["temperatures"]
    rows += [f"| {head} | {f'{temperatures[head]:.2f}' if head in temperatures else '–'} | {error:.3f} |" for head, error in sorted(manifest["calibration_error"].items())]
    return "\n".join(rows)


def gains_and_losses(before: Path, after: Path) -> str:
    """One line a task that both folders (of runs or models) have a figure for: before, after, difference."""
    a, b = _read_figures(before), _read_figures(after)
    return "".join(f"{task:16} {a[task]:6.2f} {b[task]:6.2f} {b[task] - a[task]:+6.2f}\n" for task in sorted(a) if task in b)


def _read_figures(folder: Path) -> dict[str, float]:
    if (folder / "manifest.json").exists():
        return read_manifest(folder)["figures"]  # type: ignore[no-any-return]
    return json.loads((folder / "figures.json").read_text(encoding="utf8"))  # type: ignore[no-any-return]


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

