"""`python -m benchmarks.conll18 [--model FOLDER]`: the official CoNLL 2018 evaluation (the package udtools) of `--conllu` on EWT and GUM dev, from raw text.

The gate uses our own measure of the same definitions (`parsing.py`), which says for every word what is wrong with it; this prints both side by side.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
from itertools import islice
from pathlib import Path

from benchmarks.corpora import DATA
from benchmarks.measure import Outcome
from benchmarks.parsing import parsing, trees
from benchmarks.system import marks_of, use
from onrecord.exporting.conllu import conllu
from onrecord.reading import plain

OFFICIAL = {"tokens": "Tokens", "words": "Words", "sentences": "Sentences", "upos": "UPOS", "las": "LAS"}


def gold(corpus: str, most: int | None = None) -> str:
    """The dev part as its treebank has it (of GUM the first so many documents), without GUM's Reddit documents."""
    files = [DATA / "ewt/en_ewt-ud-dev.conllu"] if corpus == "ewt" else sorted((DATA / "gum/dev").glob("*.conllu"))
    text = "".join(path.read_text(encoding="utf-8").strip() + "\n\n" for path in [f for f in files if "_reddit_" not in f.name][:most])
    return "".join(line for line in text.splitlines(keepends=True) if not re.match(r"\d+\.\d+\t", line))  # empty nodes are of the enhanced graph


def predicted(corpus: str, most: int | None = None) -> str:
    """What `--conllu` writes for the raw text of every document."""
    return "".join(conllu(plain(tree.text), marks_of(tree.text)) for tree in islice(trees(corpus), most))


def official(corpus: str, most: int | None = None) -> dict[str, float]:
    """F1 in per cent by layer, by the official script. Raises ImportError without udtools."""
    from udtools.udeval import UDError, evaluate, load_conllu  # noqa: PLC0415

    try:
        scores = evaluate(*(load_conllu(io.StringIO(text), name, {}) for name, text in (("gold", gold(corpus, most)), ("predicted", predicted(corpus, most)))))
    except UDError as error:
        raise ValueError(str(error)) from error
    return {layer: 100 * scores[name].f1 for layer, name in OFFICIAL.items()}


def main() -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(prog="benchmarks.conll18", description=__doc__)
    parser.add_argument("--model", type=Path)
    chosen = parser.parse_args()
    use(chosen.model)
    print(f"{'':16}{'official':>10}{'ours':>10}")
    for corpus in ("ewt", "gum"):
        ours = list(parsing(corpus))
        for layer, value in official(corpus).items():
            mine = Outcome.value([o for o in ours if o.figure == f"{corpus}.{layer}"])
            print(f"{corpus}.{layer:12}{value:10.2f}{mine:10.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
