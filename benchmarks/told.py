"""The shipped encoder, told which words are predicates: what it says of their arguments and certainty can then be held against a corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.understanding.encoder import Encoder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from onrecord.record import Report
    from onrecord.understanding.marks import Marks
    from onrecord.understanding.pieces import Pieces
    from onrecord.understanding.windows import Window


class Told(Encoder):
    """Every score but the predicate head's is the graph's own; that head says yes where a given predicate begins, and no elsewhere.

    Certainty has an output for each scale that it was learned on (0: UDS-IH2, 1: UW); `Marks.certainty` is their mean unless one is asked for.
    """

    _starts: frozenset[int] = frozenset()
    _scale: int | None = None

    def mark_given(self, report: Report, predicates: list[tuple[int, int]], *, scale: int | None = None) -> Marks:
        """What is seen in `report`, its predicates being those at these characters."""
        self._starts, self._scale = frozenset(start for start, _ in predicates), scale
        return self.mark(report)

    def _outputs(self, pieces: Pieces, windows: list[Window]) -> Iterator[tuple[Window, dict[str, NDArray[np.float32]]]]:
        for window, out in super()._outputs(pieces, windows):
            begins = np.isin(pieces.starts[window.start : window.end], list(self._starts))
            told = {"pred": np.where(begins[:, None], (-1.0, 1.0), (1.0, -1.0)).astype(np.float32)}
            if self._scale is not None:
                told["sure"] = np.repeat(out["sure"][:, [self._scale]], 2, axis=1)
            yield window, out | told
