"""A model folder, changed in place: arrays beside the graph, and what the manifest says."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path


def read_manifest(model: Path) -> dict[str, Any]:
    """All that the manifest says: the package itself reads a part of it (`onrecord.understanding.weights`)."""
    return json.loads((model / "manifest.json").read_text(encoding="utf8"))  # type: ignore[no-any-return]


def write_manifest(model: Path, manifest: dict[str, Any]) -> None:
    """Writes it with the hashes that its files have now."""
    manifest["files"] = {name: hashlib.sha256((model / name).read_bytes()).hexdigest() for name in manifest["files"]}
    (model / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf8")


def add_arrays(model: Path, arrays: dict[str, np.ndarray]) -> None:
    """Puts arrays into `pairs.npz`, those of the same names replaced."""
    with np.load(model / "pairs.npz") as stored:
        kept = {k: stored[k] for k in stored.files}
    np.savez(model / "pairs.npz", **kept | arrays)  # type: ignore[arg-type]  # numpy's stub takes no mapping here
    write_manifest(model, read_manifest(model))
