"""A shipped model back to weights. For going on from a model whose checkpoint is not at hand."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from onrecord_training.calibrate import last_layers
from onrecord_training.export import EXACT
from onrecord_training.model import Reader
from onrecord_training.smoothing import divided


def restore(folder: Path) -> dict[str, np.ndarray]:
    """Parameters by the names that `Reader` gives them, in single precision, from the int8 graph and the pairwise output layers in `folder`.

    The temperatures that the export divided into the last layers are taken out again: training goes on from the logits that it had left.
    """
    graph = onnx.load(folder / "model.onnx").graph
    stored = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    out = {name.removeprefix("model."): value.astype(np.float32) for name, value in stored.items() if name.startswith("model.") and name.endswith((".weight", ".bias"))}
    for name, value in stored.items():
        if name.startswith("model.") and name.endswith(".weight_quantized"):
            out[name.removeprefix("model.").removesuffix("_quantized")] = _widened(stored, name.removesuffix("_quantized"), value)
    smoothed = divided(graph, stored)
    for node in graph.node:
        if node.op_type != "MatMulInteger":
            continue
        base = node.input[1].removesuffix("_quantized")
        path = re.sub(r"/(?:MatMul|Gemm_MatMul)_quant$", "", node.name.removeprefix("/model/")).replace("/", ".")
        path = f"tag.{path}" if path in Reader.plain_names else re.sub(r"\b(left|right|pair)\.\1\.", r"\1.", path)
        out[f"{path}.weight"] = _widened(stored, base, stored[node.input[1]]).T * smoothed.get(node.name, np.float32(1))
    for node in graph.node:
        if node.op_type == "MatMul" and node.name in EXACT:
            out[f"tag.{node.name.split('/')[2]}.weight"] = stored[node.input[1]].T.astype(np.float32)
    mixed = next(value for value in stored.values() if value.ndim == 2 and value.shape[0] == 3 and value.dtype == np.float32 and np.allclose(value.sum(-1), 1, atol=1e-4))
    shares = np.concatenate([2 * mixed[:, :-1], 2 * mixed[:, -1:] - 1], -1)
    out["encoder.mix"] = np.log(shares.clip(1e-6)).astype(np.float32)
    with np.load(folder / "pairs.npz") as pairs:
        for name in (f"{layer}.{part}" for layer in ("rel", "role", "party") for part in ("weight", "bias") if f"{layer}.{part}" in pairs):
            out[name.replace(".", "_out.")] = pairs[name].astype(np.float32)
    for head, t in json.loads((folder / "manifest.json").read_text(encoding="utf8")).get("temperatures", {}).items():
        for layer in last_layers(head):
            for part in ("weight", "bias"):
                out[f"{layer}.{part}"] *= np.float32(t)
    return out


def restored(folder: Path, labels: dict[str, list[str]]) -> Reader:
    """A model with these weights; a head that the folder's graph lacks is as it was drawn. Raises ValueError where `labels` are not the folder's classes."""
    same_classes(folder, labels)
    model = Reader(labels)
    model.load_state_dict({k: torch.from_numpy(v) for k, v in restore(folder).items()}, strict=False)
    return model.eval()


def same_classes(folder: Path, labels: dict[str, list[str]]) -> None:
    """Raises ValueError where windows made with `labels` name other classes than the model in `folder`."""
    for head, classes in json.loads((folder / "labels.json").read_text(encoding="utf8")).items():
        if labels.get(head) != classes:
            message = f"the windows name other classes of {head} than {folder}: make them by prepare --labels {folder / 'labels.json'}"
            raise ValueError(message)


def _widened(stored: dict[str, np.ndarray], base: str, value: np.ndarray) -> np.ndarray:
    """8 bits back to single precision; scales are one a tensor or one a column."""
    return (value.astype(np.float32) - stored[f"{base}_zero_point"].astype(np.float32)) * stored[f"{base}_scale"].astype(np.float32)
