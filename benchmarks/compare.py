"""Gains and losses, item by item, against another commit: its sources read the same texts, with its own model where it has one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from benchmarks.tasks import TASKS, figures, outcomes

ROOT = Path(__file__).resolve().parents[1]
MODEL = Path("src/onrecord/model")


def compare(commit: str, *, only: list[str] | None = None, shown: int = 12) -> int:
    """Prints by figure: before, now, how many items were won and lost, and the first of each."""
    names = only or [task.name for task in TASKS]
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "before"
        _git("worktree", "add", "--detach", "--quiet", str(tree), commit)
        try:
            if not (tree / MODEL / "model.onnx").exists() and (ROOT / MODEL / "model.onnx").exists():
                print(f"{commit} has no model of its own: both are read with today's", file=sys.stderr)
                shutil.copytree(ROOT / MODEL, tree / MODEL, dirs_exist_ok=True)
            before, now = (_dump(source, Path(folder) / out, names) for source, out in ((tree, "before.json"), (ROOT, "now.json")))
        finally:
            _git("worktree", "remove", "--force", str(tree))
    for name in sorted(before.keys() | now.keys()):
        a, b = before.get(name, {"value": float("nan"), "wrong": {}}), now.get(name, {"value": float("nan"), "wrong": {}})
        won, lost = (sorted(x.keys() - y.keys()) for x, y in ((a["wrong"], b["wrong"]), (b["wrong"], a["wrong"])))
        print(f"{name}: {a['value']:.2f} -> {b['value']:.2f}   {len(won)} won, {len(lost)} lost")
        for sign, keys, side in (("+", won, a["wrong"]), ("-", lost, b["wrong"])):
            for key in keys[:shown]:
                gold, found = side[key]
                print(f"  {sign} {key}\n      gold  {_cut(gold)}\n      {'was' if sign == '+' else 'now'}   {_cut(found)}")
            spread = Counter(key.rpartition(":")[0] for key in keys).most_common(5)
            if len(keys) > shown:
                print(f"  {sign} … {len(keys) - shown} more; most in {', '.join(f'{d} ({n})' for d, n in spread)}")
    return 0


def dump(path: Path, *, only: list[str]) -> int:
    """Writes value and wrong items of every figure to `path`, as JSON; a task whose parts do not stand yet is named on stderr and left out."""
    out = {}
    for task in TASKS:
        if task.name not in only:
            continue
        try:
            found = outcomes([task])
        except (ImportError, AttributeError) as error:
            print(f"{task.name}: {error}", file=sys.stderr)
            continue
        for name, value in figures(found).items():
            out[name] = {"value": value.value, "wrong": {w.key: (w.gold, w.found) for o in found[name] for w in o.wrong}}
    path.write_text(json.dumps(out), encoding="utf-8")
    return 0


def _dump(source: Path, out: Path, names: list[str]) -> dict[str, dict]:  # type: ignore[type-arg]
    """What `dump` says with the sources of `source` in the place of today's."""
    environment = os.environ | {"PYTHONPATH": str(source / "src")}
    subprocess.run([sys.executable, "-m", "benchmarks", "dump", str(out), *names], cwd=ROOT, env=environment, check=True)
    found: dict[str, dict] = json.loads(out.read_text(encoding="utf-8"))  # type: ignore[type-arg]
    return found


def _git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=ROOT, check=True)


def _cut(words: str | None, width: int = 180) -> str:
    line = " ".join((words or "–").split())
    return line if len(line) <= width else line[: width - 1] + "…"
