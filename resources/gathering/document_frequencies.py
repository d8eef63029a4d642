"""Counts `document_frequencies.csv`: in how many news texts each word stands, as far as it stands in five of them or more.

python resources/gathering/document_frequencies.py DATA RESOURCES      DATA holds worldwide/raw_train, wikinews and polnear/train/text
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.corroborating.terms import terms

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = "worldwide (raw_train), wikinews 2019-2020, polnear (train): counted"
LEAST = 5
WHOLE = "*"  # the row that says how many texts there are


def texts(data: Path) -> Iterator[str]:
    """Every text, its title with it where it has one."""
    for folder in ("worldwide/raw_train", "polnear/train/text"):
        for path in sorted((data / folder).glob("*.txt")):
            yield re.sub(r"\Ahttps?://\S+\s*", "", path.read_text(encoding="utf8"))
    for path in sorted((data / "wikinews").glob("*.csv")):
        with path.open(encoding="utf8", newline="") as file:
            for row in csv.DictReader(file):
                yield f"{row['title']}\n{row['text']}"


def main(data: Path, resources: Path) -> None:
    """Writes the table."""
    counts: Counter[str] = Counter()
    whole = 0
    for text in texts(data):
        counts.update({term.form for term in terms(text)})
        whole += 1
    with (resources / "document_frequencies.csv").open("w", encoding="utf8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("word", "texts", "source"))
        writer.writerow((WHOLE, whole, SOURCE))
        writer.writerows((word, n, SOURCE) for word, n in sorted(counts.items()) if n >= LEAST and not word[0].isdigit())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
