"""Fits the weights by which an event is kept (`recording/events/weighing.py`) on the labelled dev reports and those held out of training: `python -m benchmarks.weighing`.

Every word that fills an entry of the lexicon, that the encoder sees or that is an act of speech is a candidate; it is good when the labels have an event of its type there. Prints
the weights of a ridge-penalised logistic regression, and for thresholds precision, recall and F1 on the same reports, each report left out in turn.
"""

from __future__ import annotations

import csv
import importlib
import sys
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks import held
from benchmarks.clauses import TABLE as CLAUSES
from benchmarks.gold import FITTED, labelled, nonpolitical
from benchmarks.labelled import _likeness, _sentence_starts, _types, rules
from benchmarks.system import record_of
from onrecord.recording.events import weighing

if TYPE_CHECKING:
    from onrecord.record import Statement
    from onrecord.recording.actors.cast import Cast
    from onrecord.recording.events.draft import Found
    from onrecord.recording.statements.scene import Scene


INVENTED, LABELLED, QUIET = 2.0, 2.0, 4.0
"""How much an invented clause, a candidate of a report labelled in full (`gold/`) and one of a report that is not political count beside one of a report held out."""


def candidates() -> list[tuple[str, list[float], bool, str]]:
    """Report, features, whether it is good, words: of every candidate; and for every report a row without features that counts its events."""
    stage = importlib.import_module("onrecord.recording.events.find")
    captured: list[tuple[Cast, list[Found]]] = []
    see = stage.see

    def noted(scene: Scene, cast: Cast, statements: list[Statement]) -> list[Found]:
        found = see(scene, cast, statements)
        captured.append((cast, found))
        return found

    stage.see = noted  # type: ignore[attr-defined]
    rows = []
    for report in (*labelled(*FITTED), *held.reports()):
        captured.clear()
        if record_of(report.text).report.text != report.text:
            continue
        cast, found = captured[0]
        starts, top = _sentence_starts(report.text), rules().headline(report.text)
        gold = [e for e in report.events if e["span"][0] >= top]
        items = [_item(cast, f) for f in found]
        matched = rules().greedy(gold, items, lambda g, p, s=starts: _likeness(g, p, s), 1)
        good = {id(p) for g, p in matched if _types(g) & _types(p)}
        rows += [
            (report.name, f.features, id(p) in good, f"{f.type} {report.text[slice(*f.trigger)]} [{f.rule}]")
            for f, p in zip(found, items, strict=True)
        ]
        rows.append((report.name, [], False, str(len(gold))))
    with CLAUSES.open(encoding="utf-8", newline="") as file:
        told = [(f"clause {n % 10}", row["clause"], row["type"]) for n, row in enumerate(csv.DictReader(file))]
    for name, clause, wanted in told:
        captured.clear()
        record_of(clause)
        rows += [(name, f.features, f.type == wanted, f"{f.type} {clause[slice(*f.trigger)]} [{f.rule}]") for _, found in captured for f in found]
    for source, text in nonpolitical():
        captured.clear()
        record_of(text)
        rows += [(f"quiet {source}", f.features, False, f"{f.type} {text[slice(*f.trigger)]} [{f.rule}]") for f in captured[0][1]]
        rows.append((f"quiet {source}", [], False, "0"))
    return rows


def _item(cast: Cast, found: Found) -> dict[str, Any]:
    """A candidate in the form in which labels are matched."""
    named = [[cast.by_id[i].name for i in ids if i in cast.by_id] for ids in (found.actors, found.recipients)]
    return {"type": found.type, "also": None, "span": list(found.trigger), "actors": named[0], "recipients": named[1]}


def fit(x: np.ndarray, y: np.ndarray, counts: np.ndarray, *, ridge: float = 1.0) -> np.ndarray:
    """Weights of a logistic regression in which each row counts so much, the last the bias, which is not penalised."""
    x = np.hstack([x, np.ones((len(x), 1))])
    w = np.zeros(x.shape[1])
    penalty = np.eye(x.shape[1]) * ridge
    penalty[-1, -1] = 1e-6
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (counts * (p - y)) + penalty @ w
        w -= np.linalg.solve((x * (counts * p * (1 - p))[:, None]).T @ x + penalty, gradient)
    return w


def main() -> int:
    """Prints weights and the figures of thresholds."""
    rows = candidates()
    wanted = sum(int(r[3]) for r in rows if not r[1])
    kept = [r for r in rows if r[1]]
    names = np.array([r[0] for r in kept])
    x, y = np.array([r[1] for r in kept]), np.array([r[2] for r in kept], dtype=float)
    own = {report.name for report in labelled(*FITTED)}
    counts = np.array([INVENTED if n.startswith("clause") else QUIET if n.startswith("quiet") else LABELLED if n in own else 1.0 for n in names])
    w = fit(x, y, counts)
    for name, value in zip((*weighing.NAMES, "bias"), w, strict=True):
        print(f"{name:12} {value:6.2f}")
    p = np.zeros(len(y))
    for name in set(names.tolist()):
        left = names == name
        v = fit(x[~left], y[~left], counts[~left])
        p[left] = 1 / (1 + np.exp(-(x[left] @ v[:-1] + v[-1])))
    quiet, clause = (np.array([n.startswith(kind) for n in names]) for kind in ("quiet", "clause"))
    print(f"{len(y)} candidates, {int(y[~clause].sum())} good, {wanted} wanted")
    words = sum(len(text.split()) for _, text in nonpolitical())
    for threshold in np.arange(0.1, 0.75, 0.05):
        got = (p >= threshold) & ~quiet & ~clause
        right, rate = y[got].sum(), 100 * (quiet & (p >= threshold)).sum() / words
        print(
            f"{threshold:.2f}  P {100 * right / max(1, got.sum()):5.1f}  R {100 * right / wanted:5.1f}  F1 {200 * right / (got.sum() + wanted):5.1f}"
            f"  in 100 non-political words {rate:.2f}"
            f"  of clauses {100 * y[clause & (p >= threshold)].sum() / max(1, y[clause].sum()):.0f}"
        )
    if "-v" in sys.argv:
        for i in np.argsort(-p):
            print(f"{p[i]:.2f} {'+' if y[i] else '-'} {names[i]} {kept[i][3]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
