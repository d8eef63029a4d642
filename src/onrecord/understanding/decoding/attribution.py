"""Tagged sources, cues and contents to attributions: each source and content goes to the cue that its pieces point at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.understanding.decoding.products import products
from onrecord.understanding.decoding.tags import log_softmax
from onrecord.understanding.marks import Attribution

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from onrecord.understanding.decoding.tags import Tagged
    from onrecord.understanding.decoding.words import Words


def attributions(tagged: list[Tagged], words: Words, pointing: NDArray[np.float32], targets: NDArray[np.float32], first: int) -> list[Attribution]:
    """Attributions of one window.

    `tagged` are spans of words; `pointing` (pieces, size) and `targets` (pieces, size) are the pointer's two views of the window's pieces, the first of
    which is piece `first` of the text. A content that points at no cue stands alone.
    """
    if not tagged:
        return []
    cues = [t for t in tagged if t.label == "CUE"]
    at = words.first - first
    pieces_of_cues = [piece for c in cues for piece in at[c.first : c.last].tolist()]
    edges = np.cumsum([0, *(c.last - c.first for c in cues[:-1])])
    groups: dict[int, list[Tagged]] = {id(c): [c] for c in cues}
    alone: list[list[Tagged]] = []
    for t in tagged:
        if t.label == "CUE":
            continue
        scores = log_softmax(products(pointing[at[t.first : t.last]], targets) / np.sqrt(pointing.shape[-1]))
        reach = np.maximum.reduceat(scores[:, pieces_of_cues], edges, axis=-1).mean(0) if cues else np.empty(0)
        own = float(scores[:, at[t.first]].mean()) if t.label == "CONTENT" else -20.0
        if cues and reach.max() >= own:
            groups[id(cues[int(reach.argmax())])].append(t)
        elif t.label == "CONTENT":
            alone.append([t])
    out = []
    for group in [*groups.values(), *alone]:
        parts: dict[str, list[tuple[int, int]]] = {"SOURCE": [], "CUE": [], "CONTENT": []}
        for t in sorted(group, key=lambda t: t.first):
            parts[t.label].append((words.ranges[t.first][0], words.ranges[t.last - 1][1]))
        if parts["CONTENT"] or parts["SOURCE"]:
            score = float(np.mean([t.score for t in group]))
            out.append(Attribution(parts["SOURCE"], parts["CUE"], parts["CONTENT"], score))
    return sorted(out, key=lambda a: min(s for part in (a.source, a.cue, a.content) for s, _ in part))
