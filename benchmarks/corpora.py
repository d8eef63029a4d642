"""The development texts under ../shared, rebuilt as the benchmarks read them: one text an article, by corpus and row."""

from __future__ import annotations

import csv
import hashlib
import re
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"
DATA = SHARED / "data"


def text_of(source: str, length: int | None = None) -> str:
    """The text of an article, named as `wikinews/wikinews_2019.csv#6` (row) or by its path under data/; its first `length` characters."""
    name, _, row = source.partition("#")
    if name.startswith("wikinews/"):
        text = _wikinews(name)[int(row)]
    else:
        text = (DATA / name).read_text(encoding="utf-8")
        if name.startswith("worldwide/"):
            text = re.sub(r"\Ahttps?://\S+\s*", "", text)
    return (text if length is None else text[:length]).rstrip() + "\n"


def sources(corpus: str) -> list[str]:
    """All articles of a corpus (`wikinews`, `worldwide`, `polnear`), in a fixed order."""
    if corpus == "wikinews":
        return [f"{name}#{i}" for name in ("wikinews/wikinews_2019.csv", "wikinews/wikinews_2020.csv") for i in range(len(_wikinews(name)))]
    folder = {"worldwide": "worldwide/raw_dev", "polnear": "polnear/dev/text"}[corpus]
    return [f"{folder}/{path.name}" for path in sorted((DATA / folder).glob("*.txt"))]


def sha256(text: str) -> str:
    """Hash of a text in UTF-8, hexadecimal: by it a label knows that the text it was made on is the one at hand."""
    return hashlib.sha256(text.encode()).hexdigest()


_ROWS: dict[str, list[str]] = {}


def _wikinews(name: str) -> list[str]:
    """Title and paragraphs of each row, a blank line between."""
    if name not in _ROWS:
        with (DATA / name).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        _ROWS[name] = ["\n\n".join([row["title"].strip(), *(p.strip() for p in row["text"].splitlines() if p.strip())]) for row in rows]
    return _ROWS[name]
