"""A trained model to what the package ships: calibrated, checked against itself, one int8 graph, tokenizer, labels, manifest."""

from __future__ import annotations

import json
import shutil
import tempfile
import warnings
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from onrecord_training.batches import Windows
from onrecord_training.calibrate import apply, calibrate
from onrecord_training.folder import read_manifest, write_manifest
from onrecord_training.model import INPUTS, OUTPUTS, Reader
from onrecord_training.parity import GraphReader, compare_graphs, failures, largest_difference
from onrecord_training.plots import reliability_svg
from onrecord_training.smoothing import smooth

EXACT = ["/model/sure/MatMul", "/model/sent/MatMul", *(f"/model/encoder/{name}/Gather" for name in ("position", "case", "space", "mark"))]
"""Nodes kept in single precision: in 8 bits certainty and sentences lose more than chance by them (EXPERIMENTS.md), and all together they are 0.6 MB."""
WINDOWS = 50  # from which the sizes of channels are taken
SAME = 1e-4  # torch and its fp32 graph may differ by so much


class Graph(nn.Module):
    """The model for one window without padding, its outputs in a fixed order."""

    def __init__(self, model: Reader) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, case: Tensor, space: Tensor, mark: Tensor) -> tuple[Tensor, ...]:
        out = self.model(ids, case, space, mark, torch.ones_like(ids, dtype=torch.bool))
        return tuple(out[k] for k in OUTPUTS)


def export_graph(model: Reader, file: Path) -> None:
    """The fp32 graph, for windows of any length."""
    example = tuple(torch.ones(1, 20, dtype=torch.long) for _ in INPUTS)
    axes = {k: {1: "pieces"} for k in (*INPUTS, *OUTPUTS) if k != "pair"}
    with warnings.catch_warnings():  # the tracing exporter keeps the names of weights, by which `restore` finds them
        warnings.simplefilter("ignore", DeprecationWarning)
        torch.onnx.export(Graph(model).eval(), example, str(file), input_names=list(INPUTS), output_names=list(OUTPUTS), dynamic_axes=axes, opset_version=17, dynamo=False, custom_opsets={"com.microsoft": 1})


def quantise(source: Path, target: Path) -> None:
    """Weights in 8 bits a channel; activations are scaled anew in every window, and a window is always run by itself."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(source, target, weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=EXACT, extra_options={"MatMulConstBOnly": True})


def some(windows: Windows) -> list[dict[str, np.ndarray]]:
    """Some windows as the graph takes them, always the same of the same file."""
    chosen = np.random.default_rng(1).permutation(len(windows))[:WINDOWS]
    batches = [windows.batch(windows.whole(np.array([w])), "cpu") for w in chosen]
    return [{k: b[k][:, : int(b["mask"][0].sum())].numpy() for k in INPUTS} for b in batches]


def full_graph(model: Reader, file: Path, dev: Windows) -> tuple[GraphReader, float]:
    """The fp32 graph, written to `file`, and its largest difference from the model over some fifty windows. Raises ValueError where that is above SAME."""
    export_graph(model, file)
    graph = GraphReader(file, model)
    worst = largest_difference(model, graph, dev, np.arange(len(dev))[:: max(1, len(dev) // 50)])
    if max(worst.values()) > SAME:
        message = f"the fp32 graph differs from the model: {worst}"
        raise ValueError(message)
    return graph, max(worst.values())


def against(model: Reader, folder: Path, dev: Windows) -> dict[str, dict[str, float]]:
    """The parity (`compare_graphs`) of the graph that is shipped in `folder` with the fp32 graph of `model`, whose heads get the temperatures that the folder's have."""
    apply(model, read_manifest(folder)["temperatures"])
    with tempfile.TemporaryDirectory() as made:
        full, _ = full_graph(model, Path(made) / "full.onnx", dev)
        return compare_graphs(full, GraphReader.shipped(folder), dev, np.arange(len(dev)))


def load_checkpoint(run: Path, data: Path, file: str = "checkpoint.pt") -> Reader:
    """The averaged weights of a run: of its end, or of `early.pt`, before the late corpora."""
    labels = json.loads((data / "labels.json").read_text(encoding="utf8"))
    state = torch.load(run / file, map_location="cpu", weights_only=True)
    model = Reader(labels)
    model.load_state_dict(state["average"])
    return model.eval()


def export(run: Path, data: Path, out: Path, name: str, recipe: str = "shipped", *, dev: Windows | None = None) -> dict[str, Any]:
    """Writes the model folder `out` from the checkpoint in `run`; returns the manifest. Raises ValueError where a graph does not say what the model says.

    Temperatures are divided into the last layers, so the graph's own probabilities are the calibrated ones.
    """
    model, dev = load_checkpoint(run, data), dev or Windows(data / "dev.npz")
    chosen = np.arange(len(dev))
    calibration = calibrate(model, dev, chosen)
    if (run / "folds.json").exists():
        calibration |= json.loads((run / "folds.json").read_text())["calibration"]
    apply(model, {head: float(c["temperature"]) for head, c in calibration.items()})
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full, worst = full_graph(model, Path(folder) / "full.onnx", dev)
        smooth(Path(folder) / "full.onnx", Path(folder) / "smooth.onnx", some(Windows(data / "train.npz") if (data / "train.npz").exists() else dev), EXACT)
        quantise(Path(folder) / "smooth.onnx", out / "model.onnx")
        parity = compare_graphs(full, GraphReader(out / "model.onnx", model), dev, chosen)
    (run / "reliability.svg").write_text(reliability_svg(calibration), encoding="utf8")
    pairs = {"rel.weight": model.rel_out.weight, "rel.bias": model.rel_out.bias, "role.weight": model.role_out.weight, "role.bias": model.role_out.bias,
             "party.weight": model.party_out.weight, "party.bias": model.party_out.bias}
    np.savez(out / "pairs.npz", **{k: v.detach().numpy() for k, v in pairs.items()})
    for file in ("labels.json", "tokenizer.json"):
        shutil.copy(data / file, out / file)
    folds = json.loads((run / "folds.json").read_text()) if (run / "folds.json").exists() else {}
    manifest = {
        "name": name, "created": date.today().isoformat(), "recipe": recipe,
        "files": dict.fromkeys(("model.onnx", "pairs.npz", "labels.json", "tokenizer.json"), ""),
        "figures": {task: f["small"] for task, f in parity.items()} | {f"folds.{k}": round(v, 4) for k, v in folds.items() if k != "calibration"},
        "temperatures": {head: c["temperature"] for head, c in calibration.items()},
        "calibration_error": {head: c["ece"] for head, c in calibration.items()},
        "parity": {task: {k: f[k] for k in ("full", "items", "low", "high")} for task, f in parity.items()}, "parity_failures": failures(parity), "largest_difference": worst,
    }  # fmt: skip
    write_manifest(out, manifest)
    return manifest
