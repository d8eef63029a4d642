"""Certainty of given predicates on UDS-IH2 and UW dev: Pearson's r (times 100) between the annotators' value and the encoder's, both from -3 to 3.

Predicates are given by their characters, and every one counts; one that the encoder's words part differently has the value 0. UDS-IH2 was made on EWT's
sentences: they are read within the raw text of their document; one that EWT has otherwise today, and every sentence of UW, is read by itself,
with the blanks that print has between words. `sure.uds`, `sure.uw`: by the output that the head has for the corpus's own scale; `sure.uds.mean`,
`sure.uw.mean`: by the mean of both, which is what ships in `Marks.certainty`. Drawn by document (UDS-IH2) and by sentence (UW).
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.certainty import readable
from benchmarks.corpora import DATA
from benchmarks.measure import Outcome
from benchmarks.parsing import trees
from benchmarks.system import marks_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.understanding.marks import Marks

Range = tuple[int, int]
FOLDERS = {"uds": "UDS_IH2", "uw": "UW"}  # in the order of the head's scales
FAR = 2.0  # a value this far from the annotators' is a mistake to read


@dataclass
class Correlated(Outcome):
    """Gold and found values of one text; the figure is their correlation over all texts."""

    values: list[tuple[float, float]] = field(default_factory=list)

    @staticmethod
    def value(outcomes: list[Outcome]) -> float:
        """Pearson's r times 100."""
        values = np.array([v for o in outcomes if isinstance(o, Correlated) for v in o.values])
        return 100 * float(np.corrcoef(values.T)[0, 1]) if len(values) > 1 else 0.0


def factuality() -> Iterator[Outcome]:
    """Two outcomes a text: by the corpus's own scale, by the mean of both."""
    for scale, corpus in enumerate(FOLDERS):
        for name, text, targets in texts(corpus):
            for figure, asked in ((f"sure.{corpus}", scale), (f"sure.{corpus}.mean", None)):
                yield _compared(figure, name, text, targets, marks_of(text, predicates=[at for at, _ in targets], scale=asked))


def _compared(figure: str, name: str, text: str, targets: list[tuple[Range, float]], marks: Marks) -> Correlated:
    """The outcome of one text."""
    out = Correlated(figure, name, 0, len(targets), len(targets))
    for at, gold in targets:
        token = marks.at(at[0])
        found = (marks.certainty[token] if token is not None else None) or 0.0
        out.values.append((gold, found))
        out.right += abs(gold - found) < FAR
        if abs(gold - found) >= FAR:
            out.miss(f"{at[0]}", f"{gold:+.1f} {text[slice(*at)]}: {' '.join(text[max(0, at[0] - 80) : at[1] + 60].split())}", f"{found:+.1f}")
    return out


def texts(corpus: str) -> Iterator[tuple[str, str, list[tuple[Range, float]]]]:
    """Name, text, and the predicates with their values."""
    rows = [json.loads(line) for line in (DATA / "factuality" / FOLDERS[corpus] / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
    documents = list(trees("ewt")) if corpus == "uds" else []
    places: dict[str, tuple[int, list[Range]]] = {}
    for number, tree in enumerate(documents):
        first = 0
        for start, end in tree.sentences:
            words = [w for w in tree.words[first : first + 400] if start <= w.at[0] < end]
            first += len(words)
            places[" ".join(w.form for w in words)] = (number, [w.at for w in words])
    gathered: dict[int, list[tuple[Range, float]]] = defaultdict(list)
    for number, row in enumerate(rows):
        sentence = row["text"].replace(" amp ", " & ")
        targets = [(t["span1"], float(t["label"])) for t in row["targets"]]
        if sentence in places:
            document, at = places[sentence]
            gathered[document] += [((at[a][0], at[b - 1][1]), value) for (a, b), value in targets]
        elif targets:
            text, at = readable(sentence.split(" "))
            yield f"{number}", text, [((at[a][0], at[b - 1][1]), value) for (a, b), value in targets]
    for document, targets in gathered.items():
        yield documents[document].name, documents[document].text, targets
