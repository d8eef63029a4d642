"""`python -m benchmarks encoder`: what the encoder must reach on dev parts (issue 3), and what a model reaches, in one table."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.measure import Figure
from benchmarks.system import use
from benchmarks.tasks import TASKS, figures, outcomes
from onrecord.understanding.weights import read_manifest

if TYPE_CHECKING:
    from pathlib import Path


class Row(NamedTuple):
    """One target: what is asked, on which data, which figure must reach which value."""

    task: str
    data: str
    figure: str
    target: float | None


ROWS = [
    Row("tokens, from raw text", "EWT dev", "ewt.tokens", 98.5),
    Row("", "GUM dev", "gum.tokens", 98.5),
    Row("sentences, from raw text", "EWT dev", "ewt.sentences", 82.0),
    Row("", "GUM dev", "gum.sentences", 88.0),
    Row("UPOS, from raw text", "EWT dev", "ewt.upos", 95.5),
    Row("", "GUM dev", "gum.upos", 96.5),
    Row("LAS, from raw text", "EWT dev", "ewt.las", 85.0),
    Row("", "GUM dev", "gum.las", 86.0),
    Row("names, 9 classes, exact spans", "worldwide dev", "names", 84.5),
    Row("attribution, tokens: source", "PolNeAR dev", "polnear.parts.source", 86.0),
    Row("… cue", "", "polnear.parts.cue", 73.0),
    Row("… content", "", "polnear.parts.content", 91.5),
    Row("attribution, whole", "PolNeAR dev", "polnear.marks.attribution", 68.0),
    Row("attribution by clause, with its source", "GUM dev (eRST)", "erst.attribution", 70.0),
    Row("… content alone", "", "erst.content", None),
    Row("… by the trees alone", "", "erst.trees.attribution", None),
    Row("arguments of given predicates, spans", "PropBank EWT dev", "roles.spans", 80.0),
    Row("… head words", "", "roles.heads", None),
    Row("certainty of given predicates, r · 100", "UDS-IH2 dev", "sure.uds", 80.0),
    Row("… by the mean of both scales", "", "sure.uds.mean", None),
    Row("certainty of given predicates, r · 100", "UW dev", "sure.uw", 70.0),
    Row("… by the mean of both scales", "", "sure.uw.mean", None),
    Row("coreference, CoNLL F1", "GUM dev", "coref", 52.0),
    Row("… by head words", "", "coref.heads", None),
    Row("PLOVER root of a marked pair, accuracy", "PLV, 3 x 5 folds", "folds.accuracy", 76.0),
    Row("… macro-F1", "", "folds.macro_f1", 72.0),
]  # fmt: skip
NEEDED = ("ewt", "gum", "names", "polnear.parts", "polnear.marks", "erst", "roles", "sure", "coref")


def table(*, model: Path | None = None, as_json: Path | None = None) -> int:
    """Prints the table for the model in `model` (the shipped one: null); 1 where a target is missed."""
    use(model)
    begun = time.monotonic()
    found = figures(outcomes([task for task in TASKS if task.name in NEEDED]))
    found |= _folds(model)
    print(f"{'task':40} {'data':17} {'target':>6} {'reached':>8}   {'95 % interval':>13}")
    for row in ROWS:
        f = found[row.figure]
        target = "" if row.target is None else f"{row.target:.1f}"
        missed = "  MISSED" if row.target is not None and f.value < row.target else ""
        print(f"{row.task:40} {row.data:17} {target:>6} {f.value:8.2f}   {f.low:5.1f} – {f.high:5.1f}{missed}")
    print(f"{time.monotonic() - begun:.0f} s")
    if as_json:
        rows = {row.figure: {"target": row.target, **vars(found[row.figure])} for row in ROWS}
        as_json.write_text(json.dumps({"model": str(model) if model else None, "figures": rows}, indent=1) + "\n", encoding="utf-8")
    return int(any(row.target is not None and found[row.figure].value < row.target for row in ROWS))


def _folds(model: Path | None) -> dict[str, Figure]:
    """What the model's manifest says of its folds of PLV: trained and answered by `training/`, the interval two standard deviations of the seeds either way."""
    said = read_manifest(model).figures
    out = {}
    for name in ("accuracy", "macro_f1"):
        value, spread = (100 * said.get(f"folds.{name}{end}", float("nan")) for end in ("", "_sd"))
        out[f"folds.{name}"] = Figure(value, value - 2 * spread, value + 2 * spread, 0, said.get("folds.pairs", 0))
    return out
