"""The encoder: a report goes in, Marks come out. Every window is run by itself, so that batching and threads cannot change a result."""

from __future__ import annotations

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.errors import ModelError
from onrecord.understanding.decoding.coreference import UNFITTED
from onrecord.understanding.decoding.window import Collected, Decoder, Scores
from onrecord.understanding.pieces import Piecer
from onrecord.understanding.weights import FOLDER, check, read_labels, read_manifest
from onrecord.understanding.windows import SIZE, Window, pack

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Future
    from pathlib import Path

    from numpy.typing import NDArray

    from onrecord.record import Report
    from onrecord.understanding.marks import Marks
    from onrecord.understanding.pieces import Pieces

_AHEAD = 2  # windows a thread is ahead of what is decoded
_ACTOR, _RECIPIENT = 1, 2
SLOWER = ["SkipLayerNormFusion"]  # one operator for an addition and a norm, which takes six times as long as the norm alone


class Encoder:
    """Weights and tokenizer in memory; safe to use from several threads."""

    def __init__(self, folder: Path, *, threads: int = 2) -> None:
        import onnxruntime  # noqa: PLC0415

        self.manifest = read_manifest(folder)
        check(folder, self.manifest)
        self.labels: dict[str, list[str]] = read_labels(folder)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(
                str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER
            )
            with np.load(folder / "pairs.npz") as stored:
                pairs = {k: stored[k].astype(np.float32) for k in stored.files}
        except Exception as error:  # whatever the runtime or the archive says is wrong with the files
            message = f"{folder}: the model cannot be loaded: {error}"
            raise ModelError(message) from error
        curve = pairs.get("links", UNFITTED)
        if len(curve) != len(UNFITTED):
            message = f"{folder / 'pairs.npz'}: links has {len(curve)} numbers, not {len(UNFITTED)}: fit it anew by python -m onrecord_training calibrate"
            raise ModelError(message)
        self._piecer = Piecer(folder / "tokenizer.json")
        self._decoder = Decoder(self.labels, pairs)
        self._names = [o.name for o in self._session.get_outputs()]
        self._threads = threads

    @classmethod
    def load(cls, folder: Path | None = None, *, threads: int = 2) -> Encoder:
        """The package's own encoder, or the one in `folder`. Raises ModelError where it is missing or broken."""
        return cls(folder or FOLDER, threads=threads)

    def mark(self, report: Report) -> Marks:
        """What is seen in `report`. Sentences and words never cross a block."""
        text = report.text
        pieces = self._piecer.cut(text)
        borders = {block.start for block in report.blocks} | {_first_word(text, block.start, block.end) for block in report.blocks}
        collected = Collected(text, pieces, borders)
        windows = pack(pieces, text)
        for window, out in self._outputs(pieces, windows):
            self._decoder.add(collected, window, out)
        return self._decoder.finish(collected)

    def code_pair(self, text: str, actor: tuple[int, int] | None, recipient: tuple[int, int] | None) -> dict[str, float]:
        """Probabilities of the PLOVER roots (CONCEDE and RETREAT as YIELD) between two marked parties of `text`; a missing party is null.

        A text longer than a window is read around the parties.
        """
        pieces = self._piecer.cut(text)
        mark = np.zeros(len(pieces), dtype=np.int64)
        for code, where in ((_ACTOR, actor), (_RECIPIENT, recipient)):
            if where is not None:
                mark[(pieces.starts >= where[0]) & (pieces.starts < where[1])] = code
        marked = np.flatnonzero(mark)
        middle = int((marked[0] + marked[-1]) // 2) if len(marked) else 0
        start = max(0, min(len(pieces) - SIZE, middle - SIZE // 2))
        window = Window(start, start, min(len(pieces), start + SIZE))
        logits = self._run(pieces, window, mark[window.start : window.end])["pair"][0]
        p = np.exp(logits - logits.max())
        return dict(zip(self.labels["pairs"], (p / p.sum()).tolist(), strict=True))

    def _outputs(self, pieces: Pieces, windows: list[Window]) -> Iterator[tuple[Window, Scores]]:
        if self._threads < 2 or len(windows) < 2:
            yield from ((w, self._run(pieces, w)) for w in windows)
            return
        with ThreadPoolExecutor(self._threads) as pool:
            waiting: deque[tuple[Window, Future[Scores]]] = deque()
            for window in windows:
                waiting.append((window, pool.submit(self._run, pieces, window)))
                if len(waiting) > _AHEAD * self._threads:  # a few at a time: memory stays flat, however long the text
                    first, scores = waiting.popleft()
                    yield first, scores.result()
            yield from ((first, scores.result()) for first, scores in waiting)

    def _run(self, pieces: Pieces, window: Window, mark: NDArray[np.int64] | None = None) -> Scores:
        """The graph's outputs for the pieces of one window, without those of the frame."""
        at = slice(window.start, window.end)
        n = window.end - window.start

        def framed(values: Any, first: int | None = 0, last: int | None = 0) -> NDArray[np.int64]:  # noqa: ANN401
            return np.concatenate([[first], values, [last]]).astype(np.int64)[None, :]

        space = pieces.space[at].astype(np.int64)
        if n:
            space[0] = 2
        outputs = self._session.run(
            self._names,
            {
                "ids": framed(pieces.ids[at], self._piecer.first, self._piecer.last), "case": framed(pieces.case[at]), "space": framed(space),
                "mark": framed(np.zeros(n) if mark is None else mark),
            },
        )  # fmt: skip
        return {name: value if name == "pair" else value[0, 1:-1] for name, value in zip(self._names, outputs, strict=True)}


def _first_word(text: str, start: int, end: int) -> int:
    """The first character of a block that is not white space."""
    while start < end and text[start].isspace():
        start += 1
    return start
