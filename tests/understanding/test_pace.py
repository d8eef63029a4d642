"""Threads, company and the sizes of groups never change what is seen, to the last bit; long texts take time in proportion and a fixed amount of memory beside their marks."""

import itertools
import time
from pathlib import Path

import msgspec
import numpy as np
import pytest

from onrecord.reading.options import ReadingOptions
from onrecord.reading.report import read_text
from onrecord.record import Report
from onrecord.understanding import encoder as encoding
from onrecord.understanding import pieces as cutting
from onrecord.understanding.decoding import window as decoding
from onrecord.understanding.decoding.coreference import BACK
from onrecord.understanding.decoding.products import products
from onrecord.understanding.decoding.window import Collected, Decoder, Scores
from onrecord.understanding.encoder import Encoder
from onrecord.understanding.marks import Marks
from onrecord.understanding.pieces import Pieces
from onrecord.understanding.weights import FOLDER
from onrecord.understanding.windows import SIZE, Window

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))


def _report(text: str) -> Report:
    return read_text(text, options=ReadingOptions())


@pytest.fixture(scope="module")
def one() -> Encoder:
    return Encoder.load(threads=1)


@pytest.fixture(scope="module")
def two() -> Encoder:
    return Encoder.load(threads=2)


@pytest.fixture(scope="module")
def long() -> Report:
    return _report("\n\n".join(path.read_text(encoding="utf-8") for path in SAMPLES[:4]))


@pytest.fixture(scope="module")
def alone(one: Encoder, long: Report) -> bytes:
    return _bits(one.mark(long))


def _bits(marks: Marks) -> bytes:
    return msgspec.msgpack.encode(marks, enc_hook=lambda vectors: vectors.tobytes())


def test_two_threads_see_what_one_sees(two: Encoder, long: Report, alone: bytes) -> None:
    assert _bits(two.mark(long)) == alone


def test_what_was_read_before_changes_nothing(one: Encoder, two: Encoder, long: Report, alone: bytes) -> None:
    for path in SAMPLES[4:]:
        two.mark(_report(path.read_text(encoding="utf-8")))
    assert _bits(two.mark(long)) == alone


def test_sizes_of_groups_change_nothing(two: Encoder, long: Report, alone: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "_AHEAD", 5)
    monkeypatch.setattr(cutting, "_STRETCH", 50)
    monkeypatch.setattr(decoding, "_PENDING", BACK + 1)
    assert _bits(two.mark(long)) == alone


class _Repeating(Encoder):
    """Runs each kind of window once, and counts the mentions whose vectors are kept: what is left to measure is all but the graph."""

    def __init__(self, folder: Path, *, threads: int) -> None:
        super().__init__(folder, threads=threads)
        self.known: dict[bytes, Scores] = {}
        self._decoder = self.counting = _Counting(self.labels, self._decoder._pairs)

    def _run(self, pieces: Pieces, window: Window, mark: np.ndarray | None = None) -> Scores:
        key = pieces.ids[window.start : window.end].tobytes()
        if key not in self.known:
            self.known[key] = super()._run(pieces, window, mark)
        return self.known[key]


class _Counting(Decoder):
    kept = 0

    def add(self, so_far: Collected, window: Window, out: Scores) -> None:
        super().add(so_far, window, out)
        self.kept = max(self.kept, sum(len(vectors) for vectors in so_far.asking))


def test_long_texts_take_time_in_proportion_and_keep_few_vectors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "_PENDING", 1000)
    encoder = _Repeating(FOLDER, threads=1)
    paragraph = SAMPLES[0].read_text(encoding="utf-8").strip()
    spent = []
    for times in (4, 20, 80):
        report = _report("\n\n".join([paragraph] * times))
        encoder.mark(report)
        begun = time.thread_time()
        encoder.mark(report)
        spent.append((time.thread_time() - begun) / times)
    assert spent[2] < 2 * spent[1]  # a piece costs the same, however many there are
    assert encoder.counting.kept <= 1000 + SIZE


def test_products_do_not_depend_on_their_parts() -> None:
    rng = np.random.default_rng(0)
    for m, n, size in itertools.product((1, 2, 40, 301), (1, 7, 380), (128, 192)):
        left, right = rng.normal(size=(m, size)).astype(np.float32), rng.normal(size=(n, size)).astype(np.float32)
        assert np.allclose(products(left, right), left @ right.T, atol=1e-3)
