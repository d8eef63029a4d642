"""PLOVER roots of marked pairs (PLV train) through the shipped graph, on the fifth of the sentences that no training run has seen; accuracy."""

from __future__ import annotations

import csv
import re
import zlib
from typing import TYPE_CHECKING

from benchmarks.corpora import DATA
from benchmarks.measure import Outcome
from benchmarks.system import encoder

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLE = DATA / "plv/PLV_train.tsv"
LEFT_OUT, FOLDS = 0, 5  # as in training/recipes/shipped.toml and onrecord_training/features.py


def coding() -> Iterator[Outcome]:
    """One outcome a sentence; several pairs of one sentence count together."""
    outcomes: dict[str, Outcome] = {}
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            text, places = unmarked(row["marked_sentence"])
            if zlib.crc32(text.encode()) % FOLDS != LEFT_OUT:
                continue
            out = outcomes.setdefault(text, Outcome("plv", row["sentence_id"]))
            probabilities = encoder().code_pair(text, places.get("s"), places.get("t"))
            found = max(probabilities, key=lambda k: probabilities[k])
            out.right += found == row["gold_root"]
            out.found += 1
            out.wanted += 1
            if found != row["gold_root"]:
                out.miss(row["sentence_id"], f"{row['gold_root']} {row['marked_sentence']}", found)
    yield from outcomes.values()


def unmarked(marked: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """The sentence without its marks, and the characters of the actor (`s`) and the recipient (`t`)."""
    text, places = "", {}
    for piece in re.split(r"(</?[st]>)", marked):
        if piece in ("<s>", "<t>"):
            places[piece[1]] = (len(text), len(text))
        elif piece in ("</s>", "</t>"):
            places[piece[2]] = (places[piece[2]][0], len(text))
        else:
            text += piece
    return text, places
