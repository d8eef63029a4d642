"""The ledgers of the invented stories, from raw text through a store, against those made by hand (`samples/stories`).

Two were labelled before the code and are what rules are tuned on; the third was labelled before it was ever run and is scored apart (`ledgers.third`).

Each labelled claim is held against the found claim that shares most of its entries. An entry is right where that claim has words of the same report
that overlap with the labelled ones, from the same speakers, with the same stance.
"""

from __future__ import annotations

import json
import re
import tempfile
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from benchmarks.clusters import assignment
from benchmarks.measure import Outcome
from benchmarks.system import reader
from onrecord.keeping.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.keeping.store import SqlStore
    from onrecord.record import Claim, Entry

STORIES = Path(__file__).resolve().parents[1] / "samples" / "stories"
NAMES = ("trawler", "border")
THIRD = "dam"
_PAGE = 200  # claims that are had at a time


class Story(NamedTuple):
    """A story's gold ledger, the claims found in its reports, and each report's file name and text by its id."""

    gold: dict[str, Any]
    found: list[Claim]
    files: dict[str, str]
    texts: dict[str, str]


def read(name: str) -> Story:
    """Reads the reports of a story; where a text has no year, the day of publication is told as the story has it."""
    gold = json.loads((STORIES / name / "ledger.json").read_text(encoding="utf8"))
    published = {r["report"]: r["published"] for r in gold["reports"]}
    filed = {file: reader().file(STORIES / name / file, published=published[file]) for file in sorted(published)}
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "store.sqlite") as store:
        for each in filed.values():
            store.add(each)
        found = sorted(_claims(store), key=lambda claim: ((claim.entries[0].published if claim.entries else None) or "~", claim.id))
    return Story(gold, found, {f.record.report.id: file for file, f in filed.items()}, {file: f.record.report.text for file, f in filed.items()})


def _claims(store: SqlStore) -> Iterator[Claim]:
    """All claims of a store."""
    after: str | None = None
    while page := store.claims(limit=_PAGE, after=after):
        yield from (store.claim(row.id) for row in page)
        after = page[-1].cursor


def ledgers() -> Iterator[Outcome]:
    """One outcome a labelled claim for entries, standing and figures, and one a story for pairs of claims that must stay two."""
    for name in (*NAMES, THIRD):
        story = read(name)
        labelled = story.gold["claims"]
        worth = np.array([[_shared(story, g, c) for c in story.found] for g in labelled], dtype=float)
        paired = {i: j for i, j in assignment(worth) if worth[i, j] > 0}
        for i, gold in enumerate(labelled):
            claim = story.found[paired[i]] if i in paired else None
            yield _entries(story, name, gold, claim)
            yield _standing(name, gold, claim)
            yield _figures(story, name, gold, claim)
        yield _apart(story, name)


def _figure(what: str, name: str) -> str:
    return f"ledgers.third.{what}" if name == THIRD else f"ledgers.{what}"


def _entries(story: Story, name: str, gold: dict[str, Any], claim: Claim | None) -> Outcome:
    entries = [] if claim is None else list(claim.entries)
    out = Outcome(_figure("entries", name), f"{name} {gold['id']}", found=len(entries), wanted=len(gold["entries"]))
    used: set[int] = set()
    for want in gold["entries"]:
        at = [i for i, e in enumerate(entries) if i not in used and _overlap(story, want, e)]
        at.sort(key=lambda i: (-(_speakers(want, entries[i]) + (want["stance"] == entries[i].stance)), i))
        told = f"{', '.join(want['speakers']) or 'own voice'} {want['stance']}: {want['words']}"
        if not at:
            other = any(_overlap(story, want, e) for c in story.found for e in c.entries)
            out.miss(want["report"], told, "in another claim" if other else None)
            continue
        used.add(at[0])
        if _speakers(want, entries[at[0]]) and want["stance"] == entries[at[0]].stance:
            out.right += 1
        else:
            out.miss(want["report"], told, _told(entries[at[0]]))
    for i, entry in enumerate(entries):
        if i not in used:
            out.miss(story.files[entry.report], None, _told(entry))
    return out


