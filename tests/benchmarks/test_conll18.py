"""Our measure of parsing against the official one, and what `--conllu` writes against the official validator."""

from __future__ import annotations

import subprocess
import sys
from itertools import islice

import pytest

pytest.importorskip("udtools")

from typing import TYPE_CHECKING

from benchmarks.conll18 import official, predicted
from benchmarks.corpora import DATA
from benchmarks.measure import Outcome
from benchmarks.parsing import compare_trees, trees
from benchmarks.system import marks_of

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not DATA.exists(), reason="no ../shared")
FEW = 2


def test_ours_is_the_official_measure() -> None:
    ours = [o for tree in islice(trees("gum"), FEW) for o in compare_trees(tree, marks_of(tree.text), "gum")]
    for layer, value in official("gum", FEW).items():
        assert Outcome.value([o for o in ours if o.figure == f"gum.{layer}"]) == pytest.approx(value, abs=0.01), layer


def test_what_is_written_passes_the_official_validator(tmp_path: Path) -> None:
    file = tmp_path / "written.conllu"
    file.write_text(predicted("gum", FEW), encoding="utf-8")
    command = [sys.executable, "-c", "import sys; from udtools.cli import main; sys.exit(main())", "--lang", "en", "--level", "2"]
    for text, passes in ((file.read_text(), True), (file.read_text().replace("\tNOUN\t", "\tNOWN\t"), False)):
        file.write_text(text)
        found = subprocess.run([*command, str(file)], capture_output=True, text=True, check=False)
        assert (found.returncode == 0) is passes, found.stdout + found.stderr
