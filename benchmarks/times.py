"""Time expressions against TimeBank and AQUAINT (TIMEX3), by the shipped encoder's marks, with the creation time as publication.

`times.spans`: expressions that overlap one of the gold's, `times.exact`: with the same characters, `times.values`: that overlap and have its value, to the letter
(as TempEval-3 counts). An age ("a 44-year-old") is a time of the record and no TIMEX3, as both corpora have it. Ends of intervals are compared each for itself, as
TIMEX3 marks them.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.corpora import DATA
from benchmarks.measure import Outcome
from benchmarks.system import encoder
from onrecord.reading import plain
from onrecord.recording.draft import Draft
from onrecord.recording.times import read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDERS = ("TimeBank", "AQUAINT")


@dataclass(frozen=True)
class Gold:
    """One TIMEX3 of a document: characters, type and value."""

    start: int
    end: int
    kind: str
    value: str


def times() -> Iterator[Outcome]:
    """The outcomes of every document."""
    for folder in FOLDERS:
        for path in documents(folder):
            yield from compare(path)


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


def compare(path: Path) -> list[Outcome]:
    """The three outcomes of one document."""
    text, golds, created = load(path)
    source = plain(text, published=created[:10] if len(created) >= 10 else None)
    found = [(e, v) for e, v in read(Draft(source, encoder().mark(source)), intervals=False) if v.timex3 is not None]
    spans, exact, values = out = [Outcome(f"times.{kind}", path.stem, 0, len(found), len(golds)) for kind in ("spans", "exact", "values")]
    left = list(golds)
    for expression, value in found:
        key, told = str(expression.start), f"{_around(text, expression.start, expression.end)} {value.timex3} ({expression.rule})"
        best = max(left, key=lambda g: min(g.end, expression.end) - max(g.start, expression.start), default=None)
        if best is None or min(best.end, expression.end) <= max(best.start, expression.start):
            spans.miss(f"{key}+", None, told)
            continue
        left.remove(best)
        spans.right += 1
        exact.right += (best.start, best.end) == (expression.start, expression.end)
        values.right += best.value == value.timex3
        if best.value != value.timex3:
            values.miss(key, f"{best.value}, counted from {created[:10]}", told)
    for g in left:
        spans.miss(str(g.start), f"{_around(text, g.start, g.end)} {g.value}", None)
    return out


def _around(text: str, start: int, end: int) -> str:
    return re.sub(r"\s+", " ", f"{text[max(0, start - 45) : start]}[{text[start:end]}]{text[end : end + 40]}")
