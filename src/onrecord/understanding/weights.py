"""The weights on disk: one ONNX graph, the tokenizer, the classes of every head, and a manifest that says what they are."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import msgspec

from onrecord.errors import ModelError

FOLDER = Path(__file__).parent.parent / "model"


class Manifest(msgspec.Struct, frozen=True):
    """`files` are sha256 by name; `figures` what the training measured on dev; `temperatures` by head."""

    name: str
    created: str
    recipe: str
    files: dict[str, str]
    figures: dict[str, float]
    temperatures: dict[str, float] = {}

    @property
    def sha256(self) -> str:
        """The hash of the graph: what a record names as its model."""
        return self.files["model.onnx"]


def read_manifest(folder: Path | None = None) -> Manifest:
    """The manifest in `folder` (the package's own weights by default). Raises ModelError where there is none."""
    file = (folder or FOLDER) / "manifest.json"
    try:
        return msgspec.json.decode(file.read_bytes(), type=Manifest)
    except FileNotFoundError:
        message = f"no model in {file.parent}: manifest.json is missing"
        raise ModelError(message) from None
    except msgspec.DecodeError as error:
        message = f"{file}: {error}"
        raise ModelError(message) from None


def check(folder: Path, manifest: Manifest) -> None:
    """Compares every file with its hash. Raises ModelError at the first that differs."""
    for name, expected in manifest.files.items():
        file = folder / name
        if not file.exists():
            message = f"{file}: missing, though the manifest names it"
            raise ModelError(message)
        with file.open("rb") as opened:
            if hashlib.file_digest(opened, "sha256").hexdigest() != expected:
                message = f"{file}: not the file that the manifest names (sha256 differs)"
                raise ModelError(message)


def read_labels(folder: Path) -> dict[str, Any]:
    """The classes of every head, in the order of its outputs."""
    labels: dict[str, Any] = msgspec.json.decode((folder / "labels.json").read_bytes())
    return labels
