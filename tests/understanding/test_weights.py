"""Weights that are missing or not what their manifest says are refused in words."""

from __future__ import annotations

import hashlib
import json
import shutil
from typing import TYPE_CHECKING

import numpy as np
import pytest

from onrecord.errors import ModelError
from onrecord.understanding.encoder import Encoder
from onrecord.understanding.weights import FOLDER, check, read_manifest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the shipped weights that may be broken."""
    return shutil.copytree(FOLDER, tmp_path / "model")


def test_the_shipped_weights_are_what_their_manifest_says() -> None:
    """Every file by its hash; the card names the graph."""
    manifest = read_manifest()
    check(FOLDER, manifest)
    assert manifest.sha256 in (FOLDER / "MODEL_CARD.md").read_text(encoding="utf-8")


def test_a_changed_file_is_refused(copied: Path) -> None:
    """One byte more in the tokenizer."""
    with (copied / "tokenizer.json").open("ab") as file:
        file.write(b"\n")
    with pytest.raises(ModelError, match=r"tokenizer\.json: not the file that the manifest names"):
        Encoder.load(copied)


def test_a_missing_file_is_named(copied: Path) -> None:
    """The graph is gone."""
    (copied / "model.onnx").unlink()
    with pytest.raises(ModelError, match=r"model\.onnx: missing, though the manifest names it"):
        Encoder.load(copied)


def test_a_curve_for_other_kinds_of_mention_is_refused(copied: Path) -> None:
    """As an older or a later calibration leaves it."""
    with np.load(copied / "pairs.npz") as stored:
        arrays = {k: stored[k] for k in stored.files}
    np.savez(copied / "pairs.npz", **arrays | {"links": np.ones(4, np.float32)})
    manifest = json.loads((copied / "manifest.json").read_text())
    manifest["files"]["pairs.npz"] = hashlib.sha256((copied / "pairs.npz").read_bytes()).hexdigest()
    (copied / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(ModelError, match=r"pairs\.npz: links has 4 numbers, not 8"):
        Encoder.load(copied)


@pytest.mark.parametrize(("manifest", "said"), [(None, "manifest.json is missing"), ("{", "manifest.json")])
def test_a_manifest_that_is_none(tmp_path: Path, manifest: str | None, said: str) -> None:
    """No manifest, or one that is no JSON."""
    if manifest is not None:
        (tmp_path / "manifest.json").write_text(manifest, encoding="utf-8")
    with pytest.raises(ModelError, match=said):
        Encoder.load(tmp_path)
