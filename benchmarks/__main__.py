"""`python -m benchmarks gate|encoder|score|compare|errors|speed`: see README.md."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.compare import compare, dump
from benchmarks.gate import gate
from benchmarks.mistakes import KINDS, mistakes
from benchmarks.speed import speed, warm
from benchmarks.table import table
from benchmarks.tasks import TASKS

NAMES = [task.name for task in TASKS]


def main(arguments: list[str]) -> int:
    """Runs one of the commands; its exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Quality on dev data.")
    commands = parser.add_subparsers(dest="command", required=True)
    gating = commands.add_parser("gate", help="every figure against its floor; status 1 where one has fallen")
    gating.add_argument("--raise", dest="raising", action="store_true", help="make today's figures the floors, where they are better")
    scoring = commands.add_parser("score", help="figures of some tasks only, no floors enforced")
    scoring.add_argument("task", nargs="*", help=", ".join(NAMES))
    comparing = commands.add_parser("compare", help="gains and losses against a commit, item by item")
    comparing.add_argument("commit", nargs="?", default="HEAD")
    comparing.add_argument("task", nargs="*", help=", ".join(NAMES))
    comparing.add_argument("--show", type=int, default=12)
    reading = commands.add_parser("errors", help="gold and prediction side by side, worst document first")
    reading.add_argument("kind", nargs="?", choices=KINDS, default="statements")
    reading.add_argument("--limit", type=int, default=5)
    reading.add_argument("--each", type=int, default=30)
    encoding = commands.add_parser("encoder", help="what the encoder must reach on dev parts, and what it reaches; status 1 where a target is missed")
    encoding.add_argument("--model", type=Path, help="a folder with another model (default: the shipped one)")
    encoding.add_argument("--json", type=Path, help="a file to write the figures to")
    pacing = commands.add_parser("speed", help="cold, warm, memory, pieces a second")
    pacing.add_argument("--long", action="store_true", help="texts of up to a million words, too")
    dumping = commands.add_parser("dump")
    dumping.add_argument("path", type=Path)
    dumping.add_argument("task", nargs="*")
    commands.add_parser("warm").add_argument("reports", type=int)
    given = parser.parse_args(arguments)
    if unknown := set(getattr(given, "task", None) or ()) - set(NAMES):
        parser.error(f"no such task: {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}")
    match given.command:
        case "gate":
            return gate(raising=given.raising)
        case "score":
            gate(only=given.task or NAMES)
            return 0
        case "compare":
            return compare(given.commit, only=given.task or None, shown=given.show)
        case "errors":
            return mistakes(given.kind, limit=given.limit, each=given.each)
        case "encoder":
            return table(model=given.model, as_json=given.json)
        case "speed":
            return speed(long=given.long)
        case "warm":
            return warm(given.reports)
        case _:
            return dump(given.path, only=given.task or NAMES)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
