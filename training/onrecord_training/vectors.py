"""The compact vector of a word: the encoder's own view of it, turned so that mentions of one event lie together (ECB+ topics 1 to 25).

A layer's vectors are centred and put on the axes that part events best for how much they vary within one (linear discriminant analysis). The axes lie in
`pairs.npz`, the layer is the graph's output `seen`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from onrecord.reading.report import read_text
from onrecord.understanding.encoder import Encoder
from onrecord.understanding.windows import pack
from onrecord_training.corpora.ecbplus import Happening, read_happenings
from onrecord_training.folder import add_arrays, read_manifest, write_manifest

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

LAYER = "layers.2/norm2"  # the third of six: of all layers the one whose cosine tells mentions of one event best (EXPERIMENTS.md)
LAST_TOPIC = 25
SIZE = 64
RIDGE = 0.1  # of the mean variance, added to every axis


class Seen(NamedTuple):
    """A mention's vector in the layer, and the event that it is a mention of."""

    vector: NDArray[np.float32]
    cluster: str


def add_output(file: Path) -> None:
    """Gives the graph the output `seen` (1, pieces with the frame, width), unless it has it. The graph itself stays as it is."""
    import onnx

    graph = onnx.load(file)
    if any(output.name == "seen" for output in graph.graph.output):
        return
    inner = next(name for node in graph.graph.node for name in node.output if LAYER in name and name.endswith("LayerNormalization_output_0"))
    graph.graph.node.append(onnx.helper.make_node("Identity", [inner], ["seen"], name="seen"))
    graph.graph.output.append(onnx.helper.make_tensor_value_info("seen", onnx.TensorProto.FLOAT, [1, "pieces", None]))
    onnx.save(graph, file)


def axes(seen: list[Seen], size: int = SIZE) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The mean (width) and the axes (width, size) of these mentions."""
    vectors = np.array([s.vector for s in seen], dtype=np.float64)
    mean = vectors.mean(0)
    clusters: dict[str, list[int]] = {}
    for i, s in enumerate(seen):
        clusters.setdefault(s.cluster, []).append(i)
    within = np.concatenate([vectors[c] - vectors[c].mean(0) for c in clusters.values() if len(c) > 1])
    spread = within.T @ within / len(within)
    width = len(mean)
    values, turned = np.linalg.eigh(spread + RIDGE * np.trace(spread) / width * np.eye(width))
    even = turned / np.sqrt(values)
    _, _, right = np.linalg.svd((vectors - mean) @ even, full_matrices=False)
    return mean.astype(np.float32), (even @ right[:size].T).astype(np.float32)


def mentions(model: Path, ecbplus: Path) -> list[Seen]:
    """The event mentions of the topics that may train, as the model sees them."""
    encoder = Encoder.load(model, threads=2)
    found: dict[str, list[Happening]] = {}
    for happening in read_happenings(ecbplus):
        if happening.topic <= LAST_TOPIC:
            found.setdefault(happening.document, []).append(happening)
    out = []
    for here in found.values():
        report = read_text(here[0].text)
        pieces = encoder._piecer.cut(report.text)
        hidden = np.zeros((len(pieces), 0), np.float32)
        for window, scores in encoder._outputs(pieces, pack(pieces, report.text)):
            if hidden.shape[1] == 0:
                hidden = np.zeros((len(pieces), scores["seen"].shape[1]), np.float32)
            hidden[window.own : window.end] = scores["seen"][window.own - window.start :]
        for happening in here:
            inside = (pieces.starts >= happening.start) & (pieces.starts < happening.end)
            if inside.any():
                out.append(Seen(hidden[inside].mean(0), happening.cluster))
    return out


def give(model: Path, shared: Path) -> int:
    """Gives the model folder its vectors, in place, and its manifest the new hashes. Returns how many mentions they were fitted on."""
    add_output(model / "model.onnx")
    write_manifest(model, read_manifest(model))
    seen = mentions(model, shared / "ecbplus")
    mean, turned = axes(seen)
    add_arrays(model, {"seen.mean": mean, "seen.axes": turned})
    return len(seen)
