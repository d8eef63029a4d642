"""`python -m benchmarks.desk STORE [SECONDS] [READERS]`: how long the desk takes over a store, path by path and with many readers at once.

One server process, as `onrecord serve` starts it. First each path by itself; then so many readers in a closed loop over the same mix, while reports are
added to the store by another process where there is a second core. Prints milliseconds (median, 95th percentile) and errors.
"""

from __future__ import annotations

import http.client
import json
import sys
import threading
import time
from statistics import quantiles
from urllib.parse import quote, urlsplit

from tests.showing.serving import served

_ALONE = 15  # times that each path is asked for by itself


def main(store: str, seconds: float = 20, readers: int = 50) -> int:
    """Measures, prints a table. Returns 1 where a path is over its limit or anything was answered with an error."""
    with served("--store", store) as (where, _):
        mix = paths(where)
        print(f"{'path':60} {'median':>8} {'p95':>8}  ms")
        slow = 0
        for path in mix:
            times = sorted(ask(where, path)[1] for _ in range(_ALONE))[1:]
            worst = quantiles(times, n=20)[-1]
            slow += worst > 200
            print(f"{path[:60]:60} {quantiles(times, n=2)[0]:8.1f} {worst:8.1f}")
        times, errors = together(where, mix, seconds, readers)
    cut = quantiles(times, n=20)
    print(f"{readers} readers, {seconds:g} s: {len(times)} answers, {len(times) / seconds:.0f} a second, median {cut[9]:.0f} ms, p95 {cut[-1]:.0f} ms, {errors} errors")
    return int(bool(slow or errors))


def paths(where: str) -> list[str]:
    """The mix: lists, single things, figures, with and without queries, and the pages that are there."""

    def first(path: str, field: str) -> str:
        return quote(str(json.loads(ask(where, f"/api/v1/{path}?limit=1")[2])["items"][0][field]), safe="")

    report, actor, place, outlet = first("records", "report"), first("actors", "identity"), first("places", "site"), first("outlets", "outlet")
    api = [
        "stats", "records", f"records/{report}", f"records/{report}/annotations", "statements", "events?q=type:ACCUSE", "search?q=said", "actors", "actors?q=ma",
        f"actors/{actor}", f"actors/{actor}/items", "places", f"places/{place}", f"places/{place}/items", "outlets", f"outlets/{outlet}", "claims",
        "claims?q=moved:denial", "explore/dyads", "explore/dyads?q=type:ACCUSE", "explore/series", "explore/series?q=type:ACCUSE", "explore/network",
        "explore/network?q=certainty:certain", "explore/map", "explore/map?q=type:ACCUSE", "judgements",
    ]  # fmt: skip
    pages = ["/", "/search?q=said", "/reports", f"/reports/{report}", "/claims", f"/actors/{actor}", "/outlets", f"/outlets/{outlet}", "/explore", "/review"]
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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(float, sys.argv[2:3]), *map(int, sys.argv[3:4])))
