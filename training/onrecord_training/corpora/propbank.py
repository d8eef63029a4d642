"""PropBank on EWT: predicates and the words that head their arguments, laid over the treebank's sentences."""

from __future__ import annotations

import re
from pathlib import Path

from onrecord_training.corpora.document import Document
from onrecord_training.corpora.treebank import head_of

ROLES = ("ARG0", "ARG1", "ARG2", "ARGM-TMP", "ARGM-LOC", "ARGM-NEG", "ARGM-MOD")


def add_propbank(documents: list[Document], folder: Path) -> int:
    """Adds predicates and arguments to the EWT documents whose sentences match word for word; returns how many sentences matched."""
    skeletons = {}
    for file in folder.glob("*/00/*"):
        for sentence in file.read_text(encoding="utf8").strip().split("\n\n"):
            rows = [line.split() for line in sentence.split("\n") if line.strip() and not line.startswith("#")]
            if rows:
                stem = Path(rows[0][0]).name.removesuffix(".xml")
                skeletons[(stem, int(rows[0][1]))] = rows
    matched = 0
    for document in documents:
        stem = re.sub(r"^[a-z]+-", "", document.name)
        starts = {s: i for i, (s, _) in enumerate(document.words)}
        for number, (start, end) in enumerate(document.sentences):
            rows = skeletons.get((stem, number))
            first = starts[start]
            words = sum(1 for s, e in document.words[first : first + 400] if e <= end)
            if rows is None or len(rows) != words:
                continue
            matched += 1
            if document.predicates is None:
                document.predicates = []
            _add_sentence(document, rows, first)
    return matched


def _add_sentence(document: Document, rows: list[list[str]], first: int) -> None:
    # a predicate has a column of its own; columns 0-7 are path, sentence, token, word, part of speech, parse, lemma, roleset
    for column in range(8, len(rows[0])):
        predicate, opened, spans = None, None, []
        for i, row in enumerate(rows):
            for label in re.findall(r"\(([^*()]+)", row[column]):
                opened = (label, i)
            if ")" in row[column] and opened:
                spans.append((*opened, i))
                opened = None
        for label, start, _ in spans:
            if label == "V":
                predicate = first + start
        if predicate is None:
            continue
        assert document.predicates is not None
        document.predicates.append(predicate)
        for label, start, end in spans:
            if label in ROLES:
                document.arguments.append((predicate, head_of(document, first + start, first + end), label.removeprefix("ARGM-")))
