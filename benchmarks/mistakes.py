"""Mistakes to read: gold and prediction side by side, the document with most of them first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.tasks import TASKS, outcomes

if TYPE_CHECKING:
    from benchmarks.measure import Outcome

KINDS = sorted({kind for task in TASKS for kind in task.errors})
WITHIN = {
    **{f"{of}statements": (".statements", ".acts", ".forms") for of in ("", "half_b.")},
    **{f"{of}speakers": (".speakers", ".unknown") for of in ("", "half_b.")},
    **{f"{of}events": (".events", ".certainty", ".parties", ".said_by") for of in ("", "half_b.")},
    "parse": ("las", "upos", "sentences", "words", "tokens"),
    "roles": ("roles.spans",), "erst": ("erst.attribution", "erst.trees.attribution"),
}  # fmt: skip


def mistakes(kind: str, *, limit: int = 5, each: int = 30) -> int:
    """Prints up to `each` mistakes of the `limit` worst documents of every figure of that kind."""
    found = outcomes([task for task in TASKS if kind in task.errors])
    for name in sorted(found):
        if kind in WITHIN and not name.endswith(WITHIN[kind]):
            continue
        rows = [o for o in found[name] if o.wrong]
        print(f"\n=== {name}: {sum(len(o.wrong) for o in rows)} mistakes in {len(rows)} documents")
        for outcome in sorted(rows, key=_badness, reverse=True)[:limit]:
            print(f"\n--- {outcome.document}: right {outcome.right:.0f} of {outcome.wanted:.0f}, found {outcome.found:.0f}")
            for wrong in sorted(outcome.wrong, key=lambda w: _position(w.key))[:each]:
                print(f"{wrong.key.rpartition(':')[2]:>7}  gold   {wrong.gold or '–'}\n{'':9}found  {wrong.found or '–'}")
    return 0


def _badness(o: Outcome) -> float:
    """Mistakes against size, so that a long document is not the worst for being long."""
    return o.errors / max(10.0, o.wanted + o.found)


def _position(key: str) -> int:
    last = key.rpartition(":")[2].rstrip("+")
    return int(last) if last.isdigit() else 0
