"""The texts that our own labels were laid over, by the names of their sources under ../shared/data."""

from __future__ import annotations

import csv
import itertools
from pathlib import Path


def text_of(data: Path, source: str) -> str:
    """The whole text of a source: a file without its first line where that is an address, a row of a table as title and paragraphs."""
    name, _, row = source.partition("#")
    text = (data / name).read_text(encoding="utf8")
    if row:
        cells = next(itertools.islice(csv.DictReader(text.splitlines(keepends=True)), int(row), None))
        return "\n\n".join([cells["title"].strip(), *(p.strip() for p in cells["text"].splitlines() if p.strip())])
    if text.startswith(("http://", "https://")):
        return text.partition("\n")[2].lstrip()
    return text
