"""The ledgers of the two invented stories, from raw text, against those made by hand before the code (`samples/stories`).

Each labelled claim is held against the found claim that shares most of its entries. An entry is found where that claim has words of the same report that
overlap; it is right where speakers and stance agree too. `python -m benchmarks.ledgers [--show]`.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from benchmarks.clusters import assignment
from benchmarks.system import reader
from onrecord.corroborating.claims import claims

if TYPE_CHECKING:
    from onrecord.record import Claim, Entry

STORIES = Path(__file__).resolve().parents[1] / "samples" / "stories"
NAMES = ("trawler", "border")


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
    return Story(
        gold, claims([(f.record, f.signature, f.vectors) for f in filed.values()]), {f.record.report.id: file for file, f in filed.items()},
        {file: f.record.report.text for file, f in filed.items()},
    )  # fmt: skip


class Counts(NamedTuple):
    """What was right, over all labelled claims: entries in the matched claims, with their speakers, with their stance, with both; extra ones; figures; standing."""

    wanted: int
    found: int
    speaker: int
    stance: int
    right: int
    extra: int
    standing: int
    claims: int
    figures: int
    figures_found: int
    merged: int
    apart: int


def score(story: Story, *, show: bool = False) -> Counts:
    """Holds the found claims against gold."""
    labelled = story.gold["claims"]
    worth = np.array([[_shared(story, g, c) for c in story.found] for g in labelled], dtype=float)
    paired = {i: j for i, j in assignment(worth) if worth[i, j] > 0}
    total = np.zeros(12, dtype=int)
    for i, gold in enumerate(labelled):
        claim = story.found[paired[i]] if i in paired else None
        total += _one(story, gold, claim, show=show)
    merged = [pair for pair in story.gold["not_same"] if _together(story, labelled, pair)]
    if show:
        for one, other, why in merged:
            print(f"!! one claim holds both {one} and {other}: {why}")
    total[10:] = len(merged), len(story.gold["not_same"])
    return Counts(*total.tolist())


def _one(story: Story, gold: dict[str, Any], claim: Claim | None, *, show: bool) -> np.ndarray[Any, Any]:
    entries = [] if claim is None else list(claim.entries)
    used: set[int] = set()
    found = speaker = stance = right = 0
    lines = []
    for want in gold["entries"]:
        at = [i for i, e in enumerate(entries) if i not in used and _overlap(story, want, e)]
        at.sort(key=lambda i: (-(_speakers(want, entries[i]) + (want["stance"] == entries[i].stance)), i))
        good = False
        if at:
            used.add(at[0])
            same, alike = _speakers(want, entries[at[0]]), want["stance"] == entries[at[0]].stance
            found, speaker, stance, right, good = found + 1, speaker + same, stance + alike, right + (same and alike), same and alike
        elsewhere = not at and any(_overlap(story, want, e) for c in story.found for e in c.entries)
        mark = "  ok " if good else "  ~~ " if at else "  -> " if elsewhere else "  -- "
        got = "" if good or not at else f"   got {[p.name for p in entries[at[0]].speakers]} {entries[at[0]].stance}"
        lines.append(f"{mark}{want['report'][:14]:14} {want['stance']:9} {want['speakers']} | {want['words'][:100]}{got}")
    extra = len(entries) - len(used)
    stands = claim is not None and claim.standing == gold["standing"]
    figures = [] if claim is None else claim.figures
    right_figures = sum(any((story.files[claim.entries[f.entry].report] == w["report"] and f.words.text.strip() in w["words"]) or w["words"] in f.words.text for f in figures) for w in gold["figures"]) if claim else 0
    if show:
        print(f"\n{gold['id']}: {gold['standing']}{'' if stands else f' but {claim.standing}' if claim else ' but not found'}; figures {right_figures} of {len(gold['figures'])}")
        print("\n".join(lines))
        for i, e in enumerate(entries):
            if i not in used:
                print(f"  ++ {story.files[e.report][:14]:14} {e.stance:9} {[p.name for p in e.speakers]} | {' … '.join(w.text for w in e.words)[:100]!r}")
    return np.array([len(gold["entries"]), found, speaker, stance, right, extra, stands, 1, len(gold["figures"]), right_figures, 0, 0])


def _shared(story: Story, gold: dict[str, Any], claim: Claim) -> float:
    """How many labelled entries the claim has, a little less for every entry more that it has."""
    hits = sum(any(_overlap(story, want, e) for e in claim.entries) for want in gold["entries"])
    return hits - 0.01 * len(claim.entries) if hits else 0.0


def _overlap(story: Story, want: dict[str, Any], entry: Entry) -> bool:
    if story.files[entry.report] != want["report"]:
        return False
    text = story.texts[want["report"]]
    match = re.search(r"\s+".join(map(re.escape, want["words"].split())), text)
    if match is None:
        return False
    shared = sum(max(0, min(w.end, match.end()) - max(w.start, match.start())) for w in entry.words)
    return shared >= 0.3 * min(match.end() - match.start(), sum(w.end - w.start for w in entry.words))


def _speakers(want: dict[str, Any], entry: Entry) -> bool:
    """Whether the speakers are the same: each one's name holds the other's last word."""
    gold, found = want["speakers"], [p.name for p in entry.speakers]
    return len(gold) == len(found) and all(any(_alike(g, f) for f in found) for g in gold)


def _alike(a: str, b: str) -> bool:
    one, other = (set(re.findall(r"\w+", unicodedata.normalize("NFKD", x).casefold())) - {"the", "a", "of"} for x in (a, b))
    return one <= other or other <= one


def _together(story: Story, labelled: list[dict[str, Any]], pair: list[str]) -> bool:
    by = {g["id"]: g for g in labelled}
    if pair[0] not in by or pair[1] not in by:
        return False

    def holds(claim: Claim, id_: str) -> bool:
        return any(_overlap(story, want, e) and _stanced(want, e) for want in by[id_]["entries"] for e in claim.entries)

    return any(holds(claim, pair[0]) and holds(claim, pair[1]) for claim in story.found)


def _stanced(want: dict[str, Any], entry: Entry) -> bool:
    return _speakers(want, entry) and want["stance"] == entry.stance


def main(arguments: list[str]) -> int:
    """Prints the figures of both stories, and with --show every entry beside gold."""
    print("story     entries  found speaker stance  right  extra  standing  figures  kept apart")
    for name in NAMES:
        c = score(read(name), show="--show" in arguments)
        print(f"{name:9} {c.wanted:7} {c.found:6} {c.speaker:7} {c.stance:6} {c.right:6} {c.extra:6} {c.standing:5} of {c.claims:2} {c.figures_found:3} of {c.figures:2} {c.apart - c.merged:3} of {c.apart}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
