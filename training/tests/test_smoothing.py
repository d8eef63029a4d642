"""Smoothed graphs say the same, round better, and can be undone."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from onrecord_training.export import quantise
from onrecord_training.smoothing import divided, smooth

WIDTH, OUT = 16, 8


def _graph(file: Path) -> dict[str, np.ndarray]:
    """Two products of one input, one of whose channels is a hundred times as large as the others."""
    rng = np.random.default_rng(0)
    weights = {name: rng.normal(size=(WIDTH, OUT)).astype(np.float32) for name in ("first", "second")}
    nodes = [helper.make_node("MatMul", ["x", name], [f"{name}_out"], name=f"/{name}/MatMul") for name in weights]
    graph = helper.make_graph(
        nodes, "tiny", [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", WIDTH])],
        [helper.make_tensor_value_info(f"{name}_out", TensorProto.FLOAT, ["n", OUT]) for name in weights], [numpy_helper.from_array(w, name) for name, w in weights.items()],
    )
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)]), file)
    return weights


def _feed() -> dict[str, np.ndarray]:
    x = np.random.default_rng(1).normal(size=(20, WIDTH)).astype(np.float32)
    x[:, 3] *= 100
    return {"x": x}


def _run(file: Path) -> np.ndarray:
    return onnxruntime.InferenceSession(str(file), providers=["CPUExecutionProvider"]).run(["first_out", "second_out"], _feed())


def test_the_graph_says_the_same_and_rounds_better(tmp_path: Path) -> None:
    full, even, small, smaller = (tmp_path / f"{name}.onnx" for name in ("full", "even", "small", "smaller"))
    _graph(full)
    smooth(full, even, [_feed()], [])
    wanted = _run(full)
    assert all(np.allclose(a, b, atol=1e-3) for a, b in zip(wanted, _run(even), strict=True))
    quantise(full, small)
    quantise(even, smaller)
    plain, smoothed = (sum(float(np.abs(a - b).mean()) for a, b in zip(wanted, _run(f), strict=True)) for f in (small, smaller))
    assert smoothed < plain / 2


def test_what_was_divided_is_found_again(tmp_path: Path) -> None:
    full, even, small = (tmp_path / f"{name}.onnx" for name in ("full", "even", "small"))
    weights = _graph(full)
    smooth(full, even, [_feed()], ["/second/MatMul"])
    quantise(even, small)
    graph = onnx.load(small).graph
    stored = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    found = divided(graph, stored)
    assert list(found) == ["/first/MatMul_quant"]
    widened = (stored["first_quantized"].astype(np.float32) - stored["first_zero_point"]) * stored["first_scale"]
    off = np.abs(widened * found["/first/MatMul_quant"][:, None] - weights["first"])
    assert (off <= 0.51 * stored["first_scale"] * found["/first/MatMul_quant"][:, None]).all()  # half a step of 8 bits
    assert found["/first/MatMul_quant"][3] < found["/first/MatMul_quant"][0] / 10
