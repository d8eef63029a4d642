"""Time expressions against TimeBank and AQUAINT (TIMEX3): extents, strict and relaxed, and values, with the creation time as publication.

Run: `python -m benchmarks.times [--errors N] [--only FOLDER]`. Ends of intervals are compared each for itself, as TIMEX3 marks them.
"""

from __future__ import annotations

import argparse
import html
import random
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.corpora import DATA
from onrecord.record import Origin, Report, Stated
from onrecord.record.report import Block
from onrecord.recording.draft import Draft
from onrecord.recording.times import read
from onrecord.understanding.marks import Marks

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Gold:
    """One TIMEX3 of a document: characters, type and value."""

    start: int
    end: int
    kind: str
    value: str


@dataclass
class Score:
    """Counts over documents: gold and found, strictly and loosely matched, with the right value and type among the loosely matched."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0
    kind: int = 0

    def f1(self, hits: int) -> float:
        """F1 of `hits` against gold and found."""
        return 2 * hits / (self.gold + self.found) if self.gold + self.found else 0.0

    def __str__(self) -> str:
        shares = (
            f"strict {self.f1(self.strict):.3f}  relaxed {self.f1(self.relaxed):.3f}  value {self.f1(self.value):.3f}  type {self.f1(self.kind):.3f}"
        )
        sides = f"P {self.relaxed / max(1, self.found):.3f} R {self.relaxed / max(1, self.gold):.3f} accuracy of values {self.value / max(1, self.relaxed):.3f}"
        return f"{shares}  ({sides}; gold {self.gold}, found {self.found})"


def documents(folder: str) -> list[Path]:
    """The annotated files of `TimeBank` or `AQUAINT`."""
    return sorted((DATA / "timex" / folder).glob("*.tml"))


def load(path: Path) -> tuple[str, list[Gold], str]:
    """Text, expressions and creation time of a TimeML document."""
    source = path.read_text(encoding="utf-8", errors="replace")
    created = re.search(r"<DCT>.*?value=\"([^\"]*)\"", source, re.DOTALL)
    body = re.search(r"<TEXT>(.*?)</TEXT>", source, re.DOTALL)
    text, out, opened = "", [], []
    for piece in re.findall(r"<[^>]*>|[^<]+", body[1] if body else ""):
        if piece.startswith("<TIMEX3"):
            opened.append((len(text), dict(re.findall(r"(\w+)=\"([^\"]*)\"", piece))))
        elif piece == "</TIMEX3>":
            start, attributes = opened.pop()
            out.append(Gold(start, len(text), attributes.get("type", ""), attributes.get("value", "")))
        elif not piece.startswith("<"):
            text += html.unescape(piece)
    return text, out, created[1] if created else ""


def report(text: str, published: str) -> Report:
    """A report of this text alone; a text is one body block."""
    origin = Origin(None, "text/plain", "", None)
    stated = Stated(published, None, "metadata") if published else None
    return Report("", "", text, [Block("body", 0, len(text))], None, None, None, [], None, stated, None, [], "en", origin)


def compare(path: Path, score: Score, errors: list[str]) -> None:
    """Adds one document to the score, its mistakes to `errors`."""
    text, golds, created = load(path)
    found = read(Draft(report(text, created[:10] if len(created) >= 10 else ""), Marks([], [])), intervals=False)
    score.gold += len(golds)
    score.found += len(found)
    left = list(golds)
    for expression, value in found:
        best = max(left, key=lambda g: min(g.end, expression.end) - max(g.start, expression.start), default=None)
        around = f"{_flat(text[max(0, expression.start - 45) : expression.start])}[[{_flat(text[expression.start : expression.end])}]]{_flat(text[expression.end : expression.end + 40])}"
        if best is None or min(best.end, expression.end) <= max(best.start, expression.start):
            errors.append(f"EXTRA   {value.timex3} | {around} | {expression.rule}")
            continue
        left.remove(best)
        score.relaxed += 1
        strict = (best.start, best.end) == (expression.start, expression.end)
        score.strict += strict
        score.kind += best.kind.lower() == value.kind
        if not strict:
            errors.append(f"EXTENT  {_flat(text[best.start : best.end])} | {around}")
        if same(best.value, value.timex3 or ""):
            score.value += 1
        else:
            errors.append(f"VALUE   {best.value} not {value.timex3} | {created[:10]} | {around} | {expression.rule}")
    errors += [
        f"MISSED  {g.kind} {g.value} | {_flat(text[max(0, g.start - 45) : g.start])}[[{_flat(text[g.start : g.end])}]]{_flat(text[g.end : g.end + 40])}"
        for g in left
    ]


def same(gold: str, found: str) -> bool:
    """Whether two TIMEX3 values are one, as TempEval-3 counts (to the letter)."""
    return gold == found


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def main() -> None:
    """Prints the figures, and a sample of the mistakes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--kind", default="")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    total, errors = Score(), []
    for folder in ("TimeBank", "AQUAINT"):
        if options.only in ("", folder):
            score = Score()
            for path in documents(folder):
                compare(path, score, errors)
            print(f"{folder:9} {score}")
            for field in ("gold", "found", "strict", "relaxed", "value", "kind"):
                setattr(total, field, getattr(total, field) + getattr(score, field))
    print(f"{'both':9} {total}")
    errors = [e for e in errors if e.startswith(options.kind)]
    random.Random(7).shuffle(errors)
    for line in errors[: options.errors]:
        print(line)


if __name__ == "__main__":
    main()
