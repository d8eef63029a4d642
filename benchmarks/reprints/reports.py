"""The reports that pairs are made of: wikinews, worldwide/raw_train and news_cluster under ../shared, each with a title line, then its paragraphs."""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from benchmarks.corpora import DATA, sources, text_of
from benchmarks.reprints.story import Story, words

if TYPE_CHECKING:
    from collections.abc import Iterable

RUN = 8  # words in a row that two reports must share for it to count as a shared run
FEW = 5  # so many shared runs with an earlier report, and a report is left out of the draw: raw_train has some pages twice
LEAST = 120  # words of a report that is edited


@dataclass(frozen=True)
class Report:
    """A report: where it lies, its text, its day, and for news_cluster its event and its outlet."""

    id: str
    text: str
    day: str = ""
    event: str = ""
    outlet: str = ""


@cache
def wikinews() -> list[Report]:
    """All of wikinews of at least sixty words."""
    days = [row["date"] for year in (2019, 2020) for row in csv.DictReader((DATA / f"wikinews/wikinews_{year}.csv").open(encoding="utf-8", newline=""))]
    every = [Report(source, text_of(source), day) for source, day in zip(sources("wikinews"), days, strict=True)]
    return [each for each in every if len(each.text.split()) >= 60]


@cache
def worldwide() -> list[Report]:
    """All of worldwide/raw_train of at least 120 words; the title is read off the address, or is the beginning of the first sentence."""
    out = []
    for path in sorted((DATA / "worldwide/raw_train").glob("*.txt")):
        text = path.read_text(encoding="utf-8").strip()
        address, _, body = text.partition("\n") if text.startswith("http") else ("", "", text)
        body = "\n\n".join(line.strip() for line in body.splitlines() if line.strip())
        slug = max((re.sub(r"\W|_|\d+(?=\W*$)", " ", part).split() for part in re.sub(r"\.\w+$|\?.*", "", address).split("/")[3:]), key=len, default=[])
        title = " ".join(slug).capitalize() if len(slug) >= 4 else " ".join(body.split()[:9])
        if len(body.split()) >= LEAST:
            out.append(Report(f"worldwide/raw_train/{path.name}", f"{title}\n\n{body}\n"))
    return out


@cache
def news_cluster() -> list[Report]:
    """All of news_cluster of at least forty words, named by the first eight characters of their file."""
    out = []
    for path in sorted((DATA / "news_cluster").glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        place = row["newsCluster"]
        event = str(place["EventId"] if isinstance(place, dict) else re.search(r"'EventId': (\d+)", place)[1])  # type: ignore[index]
        text = row["text"] if row["text"].startswith(row["title"]) else f"{row['title']}\n{row['text']}"
        if len(text.split()) >= 40:
            out.append(Report(path.name[:8], str(Story.of(text)), str(row["date_publish"])[:10], event, outlet(row["source_domain"])))
    return out


def outlet(domain: str) -> str:
    """The outlet of a domain: its last two parts, three under co.uk and the like."""
    parts = domain.split(".")
    return ".".join(parts[-3 if parts[-2] in ("co", "com") and len(parts[-1]) == 2 else -2 :])


def runs(text: str) -> set[tuple[str, ...]]:
    """All runs of eight words of a text."""
    each = words(text)
    return {tuple(each[i : i + RUN]) for i in range(len(each) - RUN + 1)}


def apart(reports: Iterable[Report]) -> list[Report]:
    """The reports without those that share runs with an earlier one."""
    seen: dict[tuple[str, ...], int] = {}
    out = []
    for n, report in enumerate(reports):
        mine = runs(report.text)
        with_whom: dict[int, int] = defaultdict(int)
        for run in mine:
            if run in seen:
                with_whom[seen[run]] += 1
        if max(with_whom.values(), default=0) < FEW:
            out.append(report)
            seen |= dict.fromkeys(mine, n)
    return out
