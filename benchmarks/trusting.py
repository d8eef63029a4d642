"""Fits the weights by which a statement is kept (`recording/statements/confidence.py`): `python -m benchmarks.trusting [DOCUMENTS]`.

Every candidate that parse or encoder saw is good when a gold statement shares half of its characters; gold are the labelled reports that are for
tuning, the cues of those held out of training, and so many documents of PolNeAR dev (all unless named), which count less. Prints the weights of a ridge-penalised logistic regression, and
for thresholds precision, recall and F1 on the labelled reports, each left out in turn.
"""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING

import numpy as np

from benchmarks import held
from benchmarks.corpora import DATA
from benchmarks.gold import FITTED, labelled
from benchmarks.labelled import rules
from benchmarks.measure import pairs
from benchmarks.polnear import Attributed, _alike, _characters, _content, gold_attributions
from benchmarks.system import record_of
from benchmarks.weighing import fit
from onrecord.recording.statements import confidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.recording.statements.candidate import Candidate
    from onrecord.recording.statements.scene import Scene

FOREIGN = 0.15
"""How much a candidate of PolNeAR, whose notion of attribution is wider, counts beside one of our own labels."""
Row = tuple[str, list[float], bool]


def rows(documents: int) -> tuple[list[Row], int]:
    """Report, features and goodness of every candidate; how many statements our own labels have."""
    stage = importlib.import_module("onrecord.recording.statements.find")
    captured: list[tuple[Candidate, list[float]]] = []
    weigh = stage.confidence

    def noted(scene: Scene, candidate: Candidate) -> float:
        if all(candidate is not c for c, _ in captured):
            captured.append((candidate, confidence.features(scene, candidate)))
        return float(weigh(scene, candidate))

    stage.confidence = noted  # type: ignore[attr-defined]
    out: list[Row] = []
    wanted = 0
    for report in labelled(*FITTED):
        captured.clear()
        record_of(report.text)
        gold = rules().together(report.statements)
        wanted += len(gold)
        found = [Attributed(_content(report.text, c.content), frozenset(), _characters([c.cue] if c.cue else [])) for c, _ in captured]
        wants = [Attributed(_content(report.text, [tuple(s) for s in g["spans"]]), frozenset(), frozenset()) for g in gold]
        out += _judged(report.name, wants, found, [f for _, f in captured])
    for report in held.reports():
        captured.clear()
        if record_of(report.text).report.text == report.text:
            gold = [s["cue_span"] for s in report.statements if not s["bare"]]
            wanted += len(gold)
            cued = [(c, f) for c, f in captured if c.cue is not None]
            alike = [(i, j, x) for i, g in enumerate(gold) for j, (c, _) in enumerate(cued) if c.cue and (x := held.shared(g, c.cue)) > 0]
            good = {j for _, j in pairs(alike)}
            out += [(report.name, f, j in good) for j, (_, f) in enumerate(cued)]
    for path in sorted((DATA / "polnear/dev/text").glob("*.txt"))[:documents]:
        text = path.read_bytes().decode("utf-8")
        annotated = next((DATA / "polnear/dev/attributions").glob(f"{path.stem}*.ann"), None)
        captured.clear()
        if annotated is None or record_of(text).report.text != text:
            continue
        found = [Attributed(_content(text, c.content), frozenset(), _characters([c.cue] if c.cue else [])) for c, _ in captured]
        out += [r for r in _judged(f"polnear {path.stem}", gold_attributions(annotated, text), found, [f for _, f in captured]) if r[1]]
    return out, wanted


def _judged(name: str, gold: list[Attributed], found: list[Attributed], weighed: list[list[float]]) -> Iterator[Row]:
    """Each candidate with whether it is paired with a gold statement; of PolNeAR, which has none, what lies within another is left out."""
    alike = [(i, j, x) for i, g in enumerate(gold) for j, f in enumerate(found) if (x := _alike(g, f)) >= 0.5]
    chosen = {j for _, j in pairs(alike)}
    for j, f in enumerate(found):
        inner = any(f.content < o.content for k, o in enumerate(found) if k != j)
        if j in chosen or not inner or not name.startswith("polnear"):
            yield name, weighed[j], j in chosen


def main() -> int:
    """Prints weights and the figures of thresholds."""
    kept, wanted = rows(int(sys.argv[1]) if len(sys.argv) > 1 else 84)
    names = np.array([r[0] for r in kept])
    x, y = np.array([r[1] for r in kept]), np.array([r[2] for r in kept], dtype=float)
    foreign = np.array([n.startswith("polnear ") for n in names])
    counts = np.where(foreign, FOREIGN, 1.0)
    w = fit(x, y, counts, ridge=2.0)
    print(f"_WEIGHTS = ({', '.join(f'{v:.2f}' for v in w[:-1])})\n_BIAS = {w[-1]:.2f}")
    for name, value in zip((*confidence.NAMES, "bias"), w, strict=True):
        print(f"{name:14} {value:6.2f}")
    p = np.zeros(len(y))
    for name in set(names[~foreign].tolist()):
        left = names == name
        v = fit(x[~left], y[~left], counts[~left], ridge=2.0)
        p[left] = 1 / (1 + np.exp(-(x[left] @ v[:-1] + v[-1])))
    own = ~foreign
    old = np.array([confidence.weigh(r) for r in x])
    print(f"{int(own.sum())} candidates of ours, {int(y[own].sum())} good, {wanted} wanted; {int(foreign.sum())} of PolNeAR, {int(y[foreign].sum())} good")
    for threshold in np.arange(0.2, 0.75, 0.05):
        line = f"{threshold:.2f}"
        for scores in (p, old):
            got = own & (scores >= threshold)
            line += f"   P {100 * y[got].mean():5.1f}  R {100 * y[got].sum() / wanted:5.1f}  F1 {200 * y[got].sum() / (got.sum() + wanted):5.1f}"
        print(line + "   (as it is)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
