"""The pace of the encoder, in distinct word pieces a second: tokenise, encode, all heads, decode. And how time and memory grow with the length of a text."""

from __future__ import annotations

import itertools
import os
import resource
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from benchmarks.bare import LAYERS, SHAPES, body, product
from benchmarks.corpora import sources, text_of
from onrecord.reading import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.record import Report
    from onrecord.understanding.encoder import Encoder

ONE_CORE, TWO_CORES, RATIO, LOAD = 7_500.0, 11_000.0, 1.6, 0.4
_ROUNDS = 3
_LENGTHS = (10_000, 100_000, 1_000_000)


def pace(*, long: bool = False) -> int:
    """Prints each figure against what is asked, every one from a process of its own; 1 where one is missed."""
    load = min(float(_child("load")[0]) for _ in range(3))
    one, whole, bare, matrix, gops = (float(x) for x in _child("one"))
    two = float(_child("two")[0])
    rows = [
        ("whole pass, one core", f"{one:.0f} pieces/s", one >= ONE_CORE),
        ("whole pass, two cores", f"{two:.0f} pieces/s", two >= TWO_CORES),
        ("… to the bare encoder", f"{whole / bare:.2f} times", whole / bare <= RATIO),
        ("… to the int8 products alone", f"{whole / matrix:.2f} times", True),
        ("this machine's int8 product", f"{gops:.0f} GOPS", True),
        ("load, with its imports", f"{load:.2f} s", load <= LOAD),
    ]
    for words in _LENGTHS if long else ():
        per_second, spent, grown, marks = (float(x) for x in _child("long", str(words)))
        rows.append((f"{words:,} words", f"{per_second:.0f} pieces/s", True))
        rows.append(("… processor time a piece", f"{spent * 1e6:.0f} µs", True))
        rows.append(("… memory beside its marks", f"{grown - marks:.0f} MB", True))
        rows.append(("… its marks", f"{marks:.0f} MB", True))
    for what, value, good in rows:
        print(f"{what:30} {value:>16}  {'' if good else 'MISSED'}")
    return int(not all(good for *_, good in rows))


def _one() -> list[float]:
    """On one core: pieces a second, and seconds of processor time a piece of the whole pass, of the bare encoder, and of the products in it; giga-operations a second."""
    _pin(1)
    reports, encoder = _reports(), _encoder(1)
    pieces = sum(len(encoder._piecer.cut(r.text)) for r in reports)  # noqa: SLF001
    wall, whole = _best(lambda: [encoder.mark(r) for r in reports])
    bare = _bare(encoder, reports)
    matrix, operations = _matrix()
    return [pieces / wall, whole / pieces, bare, matrix, operations / matrix / 1e9]


def _two() -> list[float]:
    _pin(2)
    reports, encoder = _reports(), _encoder(2)
    pieces = sum(len(encoder._piecer.cut(r.text)) for r in reports)  # noqa: SLF001
    return [pieces / _best(lambda: [encoder.mark(r) for r in reports])[0]]


def _bare(encoder: Encoder, reports: list[Report]) -> float:
    """Seconds a piece of the layers alone, over the same pieces in full windows, one after the other."""
    from onrecord.understanding.weights import FOLDER  # noqa: PLC0415
    from onrecord.understanding.windows import SIZE  # noqa: PLC0415

    session = _session(body((FOLDER / "model.onnx").read_bytes()))
    names = [i.name for i in session.get_inputs()]
    cut = [encoder._piecer.cut(r.text) for r in reports]  # noqa: SLF001
    columns = {
        "ids": np.concatenate([p.ids for p in cut]).astype(np.int64),
        "case": np.concatenate([p.case for p in cut]).astype(np.int64),
        "space": np.concatenate([p.space for p in cut]).astype(np.int64),
    }
    columns["mark"] = np.zeros_like(columns["ids"])
    feeds = [{k: columns[k][None, a : a + SIZE + 2] for k in names} for a in range(0, len(columns["ids"]), SIZE + 2)]
    return _best(lambda: [session.run(None, feed) for feed in feeds])[1] / len(columns["ids"])


