"""Activations made easier to round: what a product takes in is divided, channel by channel, by what its weights are multiplied with (SmoothQuant, Xiao et al. 2023)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import onnx
import onnxruntime
from onnx import helper, numpy_helper

if TYPE_CHECKING:
    from pathlib import Path

ALPHA = 0.8  # how much of an outlying channel goes to the weights: of eight values that whose int8 graph is nearest to fp32 (EXPERIMENTS.md)
MARK = "_smooth"
_LEAST, _WIDEST = 1e-4, 50.0


def smooth(source: Path, target: Path, feeds: list[dict[str, np.ndarray]], leave: list[str], alpha: float = ALPHA) -> None:
    """Writes the fp32 graph `source` with its products smoothed to `target`: it says the same. `feeds` are windows to take the channels' sizes from, `leave` names of nodes left as they are."""
    graph = onnx.load(source)
    stored = {i.name: i for i in graph.graph.initializer}
    nodes = [n for n in graph.graph.node if n.op_type == "MatMul" and n.input[1] in stored and n.name not in leave]
    sizes = _sizes(graph, sorted({n.input[0] for n in nodes}), feeds)
    for taken, size in sizes.items():
        users = [n for n in nodes if n.input[0] == taken]
        weights = [numpy_helper.to_array(stored[n.input[1]]) for n in users]
        largest = np.max([np.abs(w).max(1) for w in weights], 0)
        scale = np.maximum(size, _LEAST) ** alpha / np.maximum(largest, _LEAST) ** (1 - alpha)
        scale = np.clip(scale / np.exp(np.log(scale).mean()), 1 / _WIDEST, _WIDEST).astype(np.float32)
        name = taken.replace("/", "_") + MARK
        graph.graph.initializer.append(numpy_helper.from_array((1 / scale).astype(np.float32), f"{name}_by"))
        first = min(i for i, n in enumerate(graph.graph.node) if n in users)
        graph.graph.node.insert(first, helper.make_node("Mul", [taken, f"{name}_by"], [name], name=name))
        for node, w in zip(users, weights, strict=True):
            own = node.input[1] if sum(node.input[1] in n.input for n in graph.graph.node) == 1 else f"{node.input[1]}.{node.name}"
            made = numpy_helper.from_array((w * scale[:, None]).astype(np.float32), own)
            if own == node.input[1]:
                stored[own].CopyFrom(made)
            else:
                graph.graph.initializer.append(made)
            node.input[0], node.input[1] = name, own
    onnx.save(graph, target)


def divided(graph: onnx.GraphProto, stored: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Of an int8 graph: by the name of each product whose input is smoothed, what every channel of it is multiplied with."""
    made = {output: node for node in graph.node for output in node.output}
    out = {}
    for node in graph.node:
        if node.op_type != "MatMulInteger":
            continue
        rounded = made.get(node.input[0])
        before = made.get(rounded.input[0]) if rounded is not None else None
        if before is not None and before.op_type == "Mul" and before.name.endswith(MARK):
            out[node.name] = stored[before.input[1]]
    return out


def _sizes(graph: onnx.ModelProto, taken: list[str], feeds: list[dict[str, np.ndarray]]) -> dict[str, np.ndarray]:
    """The largest absolute value of every channel of these tensors."""
    told = onnx.ModelProto()
    told.CopyFrom(graph)
    there = {o.name for o in told.graph.output}
    told.graph.output.extend(helper.make_empty_tensor_value_info(name) for name in taken if name not in there)
    session = onnxruntime.InferenceSession(told.SerializeToString(), providers=["CPUExecutionProvider"])
    sizes: dict[str, np.ndarray] = {}
    for feed in feeds:
        for name, value in zip(taken, session.run(taken, feed), strict=True):
            largest = np.abs(value).reshape(-1, value.shape[-1]).max(0)
            sizes[name] = np.maximum(sizes.get(name, largest), largest)
    return sizes
