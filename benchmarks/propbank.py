"""PropBank's skeletons laid over the trees of EWT: predicates and their arguments by characters, in sentences that match word for word."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.corpora import DATA
from benchmarks.parsing import trees

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.parsing import Tree

ROLES = {"ARG0": "ARG0", "ARG1": "ARG1", "ARG2": "ARG2", "ARGM-TMP": "TMP", "ARGM-LOC": "LOC", "ARGM-NEG": "NEG", "ARGM-MOD": "MOD"}
_COLUMNS = 8  # path, sentence, token, word, part of speech, parse, lemma, roleset; then one column a predicate
Range = tuple[int, int]
Rows = list[list[str]]


@dataclass(frozen=True)
class Predicate:
    """A predicate's characters, and of each argument role, characters and the characters of the word that heads it in the gold tree."""

    at: Range
    arguments: list[tuple[str, Range, Range]] = field(default_factory=list)


def annotated() -> Iterator[tuple[Tree, list[Predicate]]]:
    """The dev documents of EWT with the predicates of every sentence that has as many words there as in the skeletons."""
    rows = _skeletons()
    for tree in trees("ewt"):
        stem = re.sub(r"^[a-z]+-", "", tree.name)
        found, first = [], 0
        for number, (_, end) in enumerate(tree.sentences):
            last = first
            while last < len(tree.words) and tree.words[last].at[1] <= end:
                last += 1
            sentence = rows.get((stem, number), [])
            if len(sentence) == last - first:
                found += _predicates(tree, sentence, first)
            first = last
        yield tree, found


def _skeletons() -> dict[tuple[str, int], Rows]:
    """Rows of every sentence, by file and number."""
    out: dict[tuple[str, int], Rows] = defaultdict(list)
    for file in sorted((DATA / "propbank_ewt").glob("*/00/*")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = line.split()
            if row and not line.startswith("#"):
                out[Path(row[0]).name.removesuffix(".xml"), int(row[1])].append(row)
    return out


def _predicates(tree: Tree, rows: Rows, first: int) -> list[Predicate]:
    out = []
    for column in range(_COLUMNS, len(rows[0])):
        spans = _spans([row[column] for row in rows])
        verb = next((start for label, start, _ in spans if label == "V"), None)
        if verb is None:
            continue
        at = tree.words[first + verb].at
        arguments = [
            (ROLES[label], (tree.words[first + a].at[0], tree.words[first + b].at[1]), tree.words[head_of(tree, first + a, first + b)].at)
            for label, a, b in spans if label in ROLES
        ]  # fmt: skip
        out.append(Predicate(at, arguments))
    return out


def _spans(cells: list[str]) -> list[tuple[str, int, int]]:
    """(label, first, last inclusive) of the brackets of one column; they do not nest."""
    out, opened = [], None
    for i, cell in enumerate(cells):
        if label := re.search(r"\(([^*()]+)", cell):
            opened = (label[1], i)
        if ")" in cell and opened:
            out.append((*opened, i))
            opened = None
    return out


def head_of(tree: Tree, first: int, last: int) -> int:
    """The word of `first` to `last` (inclusive) whose head lies outside, the leftmost of several."""
    return next((i for i in range(first, last + 1) if not first <= tree.words[i].head <= last), first)
