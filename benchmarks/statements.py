"""Statements against PolNeAR dev, from raw text: whole attributions by overlap, with the worst reports and the misses by cue.

    python benchmarks/statements.py ../shared/data/polnear/dev [--limit N] [--misses N] [--spurious N]

An attribution is found where cues overlap (or both have none), sources overlap (or both have none) and contents share half of their
characters (IoU >= 0.5), "that" stripped from the gold. PolNeAR has no attribution inside another's content, so ours are scored without
those `within` another that a gold content covers. Its text is not ours to print at length: misses show cue and source with 60 characters.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.reading import read_text
from onrecord.recording.draft import Draft
from onrecord.recording.statements.find import see
from onrecord.recording.statements.scene import Scene, iou, overlap
from onrecord.understanding import Encoder

Ranges = list[tuple[int, int]]


@dataclass
class Attribution:
    """One attribution: character ranges of source, cue and content."""

    source: Ranges
    cue: Ranges
    content: Ranges
    note: str = ""


@dataclass
class Tally:
    """Matched, gold and predicted, by what was matched."""

    hits: Counter[str] = field(default_factory=Counter)
    gold: int = 0
    found: int = 0

    def line(self, what: str) -> str:
        """Precision, recall and F1 of `what`."""
        p, r = self.hits[what] / max(1, self.found), self.hits[what] / max(1, self.gold)
        return f"{what:<8} P {p:.3f}  R {r:.3f}  F1 {2 * p * r / max(1e-9, p + r):.3f}"


def read_gold(path: Path, text: str) -> list[Attribution]:
    """The attributions of one brat file with a content, "that" and edges stripped."""
    spans: dict[str, Ranges] = {}
    out = []
    for line in path.read_text(encoding="utf8").split("\n"):
        if line.startswith("T") and line.count("\t") >= 2:
            key, where, _ = line.split("\t", 2)
            spans[key] = sorted((int(a), int(b)) for a, b in (piece.split() for piece in where.split(" ", 1)[1].split(";")))
        elif line.startswith("E") and "\t" in line:
            parts: dict[str, Ranges] = {"Source": [], "Cue": [], "Content": []}
            for item in line.split("\t")[1].split()[1:]:
                role, _, key = item.partition(":")
                parts.setdefault(re.sub(r"\d+$", "", role), []).extend(spans.get(key, []))
            content = [(a + 5, b) if text[a : a + 5].lower() == "that " else (a, b) for a, b in sorted(parts["Content"])]
            if content:
                out.append(Attribution(sorted(parts["Source"]), sorted(parts["Cue"]), content))
    return out


def match(gold: list[Attribution], found: list[Attribution], tally: Tally) -> tuple[list[Attribution], list[Attribution]]:
    """Pairs gold and found one to one, counts into `tally`, and returns those of each whose content found no partner."""
    tally.gold, tally.found = tally.gold + len(gold), tally.found + len(found)
    pairs = []
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            likeness = iou(g.content, f.content) + 0.3 * bool(overlap(g.cue, f.cue))
            if likeness >= 0.3:
                pairs.append((likeness, i, j))
    lone_gold, lone_found = set(range(len(gold))), set(range(len(found)))
    free_gold, free_found = set(lone_gold), set(lone_found)
    for _, i, j in sorted(pairs, reverse=True):
        if i not in free_gold or j not in free_found:
            continue
        free_gold.discard(i)
        free_found.discard(j)
        g, f = gold[i], found[j]
        cue = bool(overlap(g.cue, f.cue)) or (not g.cue and not f.cue)
        content = iou(g.content, f.content) >= 0.5
        source = bool(overlap(g.source, f.source)) or (not g.source and not f.source)
        tally.hits.update({"content": int(content), "cue": int(cue), "source": int(source), "whole": int(content and cue and source)})
        if content:
            lone_gold.discard(i)
            lone_found.discard(j)
    return [gold[i] for i in sorted(lone_gold)], [found[j] for j in sorted(lone_found)]


def main() -> None:
    """Scores and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--spurious", type=int, default=0)
    options = parser.parse_args()
    encoder = Encoder.load()
    total, per_file, missed, extra = Tally(), [], [], []
    files = sorted((options.folder / "text").glob("*.txt"))
    for path in files[: options.limit or None]:
        annotation = next((options.folder / "attributions").glob(f"{path.stem}_????.ann"), None)
        if annotation is None:
            continue
        raw = path.read_text(encoding="utf8")
        report = read_text(raw)
        gold = shifted(read_gold(annotation, raw), raw, report.text)
        scene = Scene(Draft(report, encoder.mark(report)))
        found = [
            Attribution([c.source] if c.source else [], [c.cue] if c.cue else [], c.content, f"{c.rule} {c.parse:.2f} {c.seen:.2f}")
            for c in see(scene)
            if c.within is None or not any(overlap(c.content, g.content) > 0.9 * sum(b - a for a, b in c.content) for g in gold)
        ]
        own = Tally()
        before, after = match(gold, found, own)
        for key in ("content", "cue", "source", "whole"):
            total.hits[key] += own.hits[key]
        total.gold, total.found = total.gold + own.gold, total.found + own.found
        per_file.append((own.hits["whole"] / max(1, (own.gold + own.found) / 2), path.stem))
        missed += [(report.text, g) for g in before]
        extra += [(report.text, f) for f in after]
    for what in ("content", "cue", "source", "whole"):
        sys.stdout.write(total.line(what) + "\n")
    sys.stdout.write(f"gold {total.gold}, found {total.found}\nworst: {sorted(per_file)[:5]}\n")
    chance = random.Random(1)
    for title, items, limit in (("missed", missed, options.misses), ("spurious", extra, options.spurious)):
        for text, item in chance.sample(items, min(limit, len(items))):
            show = [
                " … ".join(text[a:b] for a, b in part)[: 60 if part is not item.content else 110] for part in (item.source, item.cue, item.content)
            ]
            sys.stdout.write(f"{title}: {show[0]!r} | {show[1]!r} | {show[2]!r} {item.note}\n")


def shifted(gold: list[Attribution], raw: str, text: str) -> list[Attribution]:
    """Gold moved from the raw file's characters to the report's text, which may differ in white space."""
    if raw == text:
        return gold
    places = [i for i, c in enumerate(text) if not c.isspace()]
    rank, seen = [], 0
    for c in raw:
        rank.append(min(seen, len(places) - 1))
        seen += not c.isspace()

    def move(ranges: Ranges) -> Ranges:
        return [(places[rank[a]], places[rank[b - 1]] + 1) for a, b in ranges if b > a and b <= len(raw)]

    return [Attribution(move(g.source), move(g.cue), move(g.content)) for g in gold]


if __name__ == "__main__":
    main()
