"""Fits how far a rule's act is trusted against the encoder's (`recording/statements/choosing.py`): `python -m benchmarks.acting`.

Every statement whose cue is a labelled one's, of the labelled dev reports and of those held out of training. Prints how many acts are right by the rule, by the encoder, and by both
together under each set of weights that is best on the other half of the reports.
"""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING

import numpy as np

from benchmarks import held
from benchmarks.gold import FITTED, labelled
from benchmarks.labelled import rules
from benchmarks.measure import pairs
from benchmarks.system import record_of
from onrecord.recording.statements import choosing

if TYPE_CHECKING:
    from onrecord.record.items import Act
    from onrecord.recording.statements.candidate import Candidate
    from onrecord.recording.statements.scene import Scene

Row = tuple[str, str, str, str, dict[str, float]]
STEPS = np.arange(0, 8.1, 0.5)


def rows() -> list[Row]:
    """Report, wanted act, act by rule, kind of rule, what the encoder gives to each act: of every statement found."""
    stage = importlib.import_module("onrecord.recording.statements.find")
    captured: list[tuple[Candidate, Act, str, dict[str, float]]] = []
    choose = stage.choose

    def noted(scene: Scene, candidate: Candidate, act: Act, rule: str) -> Act:
        if candidate.cue is not None:
            captured.append((candidate, choosing.ALIKE.get(act, act), choosing.kind(act, rule), scene.marks.act(list(scene.marks.between(*candidate.cue)))))
        return choose(scene, candidate, act, rule)  # type: ignore[no-any-return]

    stage.choose = noted  # type: ignore[attr-defined]
    out: list[Row] = []
    same = rules().ACT
    for report in (*labelled(*FITTED), *held.reports()):
        captured.clear()
        if record_of(report.text).report.text != report.text:
            continue
        gold = [s for s in report.statements if s.get("cue_span") and not s.get("bare")]
        alike = [(i, j, x) for i, g in enumerate(gold) for j, (c, *_) in enumerate(captured) if c.cue and (x := held.shared(g["cue_span"], c.cue)) > 0]
        out += [(report.name, same.get(gold[i]["act"], gold[i]["act"]), *captured[j][1:]) for i, j in pairs(alike)]
    return out


def right(found: list[Row], trust: dict[str, float]) -> int:
    """How many acts are right under these weights."""
    return sum(choosing.likeliest(seen, act, trust[kind]) == wanted for _, wanted, act, kind, seen in found)


def best(found: list[Row]) -> dict[str, float]:
    """The weight of each kind of rule with which most acts are right, of several the middle one."""
    out = {}
    for kind in choosing.TRUST:
        of = [r for r in found if r[3] == kind]
        counts = np.array([right(of, {kind: t}) for t in STEPS])
        out[kind] = float(np.median(STEPS[counts == counts.max()]))
    return out


def main() -> int:
    """Prints the figures."""
    found = rows()
    print(f"{len(found)} statements: right by rule {sum(a == w for _, w, a, _, _ in found)}, by the encoder {right(found, dict.fromkeys(choosing.TRUST, 0.0))}, as it is {right(found, choosing.TRUST)}")
    names = sorted({r[0] for r in found})
    halves = [[r for r in found if names.index(r[0]) % 2 == k] for k in (0, 1)]
    print("each half under what is best for the other:", sum(right(halves[k], best(halves[1 - k])) for k in (0, 1)))
    print("TRUST =", best(found))
    for kind in choosing.TRUST:
        of = [r for r in found if r[3] == kind]
        print(f"{kind:8} {len(of):5}  by rule {sum(a == w for _, w, a, _, _ in of):5}  by the encoder {right(of, {kind: 0.0}):5}  both {right(of, best(found)):5}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
