"""A trained model to what the package ships: `python -m onrecord_training.export RUN DATA OUT NAME [RECIPE]`. fp32 graph, int8 graph, tokenizer, labels, manifest."""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
import tempfile
import warnings
from datetime import date
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from onrecord_training.model import Reader

INPUTS = ("ids", "case", "space", "mark")
OUTPUTS = ("tok", "sent", "upos", "xpos", "lemma", "names", "arms", "parts", "etype", "pred", "sure", "arc_from", "arc_to", "rel_from", "rel_to", "role_from", "role_to", "cue_from", "cue_to", "coref_from", "coref_to", "new", "pair")


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
        torch.onnx.export(Graph(model).eval(), example, str(file), input_names=list(INPUTS), output_names=list(OUTPUTS), dynamic_axes=axes, opset_version=17, dynamo=False)


def quantise(source: Path, target: Path) -> None:
    """Weights in 8 bits a channel; activations are scaled anew in every window, and a window is always run by itself."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(source, target, weight_type=QuantType.QInt8, per_channel=True, extra_options={"MatMulConstBOnly": True})


def load_checkpoint(run: Path, labels: dict[str, list[str]]) -> Reader:
    """The averaged weights of a run."""
    state = torch.load(run / "checkpoint.pt", map_location="cpu", weights_only=True)
    model = Reader(labels)
    model.load_state_dict(state["average"])
    return model.eval()


def main(run: Path, data: Path, out: Path, name: str, recipe: str = "shipped") -> None:
    """Writes the model folder `out` from the checkpoint in `run`."""
    labels = json.loads((data / "labels.json").read_text(encoding="utf8"))
    model = load_checkpoint(run, labels)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        export_graph(model, full)
        quantise(full, out / "model.onnx")
    pairs = {"rel.weight": model.rel_out.weight, "rel.bias": model.rel_out.bias, "role.weight": model.role_out.weight, "role.bias": model.role_out.bias}
    np.savez(out / "pairs.npz", **{k: v.detach().numpy() for k, v in pairs.items()})
    for file in ("labels.json", "tokenizer.json"):
        shutil.copy(data / file, out / file)
    figures = json.loads((run / "figures.json").read_text()) if (run / "figures.json").exists() else {}
    files = {f: hashlib.sha256((out / f).read_bytes()).hexdigest() for f in ("model.onnx", "pairs.npz", "labels.json", "tokenizer.json")}
    manifest = {"name": name, "created": date.today().isoformat(), "recipe": recipe, "files": files, "figures": figures, "temperatures": {}}
    (out / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), *sys.argv[4:6])
