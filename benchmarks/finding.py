"""How fast a store is searched: ten documented queries on an invented store, each over many pages and names; p50 and p95 of the time waited and of processor time.

`python -m benchmarks.finding URL [REPORTS]` asks a store that is there, or one that it makes of so many invented reports.
"""

from __future__ import annotations

import random
import sys
import time
from typing import TYPE_CHECKING

from benchmarks.invented import World
from onrecord.errors import KeepingError
from onrecord.keeping.opening import open_store

if TYPE_CHECKING:
    from onrecord.keeping.store import SqlStore

TRIES = 20
LIMIT = 50


def queries(store: SqlStore, draw: random.Random) -> dict[str, str]:
    """The ten, each with names and words of the store's own."""
    hits = [hit for hit in store.find("kind:statement", limit=200, after=_somewhere(store, draw)) if hit.who]
    events = [hit for hit in store.find("kind:event", limit=200, after=_somewhere(store, draw)) if hit.who and hit.whom and hit.place]
    said, done = draw.choice(hits), draw.choice(events)
    words = [word.strip(".,") for word in said.words.split()]
    name, day = f'"{said.who[0]}"', (done.when or "2031-01-01")[:10]
    first = draw.randrange(len(words) - 1)
    return {
        "a word": draw.choice(words),
        "three words": " ".join(draw.sample(words, 3)),
        "a phrase": f'"{words[first]} {words[first + 1]}"',
        "a speaker's denials": f"speaker:{name} act:deny",
        "a dyad since a day": f'actor:"{done.who[0]}" recipient:"{done.whom[0]}" since:{day[:7]}',
        "a type at a place": f'type:{done.what} place:"{done.place}" when:{day}',
        "on whose word, in doubt": f"by:{name} (certainty:possible OR certainty:probable)",
        "all of a month, one outlet": f'published:{day[:7]} outlet:"{said.outlet}" -act:say',
        "words or words, sure": f"({words[0]} OR {words[-1]}) confidence:>0.7 kind:statement",
        "what is denied, rare": f"polarity:negative certainty:possible type:{done.what} published:{day}",
    }


def _somewhere(store: SqlStore, draw: random.Random) -> str:
    """A cursor anywhere in the store."""
    newest = store.find(limit=1)[0].cursor
    return str(draw.randrange(int(newest) // 10, int(newest)))


def measured(store: SqlStore, tries: int = TRIES) -> dict[str, list[tuple[float, float]]]:
    """Milliseconds by query, waited and of this process's processor time; each try has other words and names, nothing is asked twice."""
    draw = random.Random(7)
    out: dict[str, list[tuple[float, float]]] = {}
    for _ in range(tries):
        for name, query in queries(store, draw).items():
            began, worked = time.perf_counter(), time.process_time()
            store.find(query, limit=LIMIT)
            out.setdefault(name, []).append((1000 * (time.perf_counter() - began), 1000 * (time.process_time() - worked)))
    return out


def at(times: tuple[float, ...], share: float) -> float:
    """The time that this share of tries does not exceed."""
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


def opened(url: str, reports: int) -> SqlStore:
    """The store, made of invented reports where it is not there."""
    try:
        return open_store(url, create=False)
    except KeepingError:
        store = open_store(url)
        began = time.perf_counter()
        for number, _ in enumerate(store.add_all(World().reports(reports), link=False), 1):
            if number % 5000 == 0:
                print(f"{number} reports, {number / (time.perf_counter() - began):.0f} a second", flush=True)
        return store


def main(url: str, reports: int) -> None:
    """Prints the table."""
    with opened(url, reports) as store:
        counts = store.stats()
        print(f"{counts.reports} reports, {counts.statements} statements, {counts.events} events")
        print(f"{'query':32}{'p50 ms':>8}{'p95 ms':>8}{'p50 cpu':>9}{'p95 cpu':>9}")
        for name, times in measured(store).items():
            waited, worked = zip(*times, strict=True)
            print(f"{name:32}{at(waited, 0.5):8.1f}{at(waited, 0.95):8.1f}{at(worked, 0.5):9.1f}{at(worked, 0.95):9.1f}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 10_000)
