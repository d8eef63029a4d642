"""`python -m benchmarks.desk STORE [SECONDS] [READERS]`: how long the desk takes over a store, path by path and with many readers at once.

One server process, as `onrecord serve` starts it. First each path by itself: milliseconds by the clock (median, 95th percentile) and of the server's processor, which is what
counts where the machine is busy with other things. Then so many readers in a closed loop over the same mix, while another process adds a linked report a second (the store grows
by them). Prints milliseconds and errors; returns 1 where a page is over its limit.
"""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from statistics import quantiles
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from tests.showing.serving import served

if TYPE_CHECKING:
    from collections.abc import Iterator

_ALONE = 20  # times that each path is asked for by itself
LIMIT, OF_REPORT, TOGETHER = 200, 100, 1000
"""Milliseconds at the 95th percentile: of any page, of a report's, of whatever many readers ask."""
_TICKS = os.sysconf("SC_CLK_TCK")


def main(store: str, seconds: float = 20, readers: int = 50) -> int:
    """Measures, prints a table. Returns 1 where a path is over its limit or anything was answered with an error."""
    with served("--store", store) as (where, process):
        mix = paths(where)
        print(f"{'path':60} {'median':>8} {'p95':>8} {'cpu':>8}  ms")
        slow = sum([_alone(where, path, process.pid) for path in mix])
        with _adding(store, seconds):
            times, errors = together(where, mix, seconds, readers)
    cut = quantiles(times, n=20)
    print(f"{readers} readers, {seconds:g} s: {len(times)} answers, {len(times) / seconds:.0f} a second, median {cut[9]:.0f} ms, p95 {cut[-1]:.0f} ms, {errors} errors")
    return int(bool(slow or errors or cut[-1] > TOGETHER))


def _alone(where: str, path: str, process: int) -> bool:
    """Asks for a path again and again, prints a line; whether it is over its limit."""
    ask(where, path)
    spent = _processor(process)
    times = sorted(ask(where, path)[1] for _ in range(_ALONE))
    spent = _processor(process) - spent
    worst = quantiles(times, n=20)[-1]
    over = worst > (OF_REPORT if path.startswith("/reports/") and path.count("/") == 2 else LIMIT)
    print(f"{path[:60]:60} {quantiles(times, n=2)[0]:8.1f} {worst:8.1f} {1000 * spent / _ALONE:8.1f}{'  OVER' if over else ''}", flush=True)
    return over


def _processor(process: int) -> float:
    """Seconds of processor time that a process has used."""
    with open(f"/proc/{process}/stat", encoding="ascii") as file:  # noqa: PTH123
        fields = file.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def paths(where: str) -> list[str]:
    """The mix: lists, single things, figures, with and without queries, and the pages that are there."""

    def rows(path: str, query: str = "limit=1") -> list[dict[str, str]]:
        found: list[dict[str, str]] = json.loads(ask(where, f"/api/v1/{path}?{query}")[2])["items"]
        return found

    def first(path: str, field: str) -> str:
        return quote(str(rows(path)[0][field]), safe="")

    report, actor, place, outlet = first("records", "report"), first("actors", "identity"), first("places", "site"), first("outlets", "outlet")
    town = quote(rows("places")[0]["name"], safe="")
    event, statement = rows("events")[0], rows("statements")[0]
    claims = [row["id"] for row in (rows("claims", "q=reports:>1&limit=100") or rows("claims"))]
    api = [
        "stats", "records", f"records/{report}", f"records/{report}/annotations", "statements", "events?q=type:ACCUSE", "search?q=said", "actors", "actors?q=ma",
        f"actors/{actor}", f"actors/{actor}/items", "places", f"places/{place}", f"places/{place}/items", "outlets", f"outlets/{outlet}", "claims",
        "claims?q=moved:denial", "explore/dyads", "explore/dyads?q=type:ACCUSE", "explore/series", "explore/series?q=type:ACCUSE", "explore/network",
        "explore/network?q=certainty:certain", "explore/map", "explore/map?q=type:ACCUSE", "judgements",
    ]  # fmt: skip
    pages = [
        "/", "/search?q=said", "/search?q=type:ASSAULT+certainty:possible&kind=event", "/complete?q=ma", "/reports", f"/reports/{report}",
        f"/reports/{event['report']}/events/{event['key']}", f"/reports/{statement['report']}/statements/{statement['key']}", "/claims", "/claims?q=standing:contested",
        f"/claims?q=outlet:%22{outlet}%22",
        f"/actors/{actor}", f"/places/{town}", "/outlets", f"/outlets/{outlet}", "/explore", "/explore?type=ACCUSE", "/explore?once=yes",
        "/explore/numbers.json", "/explore/numbers.json?type=ACCUSE", "/review", "/read",
    ]  # fmt: skip
    pages += [f"/claims/{claim}" for claim in dict.fromkeys((*claims[:1], *claims[-1:]))] + [f"/api/v1/claims/{claim}" for claim in claims[:1]]
    return [f"/api/v1/{path}" for path in api] + [path for path in pages if ask(where, path)[0] == 200]


def ask(where: str, path: str, connection: http.client.HTTPConnection | None = None) -> tuple[int, float, bytes]:
    """The status, the milliseconds and the body of an answer."""
    made = connection or http.client.HTTPConnection(urlsplit(where).netloc, timeout=60)
    begun = time.perf_counter()
    made.request("GET", path, headers={"Accept-Encoding": "gzip" if connection is not None else "identity"})
    answer = made.getresponse()
    body = answer.read()
    if connection is None:
        made.close()
    return answer.status, 1000 * (time.perf_counter() - begun), body


def together(where: str, mix: list[str], seconds: float, readers: int) -> tuple[list[float], int]:
    """What many readers saw, each asking for the next as soon as it has the one before."""
    until, times, errors = time.monotonic() + seconds, [], [0]

    def read(number: int) -> None:
        connection = http.client.HTTPConnection(urlsplit(where).netloc, timeout=60)
        at = number
        while time.monotonic() < until:
            try:
                status, took, _ = ask(where, mix[at % len(mix)], connection)
            except (OSError, http.client.HTTPException):
                errors[0] += 1
                connection.close()
                continue
            times.append(took)
            errors[0] += status >= 400
            at += 7
        connection.close()

    threads = [threading.Thread(target=read, args=(number,)) for number in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times, errors[0]


@contextmanager
def _adding(store: str, seconds: float) -> Iterator[None]:
    """Has another process add reports for so long; says how many."""
    command = [sys.executable, "-m", "benchmarks.desk", "--add", store, str(seconds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as adder:
        yield
        print((adder.communicate(timeout=120)[0] or "nothing was added").strip())


def _add(store: str, seconds: float) -> None:
    from benchmarks.invented import World  # noqa: PLC0415  for the process that adds
    from onrecord.keeping.opening import open_store  # noqa: PLC0415

    until, count, slowest = time.monotonic() + seconds, 0, 0.0
    with open_store(store) as opened:
        for filed in World(int(time.time())).reports(1_000_000):
            if time.monotonic() >= until:
                break
            begun = time.monotonic()
            opened.add(filed)
            count, slowest = count + 1, max(slowest, time.monotonic() - begun)
            time.sleep(max(0.0, 1 - (time.monotonic() - begun)))
    print(f"meanwhile {count} reports were added and linked, the slowest in {slowest:.1f} s")


if __name__ == "__main__":
    if sys.argv[1] == "--add":
        _add(sys.argv[2], float(sys.argv[3]))
    else:
        sys.exit(main(sys.argv[1], *map(float, sys.argv[2:3]), *map(int, sys.argv[3:4])))
