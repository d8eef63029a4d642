"""The gate: no figure on dev data may fall below its floor (`floors.json`). Floors only go up: `gate --raise` after a change for the better."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.tasks import CEILINGS, TASKS, figures, outcomes

if TYPE_CHECKING:
    from benchmarks.measure import Figure

FLOORS = Path(__file__).parent / "floors.json"
SLACK = 0.3
"""Points by which two processors may differ in int8; a floor is the figure of its day less this."""


def gate(*, raising: bool = False, only: list[str] | None = None) -> int:
    """Prints every figure with its 95 % interval and its floor; 1 where one falls below, 0 otherwise."""
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    begun, measured = time.monotonic(), {}
    for task in TASKS:
        if only and task.name not in only:
            continue
        measured.update(figures(outcomes([task])))
    fallen = [name for name, f in measured.items() if name in floors and not _holds(name, f, floors[name])]
    missing = [name for name in floors if name not in measured and not only]
    print(f"{'figure':32} {'value':>7}   {'95 % interval':>15}   {'floor':>7}  documents")
    for name, f in measured.items():
        mark = "  FALLEN" if name in fallen else ""
        print(f"{name:32} {f.value:7.2f}   {f.low:6.2f} – {f.high:6.2f}   {floors.get(name, float('nan')):7.2f}  {f.documents}{mark}")
    print(f"{time.monotonic() - begun:.0f} s")
    for name in missing:
        print(f"{name}: has a floor but was not measured", file=sys.stderr)
    if raising:
        floors.update({name: _floor(name, f, floors.get(name)) for name, f in measured.items()})
        FLOORS.write_text(json.dumps(dict(sorted(floors.items())), indent=1) + "\n", encoding="utf-8")
        return 0
    return int(bool(fallen or missing))


def _holds(name: str, f: Figure, floor: float) -> bool:
    return f.value <= floor if name in CEILINGS else f.value >= floor


def _floor(name: str, f: Figure, old: float | None) -> float:
    """Today's figure less the slack, never lower than before (a ceiling: never higher)."""
    if name in CEILINGS:
        new = round(f.value + SLACK / 10, 2)
        return new if old is None else min(old, new)
    new = round(f.value - SLACK, 2)
    return new if old is None else max(old, new)
