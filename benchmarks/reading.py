"""How much of the article of saved pages is read, and how much else: token overlap with the true text, beside trafilatura's own.

    python -m benchmarks.reading [--worst N]

Reads shared/data/pages (181 pages, MIT): the story (body, headings, captions left out) against the page's true article text. Precision,
recall and F1 of word 4-grams as the page's own evaluation counts them, and of words; means over pages.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path
from time import perf_counter

import trafilatura

from onrecord.errors import ReadingError
from onrecord.reading import read_bytes

PAGES = Path(__file__).parents[1] / "../shared/data/pages"
STORY = ("body", "heading", "dateline", "credit")
_TOKEN = re.compile(r"\w+")


def grams(text: str, n: int) -> Counter[tuple[str, ...]]:
    """The n-grams of a text's words, case folded, each with how often it stands there."""
    words = [word.casefold() for word in _TOKEN.findall(text)]
    return Counter(tuple(words[i : i + n]) for i in range(max(1, len(words) - n + 1))) if words else Counter()


def overlap(true: str, seen: str, n: int) -> tuple[float, float, float]:
    """Precision, recall and F1 of the n-grams of `seen` against those of `true`."""
    a, b = grams(true, n), grams(seen, n)
    common = sum((a & b).values())
    precision = common / sum(b.values()) if b else float(not a)
    recall = common / sum(a.values()) if a else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def story(page: bytes) -> str:
    """The story as Onrecord reads it; empty where it finds none."""
    try:
        report = read_bytes(page)
    except ReadingError:
        return ""
    return "\n".join(report.text[block.start : block.end] for block in report.blocks if block.kind in STORY)


def main() -> None:
    """Prints the means, and the worst pages if asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--worst", type=int, default=0)
    asked = parser.parse_args()
    rows: list[tuple[str, tuple[float, ...], tuple[float, ...], str]] = []
    took = 0.0
    for name, true in json.loads((PAGES / "ground-truth.json").read_text(encoding="utf8")).items():
        page = gzip.decompress((PAGES / "html" / f"{name}.html.gz").read_bytes())
        start = perf_counter()
        ours = story(page)
        took += perf_counter() - start
        theirs = trafilatura.extract(page, include_comments=False) or ""
        body = true["articleBody"]
        rows.append((name, overlap(body, ours, 4) + overlap(body, ours, 1), overlap(body, theirs, 4) + overlap(body, theirs, 1), true["url"]))
    out = sys.stdout
    out.write(f"{len(rows)} pages, {took / len(rows):.3f} s a page\n{'':12}  4-grams P / R / F1        words P / R / F1\n")
    for label, which in (("Onrecord", 1), ("trafilatura", 2)):
        means = [100 * sum(row[which][i] for row in rows) / len(rows) for i in range(6)]  # type: ignore[index]
        out.write(f"{label:12}  {means[0]:5.1f} / {means[1]:5.1f} / {means[2]:5.1f}   {means[3]:5.1f} / {means[4]:5.1f} / {means[5]:5.1f}\n")
    for name, a, b, url in sorted(rows, key=lambda row: row[1][2] - row[2][2])[: asked.worst]:
        out.write(f"{name[:10]}  P {a[0]:.2f} R {a[1]:.2f} F {a[2]:.2f}   trafilatura P {b[0]:.2f} R {b[1]:.2f} F {b[2]:.2f}  {url[:80]}\n")


if __name__ == "__main__":
    main()
