"""`make scale`: how fast a store takes invented reports, and whether the cost of one grows with what is there.

    python -m benchmarks.scale [--sizes 10000,100000] [--store URL] [--link]

For each size a new store is filled; printed are reports a second over the whole run and over its last tenth, processor time a report, and bytes a report. The time
that inventing takes is told apart and does not count.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from benchmarks.invented import World
from onrecord.keeping.maintaining import size
from onrecord.keeping.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.keeping.protocol import Filed
    from onrecord.keeping.store import SqlStore

SIZES = (10_000, 100_000)
RATE = 500
"""Reports a second that a store takes without linking, at least."""
RATIO = 1.3
"""How much more a report may cost in the largest store than in the smallest, at most."""


class Filled(msgspec.Struct, frozen=True):
    """What filling a store cost: reports, seconds for all and for the last tenth, processor seconds, seconds of inventing (not in the others), bytes."""

    reports: int
    seconds: float
    last_tenth: float
    processor: float
    inventing: float
    bytes: int

    @property
    def rate(self) -> float:
        """Reports a second."""
        return self.reports / self.seconds


class _Invented:
    """Reports whose making is timed, so that it can be taken off."""

    def __init__(self, reports: Iterator[Filed]) -> None:
        self._reports = reports
        self.seconds = self.processor = 0.0

    def __iter__(self) -> Iterator[Filed]:
        while True:
            began, used = time.perf_counter(), time.thread_time()
            filed = next(self._reports, None)
            self.seconds += time.perf_counter() - began
            self.processor += time.thread_time() - used
            if filed is None:
                return
            yield filed


def fill(store: SqlStore, count: int, *, link: bool = False) -> Filled:
    """Fills a store with so many invented reports, and says what that cost."""
    invented = _Invented(World(1).reports(count))
    began, used = time.perf_counter(), time.process_time()
    tenth_began = tenth_inventing = 0.0
    for n, _ in enumerate(store.add_all(invented, link=link), 1):
        if n == count - count // 10:
            tenth_began, tenth_inventing = time.perf_counter(), invented.seconds
    ended = time.perf_counter()
    return Filled(
        count, ended - began - invented.seconds, ended - tenth_began - (invented.seconds - tenth_inventing),
        time.process_time() - used - invented.processor, invented.seconds, size(store._database),  # noqa: SLF001
    )  # fmt: skip


def line(filled: Filled) -> str:
    """A row of the printed table."""
    each, tenth = filled.reports, filled.reports // 10
    return (
        f"{each:>8,}  {filled.rate:>8,.0f}  {tenth / filled.last_tenth:>9,.0f}  {1000 * filled.processor / each:>9.2f}"
        f"  {filled.bytes // each:>9,}  {1000 * filled.inventing / each:>9.2f}"
    )


def main() -> None:
    """Fills stores of each size and prints the table."""
    parser = argparse.ArgumentParser(description="How fast a store takes invented reports.")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="reports, with commas between")
    parser.add_argument("--store", help="a PostgreSQL URL that is empty; by default a temporary SQLite file")
    parser.add_argument("--link", action="store_true", help="link as reports come")
    told = parser.parse_args()
    print(f"{'reports':>8}  {'a second':>8}  {'last 10 %':>9}  {'ms (CPU)':>9}  {'bytes':>9}  {'inventing':>9}")
    costs = []
    for count in map(int, told.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder, open_store(told.store or Path(folder) / "store.sqlite") as store:
            filled = fill(store, count, link=told.link)
        print(line(filled), flush=True)
        costs.append(filled.processor / filled.reports)
    if len(costs) > 1:
        print(f"a report costs {costs[-1] / costs[0]:.2f} times in the largest store what it costs in the smallest")


if __name__ == "__main__":
    main()
