"""Whether what is shipped says what was trained: torch against the fp32 graph, and the int8 graph against fp32, task by task."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import onnxruntime
import torch
from torch import Tensor, nn

from onrecord_training.evaluate import Sure, Tally, counted, summed
from onrecord_training.model import INPUTS, OUTPUTS

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord_training.batches import Windows
    from onrecord_training.model import Reader

MANY = 5000  # from so many dev items on, half a point is the bound; below, the bootstrap's interval
BOUND = 0.5


class GraphReader(nn.Module):
    """An exported graph in the place of a Reader: windows run one by one, as when shipped; the pairwise output layers are the model's own."""

    def __init__(self, file: Path, model: nn.Module) -> None:
        super().__init__()
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        self.session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
        self.outputs = [o.name for o in self.session.get_outputs() if o.name in OUTPUTS]  # a graph made before a head was has no output of it
        for layer in ("rel_out", "role_out", "party_out"):  # a model folder made before a head was has no layer of it
            if hasattr(model, layer):
                self.add_module(layer, getattr(model, layer))

    @classmethod
    def shipped(cls, folder: Path) -> GraphReader:
        """The graph and the pairwise output layers of a model folder."""
        layers = nn.Module()
        with np.load(folder / "pairs.npz") as stored:
            for name in (n for n in ("rel", "role", "party") if f"{n}.weight" in stored):
                weight, bias = (nn.Parameter(torch.from_numpy(stored[f"{name}.{part}"].astype(np.float32))) for part in ("weight", "bias"))
                layer = nn.Linear(weight.shape[1], weight.shape[0])
                layer.weight, layer.bias = weight, bias
                layers.add_module(f"{name}_out", layer)
        return cls(folder / "model.onnx", layers)

    def forward(self, ids: Tensor, case: Tensor, space: Tensor, mark: Tensor, mask: Tensor) -> dict[str, Tensor]:
        """As Reader.forward; what lies beyond a window's end is zero."""
        rows = []
        for i in range(len(ids)):
            n = int(mask[i].sum())
            feeds = {k: v[i : i + 1, :n].numpy() for k, v in zip(INPUTS, (ids, case, space, mark), strict=True)}
            rows.append([torch.from_numpy(x[0]) for x in self.session.run(self.outputs, feeds)])
        return {k: torch.stack([r[j] if k == "pair" else nn.functional.pad(r[j], (0, 0, 0, ids.shape[1] - len(r[j]))) for r in rows]) for j, k in enumerate(self.outputs)}


@torch.no_grad()
def largest_difference(model: Reader, graph: GraphReader, windows: Windows, chosen: np.ndarray) -> dict[str, float]:
    """The largest absolute difference of each output over the windows in `chosen`."""
    worst = dict.fromkeys(OUTPUTS, 0.0)
    for w in chosen:
        batch = windows.batch(windows.whole(np.array([w])), "cpu")
        inputs = (batch["ids"], batch["case"], batch["space"], batch["mark"], batch["mask"])
        a, b = model(*inputs), graph(*inputs)
        for k in OUTPUTS:
            worst[k] = max(worst[k], float((a[k] - b[k]).abs().max()))
    return worst


def compare_graphs(full: nn.Module, small: nn.Module, windows: Windows, chosen: np.ndarray, *, draws: int = 1000) -> dict[str, dict[str, float]]:
    """By task that both do: `full` and `small` (per cent), `items`, and the 95 % interval (`low`, `high`) of small − full in a paired bootstrap over windows."""
    a = list(counted(full, windows, device="cpu", chosen=chosen, pieces=1))  # type: ignore[arg-type]
    b = list(counted(small, windows, device="cpu", chosen=chosen, pieces=1))  # type: ignore[arg-type]
    rng = np.random.default_rng(1)
    weights = rng.multinomial(len(a), np.full(len(a), 1 / len(a)), size=draws)
    figures = summed(a), summed(b)
    out = {}
    for task in sorted(set(figures[0]) & set(figures[1])):
        drawn = _drawn(task, b, weights) - _drawn(task, a, weights)
        items = sum(len(s[task.startswith("uw")]) for _, s in a) if task.endswith(".sure") else sum(t.wanted.get(task, 0) for t, _ in a)
        low, high = np.quantile(drawn, [0.025, 0.975])
        out[task] = {"full": figures[0][task], "small": figures[1][task], "items": float(items), "low": round(float(low), 3), "high": round(float(high), 3)}
    return out


def failures(found: dict[str, dict[str, float]]) -> list[str]:
    """Tasks on which 8 bits cost more than they may: half a point where there are MANY items, else beyond chance."""
    return [task for task, f in found.items() if (f["full"] - f["small"] > BOUND if f["items"] > MANY else f["high"] < 0)]


def _drawn(task: str, counts: list[tuple[Tally, Sure]], weights: np.ndarray) -> np.ndarray:
    """The figure in every draw; `weights` (draws, windows) says how often each window was drawn."""
    if task.endswith(".sure"):
        # sums from which r is made, so that a draw is a product of matrices
        scale = int(task.startswith("uw"))
        xy = [np.array(s[scale], dtype=float).reshape(-1, 2) for _, s in counts]
        sums = np.array([[len(p), p[:, 0].sum(), p[:, 1].sum(), (p[:, 0] ** 2).sum(), (p[:, 1] ** 2).sum(), (p[:, 0] * p[:, 1]).sum()] for p in xy])
        n, x, y, xx, yy, xxyy = (weights @ sums).T
        return 100 * (n * xxyy - x * y) / np.sqrt(np.maximum(1e-9, (n * xx - x * x) * (n * yy - y * y)))
    sums = np.array([[t.right.get(task, 0), t.found.get(task, 0) + t.wanted.get(task, 0)] for t, _ in counts])
    right, all_of = (weights @ sums).T
    return 200 * right / np.maximum(1, all_of)
