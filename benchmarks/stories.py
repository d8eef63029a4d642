"""`python -m benchmarks.stories [--show]`: reports of one event found together, by B-cubed on news_cluster (development two thirds).

`as shipped` is `stories.group` over all reports. The interval is the middle 95 % of 1,000 draws of events with replacement. `left out`: the events are
parted into five folds; for each fold the threshold, and the extra weights of title and names, are chosen on the events of the other four
alone, then all reports are grouped and the reports of the fold are scored: so no event is scored by what was chosen on it.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import sys
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.corpora import DATA
from onrecord.corroborating import stories
from onrecord.corroborating.linkage import linked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FOLDS = 5
LEVELS = [round(0.10 + 0.01 * n, 2) for n in range(16)]
WEIGHTS = list(itertools.product((1.0, 1.5, 2.5), (1.0, 1.5, 2.0)))  # of title and names


def reports() -> tuple[list[dict[str, str | None]], list[int]]:
    """Title, text and date of each report, and its event."""
    read = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((DATA / "news_cluster").glob("*.json"))]
    return [{k: each[k] for k in ("title", "text", "date_publish", "source_domain")} for each in read], [each["newsCluster"]["EventId"] for each in read]


def b_cubed(gold: Sequence[int], found: Sequence[int], of: Iterable[int]) -> tuple[float, float, float]:
    """F1, precision and recall in per cent over the reports `of`; how many of its story are of its event, and of its event in its story."""
    by_gold, by_found, by_both = Counter(gold), Counter(found), Counter(zip(gold, found, strict=True))
    chosen = list(of)
    precision = sum(by_both[gold[i], found[i]] / by_found[found[i]] for i in chosen) / len(chosen)
    recall = sum(by_both[gold[i], found[i]] / by_gold[gold[i]] for i in chosen) / len(chosen)
    return 200 * precision * recall / (precision + recall), 100 * precision, 100 * recall


def labels(groups: list[list[int]]) -> list[int]:
    """For each report the number of its story."""
    out = [0] * sum(map(len, groups))
    for n, group in enumerate(groups):
        for i in group:
            out[i] = n
    return out


def interval(gold: list[int], found: list[int]) -> tuple[float, float]:
    """The middle 95 % of F1 over draws of events."""
    draw, events = random.Random(0), sorted(set(gold))
    of = {event: [i for i, g in enumerate(gold) if g == event] for event in events}
    drawn = sorted(b_cubed(gold, found, [i for event in draw.choices(events, k=len(events)) for i in of[event]])[0] for _ in range(1000))
    return drawn[25], drawn[974]


def left_out(given: list[dict[str, str | None]], gold: list[int]) -> tuple[float, float, float, list[str]]:
    """F1, precision and recall where nothing was chosen on the event that is scored, and what was chosen in each fold."""
    found: dict[tuple[tuple[float, ...], float], list[int]] = {}
    shipped = stories.TITLE, stories.NAME
    for weights in WEIGHTS:
        stories.TITLE, stories.NAME = weights
        taken = [stories._terms(stories.profile(r["title"], r["text"] or "", r["date_publish"])) for r in given]  # noqa: SLF001
        alike = stories._matrix(taken)  # noqa: SLF001
        for level in LEVELS:
            found[weights, level] = labels(linked(alike, level))
    stories.TITLE, stories.NAME = shipped
    events = sorted(set(gold))
    random.Random(1).shuffle(events)
    rows, chosen = np.zeros((len(gold), 2)), []
    for fold in range(FOLDS):
        held = set(events[fold::FOLDS])
        within, without = [i for i, g in enumerate(gold) if g in held], [i for i, g in enumerate(gold) if g not in held]
        sub = [gold[i] for i in without]
        best = max(found, key=lambda k: b_cubed(sub, [found[k][i] for i in without], range(len(sub)))[0])
        chosen.append(f"{best[0]} at {best[1]}")
        for i in within:
            rows[i] = b_cubed(gold, found[best], [i])[1:]
    precision, recall = rows.mean(axis=0)
    return 2 * precision * recall / (precision + recall), precision, recall, chosen


def main(arguments: list[str]) -> int:
    """Prints the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stories", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--show", action="store_true", help="the stories that hold more than one event, and the events in more than one story")
    given = parser.parse_args(arguments)
    read, gold = reports()
    profiles = [stories.profile(r["title"], r["text"] or "", r["date_publish"]) for r in read]
    groups = stories.group(profiles)
    found = labels(groups)
    print(f"{len(read)} reports, {len(set(gold))} events, {len(groups)} stories; profile of {sum(map(len, profiles)) / len(profiles):.0f} bytes\n")
    f1, precision, recall = b_cubed(gold, found, range(len(gold)))
    low, high = interval(gold, found)
    print(f"as shipped  F1 {f1:.1f} [{low:.1f}, {high:.1f}]  precision {precision:.1f}  recall {recall:.1f}")
    f1, precision, recall, chosen = left_out(read, gold)
    alike = stories._matrix([stories._terms(each) for each in profiles])  # noqa: SLF001
    print("by level   ", *(f"{level:.2f}: {b_cubed(gold, labels(linked(alike, level)), range(len(gold)))[0]:.1f}" for level in LEVELS[4:12]))
    print(f"left out    F1 {f1:.1f}  precision {precision:.1f}  recall {recall:.1f}  chosen: {'; '.join(chosen)}")
    if given.show:
        for group in groups:
            if len({gold[i] for i in group}) > 1:
                print("one story:", *(f"{gold[i]} {read[i]['title']}" for i in group), sep="\n   ")
        for event in sorted(set(gold)):
            parts = sorted({found[i] for i, g in enumerate(gold) if g == event})
            if len(parts) > 1:
                print(f"event {event}:", *(f"{found[i]} {(read[i]['date_publish'] or '')[:10]} {read[i]['title']}" for i, g in enumerate(gold) if g == event), sep="\n   ")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