def _standing(name: str, gold: dict[str, Any], claim: Claim | None) -> Outcome:
    out = Outcome(_figure("standing", name), f"{name} {gold['id']}", found=claim is not None, wanted=1)
    out.right = claim is not None and claim.standing == gold["standing"]
    if not out.right:
        out.miss("standing", gold["standing"], None if claim is None else claim.standing)
    return out


def _figures(story: Story, name: str, gold: dict[str, Any], claim: Claim | None) -> Outcome:
    """A figure is right with its words, its value or bounds, and how it moved."""
    figures = [] if claim is None else list(claim.figures)
    out = Outcome(_figure("figures", name), f"{name} {gold['id']}", found=len(figures), wanted=len(gold["figures"]))
    for want in gold["figures"]:
        here = [
            f
            for f in figures
            if claim is not None and story.files[claim.entries[f.entry].report] == want["report"] and _same_figure(want, f.words.text)
        ]
        good = next((f for f in here if f.revision == want["revision"] and f.value == want["value"] and want["low"] in (None, f.low)), None)
        if good is not None:
            out.right += 1
        else:
            out.miss(want["report"], f"{want['words']}: {want['revision']}", f"{here[0].words.text}: {here[0].revision}" if here else None)
    return out


def _apart(story: Story, name: str) -> Outcome:
    out = Outcome(_figure("apart", name), name, found=len(story.gold["not_same"]), wanted=len(story.gold["not_same"]))
    by = {g["id"]: g for g in story.gold["claims"]}
    for one, other, why in story.gold["not_same"]:
        if any(_holds(story, claim, by[one]) and _holds(story, claim, by[other]) for claim in story.found):
            out.miss(f"{one} and {other}", f"two claims: {why}", "one claim")
        else:
            out.right += 1
    return out


def _told(entry: Entry) -> str:
    who = ", ".join(party.name for party in entry.speakers) or "own voice"
    return f"{who} {entry.stance}: {' … '.join(span.text for span in entry.words)}"


def _shared(story: Story, gold: dict[str, Any], claim: Claim) -> float:
    """How many labelled entries the claim has, a little less for every entry more that it has."""
    hits = sum(any(_overlap(story, want, e) for e in claim.entries) for want in gold["entries"])
    return hits - 0.01 * len(claim.entries) if hits else 0.0


def _overlap(story: Story, want: dict[str, Any], entry: Entry) -> bool:
    """Whether the entry's words and the labelled ones are in the same report and share a third of the shorter."""
    if story.files[entry.report] != want["report"]:
        return False
    match = re.search(r"\s+".join(map(re.escape, want["words"].split())), story.texts[want["report"]])
    if match is None:
        return False
    shared = sum(max(0, min(w.end, match.end()) - max(w.start, match.start())) for w in entry.words)
    return shared >= 0.3 * min(match.end() - match.start(), sum(w.end - w.start for w in entry.words))


def _same_figure(want: dict[str, Any], words: str) -> bool:
    return words.strip() in want["words"] or want["words"] in words


def _speakers(want: dict[str, Any], entry: Entry) -> bool:
    """Whether the speakers are the same, each by all the words of the shorter name."""
    gold, found = want["speakers"], [p.name for p in entry.speakers]
    return len(gold) == len(found) and all(any(_alike(g, f) for f in found) for g in gold)


def _alike(a: str, b: str) -> bool:
    one, other = (set(re.findall(r"\w+", unicodedata.normalize("NFKD", x).casefold())) - {"the", "a", "of"} for x in (a, b))
    return one <= other or other <= one


def _holds(story: Story, claim: Claim, gold: dict[str, Any]) -> bool:
    """Whether the claim has an entry that is right for the labelled one."""
    return any(_overlap(story, want, e) and _speakers(want, e) and want["stance"] == e.stance for want in gold["entries"] for e in claim.entries)
