"""A process that adds invented reports to a store: `python -m tests.keeping.adder URL FIRST LAST [one]`; says what it has done, a line a report."""

from __future__ import annotations

import sys

from benchmarks.invented import World
from onrecord.keeping.opening import open_store


def main(url: str, first: int, last: int, how: str = "all") -> None:
    """Adds the reports from `first` to `last` of the world that the tests share."""
    reports = list(World(3).reports(last))[first:]
    print("ready", flush=True)
    with open_store(url) as store:
        for added in map(store.add, reports) if how == "one" else store.add_all(reports):
            print(added.id, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:])