def _matrix() -> tuple[float, float]:
    """Seconds a piece of the products of all layers with their weights, in a window of the full size; operations a piece."""
    from onrecord.understanding.windows import SIZE  # noqa: PLC0415

    rng = np.random.default_rng(0)
    seconds = 0.0
    for rows, columns in SHAPES:
        session = _session(product(rows, columns))
        feed = {"a": rng.integers(0, 256, (SIZE + 2, rows), dtype=np.uint8)}
        seconds += LAYERS * min(_best(lambda s=session, f=feed: [s.run(None, f) for _ in range(20)])[1] / 20 for _ in range(_ROUNDS))  # type: ignore[misc]
    return seconds / (SIZE + 2), float(LAYERS * sum(2 * rows * columns for rows, columns in SHAPES))


def _long(words: int) -> list[float]:
    """For a text of so many words pieces a second, seconds of processor time a piece, by how much memory grew at most, and how much of that its marks are, in MB."""
    encoder = _encoder(2)
    encoder.mark(_reports()[0])
    report = plain(text_of_length(words))
    started = _resident()
    begun, spent = time.perf_counter(), time.process_time()
    marks = encoder.mark(report)
    seconds, spent = time.perf_counter() - begun, time.process_time() - spent
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - started
    pieces = len(encoder._piecer.cut(report.text))  # noqa: SLF001
    return [pieces / seconds, spent / pieces, grown, _size(marks) / 2**20]


def _load() -> list[float]:
    begun = time.perf_counter()
    _encoder(2)
    return [time.perf_counter() - begun]


def text_of_length(words: int) -> str:
    """Dev reports one after the other, from the first again after the last, up to so many words."""
    out, count = [], 0
    for source in itertools.cycle(sources("wikinews")):
        out.append(text_of(source))
        count += len(out[-1].split())
        if count >= words:
            return "\n".join(out)
    raise AssertionError


def _reports() -> list[Report]:
    return [plain(text_of(source)) for source in sources("wikinews")[:20]]


def _encoder(threads: int) -> Encoder:
    from onrecord.understanding.encoder import Encoder  # noqa: PLC0415

    return Encoder.load(threads=threads)


def _session(model: bytes) -> Any:  # noqa: ANN401
    import onnxruntime  # noqa: PLC0415

    from onrecord.understanding.encoder import SLOWER  # noqa: PLC0415

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER)


def _best(what: Callable[[], object]) -> tuple[float, float]:
    """The least time by the clock and the least processor time of a few rounds, after one to warm up."""
    what()
    walls, spent = [], []
    for _ in range(_ROUNDS):
        wall, cpu = time.perf_counter(), time.process_time()
        what()
        walls.append(time.perf_counter() - wall)
        spent.append(time.process_time() - cpu)
    return min(walls), min(spent)


def _pin(cores: int) -> None:
    """Keeps this process on so many cores, where the system can do that."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])


def _size(whole: object) -> int:
    """Bytes of an object and of all that hangs from it."""
    seen: set[int] = set()
    todo, size = [whole], 0
    while todo:
        here = todo.pop()
        if id(here) in seen:
            continue
        seen.add(id(here))
        size += sys.getsizeof(here)
        if isinstance(here, dict):
            todo += [*here.keys(), *here.values()]
        elif isinstance(here, list | tuple):
            todo += here
        elif isinstance(here, msgspec.Struct):
            todo += [getattr(here, name) for name in here.__struct_fields__]
    return size


def _resident() -> float:
    """Memory in use now, in MB."""
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
        return int(file.read().split()[1]) * resource.getpagesize() / 2**20


def _child(*arguments: str) -> list[str]:
    return subprocess.run([sys.executable, "-m", "benchmarks.pace", *arguments], check=True, capture_output=True, text=True).stdout.split()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["one"]:
            print(*_one())
        case ["two"]:
            print(*_two())
        case ["load"]:
            print(*_load())
        case ["long", words]:
            print(*_long(int(words)))
        case rest:
            sys.exit(pace(long="--long" in rest))
