"""The texts that our own labels were laid over, by the names of their sources under ../shared/data."""

from __future__ import annotations

import csv
import itertools
import json
import re
from pathlib import Path

from onrecord_training.corpora.document import join


def text_of(data: Path, source: str) -> str:
    """The whole text of a source: a file without its first line where that is an address, the text of a JSON file, a row of a table as title and paragraphs, the text in a line of JSON Lines.

    Of a machine-written story the first paragraph is what it was asked to go on from ("prompt"), headline and dateline filled in.
    """
    name, _, row = source.partition("#")
    text = (data / name).read_text(encoding="utf8")
    if row and not name.endswith(".csv"):
        line = json.loads(next(itertools.islice(text.splitlines(), int(row), None)))
        return str(line["text"]) if "text" in line else re.sub(r"(?<=\w) - (?=\w)", "-", join([t for s in line["sentences"] for t in s])[0])
    if row:
        cells = next(itertools.islice(csv.DictReader(text.splitlines(keepends=True)), int(row), None))
        parts = [f"{cells['prompt'].strip()} {cells['text'].strip()}"] if "prompt" in cells else [cells["title"], cells["text"]]
        return "\n\n".join(p.strip() for part in parts for p in part.splitlines() if p.strip())
    if name.endswith(".json"):
        return str(json.loads(text)["text"])
    if text.startswith(("http://", "https://")):
        return text.partition("\n")[2].lstrip()
    return text
