"""What act plainly cued statements are: our own labels by offsets (`training/acts.csv`), laid over texts under ../shared that are checked by hash."""

from __future__ import annotations

import csv
import hashlib
import itertools
from pathlib import Path
from typing import Iterator

from onrecord_training.corpora.document import Document
from onrecord_training.corpora.texts import text_of

LABELS = Path(__file__).parents[2] / "acts.csv"
LONG = 4000  # characters of a text that was labelled


def read_acts(data: Path, corpora: tuple[str, ...], *, dev: bool, file: Path = LABELS) -> Iterator[Document]:
    """One document for each text of these corpora (first part of the source's name); every eighth of all texts is for dev.

    Raises ValueError where a text is not the one that was labelled.
    """
    with file.open(encoding="utf8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    for number, (source, group) in enumerate(itertools.groupby(rows, key=lambda row: row["source"])):
        labels = list(group)
        if source.partition("/")[0] not in corpora or (number % 8 == 0) != dev:
            continue
        text = text_of(data, source)[:LONG].rstrip() + "\n"
        if hashlib.sha256(text.encode()).hexdigest()[:16] != labels[0]["sha256"]:
            message = f"{source}: not the text that was labelled"
            raise ValueError(message)
        acts = [([(int(a), int(b)) for a, _, b in (r.partition("-") for r in row["content"].split())], row["act"]) for row in labels]
        yield Document(name=source, text=text, acts=acts)
