"""The pairs that are asked, each with its right answer: prints of one report, judged copies, and reports that were written independently.

Copies: 200 reports (100 of wikinews, 100 of worldwide/raw_train, drawn with a fixed seed among those of 120 words that share no passage with one before) with
each of the prints of `edits`; for a fifth of them light prints with heavy ones; and the pairs of news_cluster that `copies.csv` calls copies.

`copies.csv` is about pairs of one event of news_cluster. Those that share twelve runs of eight words, or runs for 5 % of the shorter report, were
judged by one reader, who knew no detector, from their shared passages, and from the reports themselves where those did not settle it. So `same
event` holds pairs with little text in common by the way they were found: whoever goes by shared runs does well there for that reason; `quotes in
common` is the harder kind, and a copy put into other words throughout would not have been found. `copy`: what one has of its own, beside page
furniture, comes to little: all or nearly all of the shorter report stands in the longer, word for word or edited sentence by sentence, be it an
earlier version of the same agency report or a press release. `shared quotes only`: what is the same are words of others (quotations, tweets,
statements) or a caption. `part`: a passage of an agency (or of the outlet itself) stands among other text, or one text says throughout in other
words what the other says; these are asked on neither side. All other pairs of an event count as independent.

Independent: those, if from different outlets; 2,000 pairs of different events or corpora; 200 of different events from one outlet of news_cluster, which
share its page furniture; and what wikinews wrote on one topic one to thirty days apart: the most alike, 300 at most, that share fewer runs
than a tenth of the shorter.
"""

from __future__ import annotations

import csv
import itertools
import math
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

from benchmarks.reprints.edits import WAYS, edited
from benchmarks.reprints.reports import LEAST, Report, apart, news_cluster, runs, wikinews, worldwide
from benchmarks.reprints.story import words

SEED = 20261127
EACH = 100
JUDGED = Path(__file__).with_name("copies.csv")
TOPIC = 0.12  # cosine of rare words from which two reports of wikinews are on one topic


@dataclass(frozen=True)
class Pair:
    """Two texts, whether they are one report, the kind of pair, and what it hangs together with when intervals are drawn."""

    kind: str
    group: str
    a: str
    b: str
    copy: bool
    name: str


def originals(luck: Random) -> list[Report]:
    """The two hundred reports that are edited."""
    long = [each for each in _pool() if len(each.text.split()) >= LEAST]
    return [each for corpus in ("wikinews", "worldwide") for each in luck.sample([r for r in long if r.id.startswith(corpus)], EACH)]


@cache
def _pool() -> list[Report]:
    """Reports of wikinews and worldwide that share no passage with one before."""
    return apart([*wikinews(), *worldwide()])


def printed(reports: list[Report], luck: Random) -> list[Pair]:
    """Every way once for each report; for each fifth one, each heavy way with two light ones."""
    out = []
    light, heavy = [w.name for w in WAYS.values() if not w.heavy], [w.name for w in WAYS.values() if w.heavy]
    for n, report in enumerate(reports):
        others = [each.text for each in luck.sample([r for r in reports if r.id != report.id], 16)]
        prints = {way: edited(report.text, way, seed=SEED + n, others=others) for way in WAYS}
        out += [Pair(way, report.id, report.text, text, copy=True, name=f"{report.id} {way}") for way, text in prints.items()]
        if n % 5 == 0:
            both = [(one, other) for other in heavy for one in luck.sample(light, 2)]
            out += [Pair("two prints", report.id, prints[one], prints[other], copy=True, name=f"{report.id} {one} / {other}") for one, other in both]
    return out


@cache
def judged() -> dict[frozenset[str], str]:
    """What a reader said of pairs of news_cluster."""
    with JUDGED.open(encoding="utf-8", newline="") as file:
        return {frozenset((row["a"], row["b"])): row["verdict"] for row in csv.DictReader(file)}


def events() -> list[Pair]:
    """Pairs of one event of news_cluster: judged copies, and what different outlets wrote independently."""
    out = []
    for a, b in itertools.combinations(news_cluster(), 2):
        verdict = judged().get(frozenset((a.id, b.id)), "")
        if a.event == b.event and verdict != "part" and (verdict == "copy" or a.outlet != b.outlet):
            kind = "judged copies" if verdict == "copy" else "quotes in common" if verdict else "same event"
            out.append(Pair(kind, f"event {a.event}", a.text, b.text, copy=verdict == "copy", name=f"{a.id} {b.id}"))
    return out


def strangers(luck: Random, *, wanted: int = 2000, furnished: int = 200) -> list[Pair]:
    """Pairs that have nothing to do with each other, of all corpora, and some from one outlet."""
    pool = [*_pool(), *news_cluster()]
    drawn: dict[tuple[str, str], Pair] = {}
    while len(drawn) < wanted:
        a, b = luck.sample(pool, 2)
        if not (a.event and a.event == b.event):
            drawn[a.id, b.id] = Pair("other event", f"{a.id} {b.id}", a.text, b.text, copy=False, name=f"{a.id} {b.id}")
    near = [(a, b) for a, b in itertools.combinations(news_cluster(), 2) if a.outlet == b.outlet and a.event != b.event]
    return [*drawn.values(), *(Pair("same outlet", a.outlet, a.text, b.text, copy=False, name=f"{a.id} {b.id}") for a, b in luck.sample(near, furnished))]


def sequels(*, wanted: int = 300) -> list[Pair]:
    """Pairs of wikinews on one topic from one to thirty days apart, the most alike first."""
    every = wikinews()
    bags = [{w for w in words(each.text) if len(w) > 3} for each in every]
    seen = Counter(w for bag in bags for w in bag)
    rare = {w: math.log(len(every) / n) ** 2 for w, n in seen.items()}
    size = [math.sqrt(sum(rare[w] for w in bag)) for bag in bags]
    days = [date.fromisoformat(each.day).toordinal() for each in every]
    found = []
    for i, j in itertools.combinations(range(len(every)), 2):
        if 1 <= abs(days[i] - days[j]) <= 30:
            like = sum(rare[w] for w in bags[i] & bags[j]) / (size[i] * size[j])
            if like >= TOPIC and _background(every[i].text, every[j].text):
                found.append((like, i, j))
    found.sort(reverse=True)
    return [Pair("sequels", every[i].id, every[i].text, every[j].text, copy=False, name=f"{every[i].id} {every[j].id}") for _, i, j in found[:wanted]]


def _background(a: str, b: str) -> bool:
    """Whether what two texts have in common is background: fewer runs than a tenth of the shorter one."""
    mine, theirs = runs(a), runs(b)
    return len(mine & theirs) < 0.1 * min(len(mine), len(theirs))


def pairs() -> list[Pair]:
    """All pairs, always the same."""
    luck = Random(SEED)
    return [*printed(originals(luck), luck), *events(), *strangers(luck), *sequels()]
