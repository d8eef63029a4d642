"""What the pace is held against: the shipped graph cut behind its last layer, and the machine's own int8 matrix product. ONNX is read and written as the protobuf it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

LAYERS, WIDTH, INNER = 6, 384, 1536
SHAPES = ((WIDTH, 3 * WIDTH), (WIDTH, WIDTH), (WIDTH, INNER), (INNER, WIDTH))
"""Rows and columns of the four weights of a layer."""
_GRAPH, _NODE, _GRAPH_NAME, _INITIALIZER, _INPUT, _OUTPUT = 7, 1, 2, 5, 11, 12
_FLOAT, _UINT8, _INT8, _INT32 = 1, 2, 3, 6


def body(model: bytes) -> bytes:
    """The graph of `model` with one output, that of its last layer; what does not lead there is left out."""
    graph = next(value for number, value in _fields(model) if number == _GRAPH and isinstance(value, bytes))
    nodes = [(value, _strings(value, 1), _strings(value, 2), _strings(value, 4)) for number, value in _fields(graph) if number == _NODE and isinstance(value, bytes)]
    last = next(outputs[0] for _, _, outputs, kind in reversed(nodes) if kind[0] == "LayerNormalization")
    wanted, kept = {last}, []
    for node, inputs, outputs, _ in reversed(nodes):
        if wanted & set(outputs):
            wanted |= set(inputs)
            kept.append(node)
    out = [_field(_NODE, node) for node in reversed(kept)]
    for number, value in _fields(graph):
        name = _strings(value, 8 if number == _INITIALIZER else 1) if number in {_INITIALIZER, _INPUT} and isinstance(value, bytes) else []
        if number == _GRAPH_NAME or (name and name[0] in wanted):
            out.append(_field(number, value))
    out.append(_field(_OUTPUT, _tensor(last, _FLOAT)))
    rest = [_field(number, value) for number, value in _fields(model) if number != _GRAPH]
    return b"".join([*rest, _field(_GRAPH, b"".join(out))])


def product(rows: int, columns: int) -> bytes:
    """A graph that multiplies `a` (any, rows) in 8 bits with an int8 matrix (rows, columns)."""
    weights = np.random.default_rng(0).integers(-127, 128, (rows, columns), dtype=np.int8).tobytes()
    matrix = _field(1, rows) + _field(1, columns) + _field(2, _INT8) + _field(8, b"b") + _field(9, weights)
    node = _field(1, b"a") + _field(1, b"b") + _field(2, b"c") + _field(4, b"MatMulInteger")
    graph = _field(_NODE, node) + _field(_GRAPH_NAME, b"g") + _field(_INITIALIZER, matrix) + _field(_INPUT, _tensor("a", _UINT8)) + _field(_OUTPUT, _tensor("c", _INT32))
    return _field(1, 8) + _field(8, _field(2, 17)) + _field(_GRAPH, graph)


def _tensor(name: str, kind: int) -> bytes:
    return _field(1, name.encode()) + _field(2, _field(1, _field(1, kind)))


def _strings(message: bytes, wanted: int) -> list[str]:
    return [value.decode() for number, value in _fields(message) if number == wanted and isinstance(value, bytes)]


def _fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Number and value of each field of a protobuf message: varints as int, all else as bytes."""
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        number, kind = key >> 3, key & 7
        if kind == 0:
            value, at = _varint(message, at)
            yield number, value
            continue
        if kind == 2:
            size, at = _varint(message, at)
        else:
            size = {1: 8, 5: 4}[kind]
        yield number, message[at : at + size]
        at += size


def _varint(message: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return value, at


def _field(number: int, value: int | bytes) -> bytes:
    if isinstance(value, int):
        return _encoded(number << 3) + _encoded(value)
    return _encoded(number << 3 | 2) + _encoded(len(value)) + value


def _encoded(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)
