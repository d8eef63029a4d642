"""Windows from disk to batches of about equal size, the same in every run of one seed."""

from __future__ import annotations

from pathlib import Path
from typing import Iterator

import numpy as np
import torch
from torch import Tensor

NO = -100
FILL = {"ids": 0, "case": 0, "space": 0, "mark": 0, "sure": np.nan}
PIECEWISE = ("tok", "sent", "upos", "xpos", "lemma", "head", "rel", "sid", "names", "arms", "parts", "sourced", "cue", "cluster", "pred", "etype", "status", "stated", "act", "mark", "ids", "case", "space", "sure")
FIRST, LAST = 101, 102
CUTS = {382: 0.4, 192: 0.3, 96: 0.2, 40: 0.1}  # at most so many pieces, in so many of the windows
STRAIGHT, APOSTROPHE, OPENING, CLOSING, RAISED = 1000, 1005, 1523, 1524, 1521  # " ' “ ” ’ in the vocabulary


class Windows:
    """All windows of one file that `prepare` wrote."""

    def __init__(self, file: Path) -> None:
        with np.load(file) as stored:
            self.data = {k: stored[k] for k in stored.files}
        self.length = self.data["length"]
        self.corpus = self.data["corpus"]
        self.start = np.concatenate([[0], np.cumsum(self.length)])
        self.triple_start = {k: np.concatenate([[0], np.cumsum(self.data[f"{k}_length"])]) for k in ("args", "parties")}

    def __len__(self) -> int:
        return len(self.length)

    def whole(self, chosen: np.ndarray) -> np.ndarray:
        """Cuts (n, 3) that take all of each window in `chosen`."""
        return np.stack([chosen, np.zeros_like(chosen), self.length[chosen]], -1)

    def batch(self, cuts: np.ndarray, device: str, *, vary: int | None = None) -> dict[str, Tensor]:
        """Cuts (n, 3: window, first piece, last exclusive) framed with [CLS] and [SEP], padded, as tensors on `device`.

        `vary` (a seed) changes quotation marks and hides parties.
        """
        sizes = cuts[:, 2] - cuts[:, 1]
        longest = int(sizes.max()) + 2
        out: dict[str, np.ndarray] = {}
        for k in PIECEWISE:
            source = self.data[k]
            filled = np.full((len(cuts), longest, *source.shape[1:]), FILL.get(k, NO), dtype=np.float32 if k == "sure" else np.int64)
            for row, (w, a, b) in enumerate(cuts):
                filled[row, 1 : 1 + b - a] = source[self.start[w] + a : self.start[w] + b]
            out[k] = filled
        for k in ("head", "cue"):  # what points out of the cut is not learned from
            inside = (out[k] >= cuts[:, 1:2]) & (out[k] < cuts[:, 2:])
            out[k] = np.where(inside, out[k] - cuts[:, 1:2] + 1, NO)
        out["mask"] = np.zeros((len(cuts), longest), dtype=bool)
        for row, n in enumerate(sizes):
            out["ids"][row, 0], out["ids"][row, n + 1] = FIRST, LAST
            out["space"][row, 1] = 2
            out["mask"][row, : n + 2] = True
        if vary is not None:
            _vary(out["ids"], out["mark"], np.random.default_rng(vary))
        for k, starts in self.triple_start.items():
            triples = [np.zeros((0, 4), dtype=np.int64)]
            for row, (w, a, b) in enumerate(cuts):
                found = self.data[k][starts[w] : starts[w + 1]].astype(np.int64)
                found = found[((found[:, :2] >= a) & (found[:, :2] < b)).all(1)]
                triples.append(np.insert(found + [1 - a, 1 - a, 0], 0, row, axis=1))
            out[k] = np.concatenate(triples)
        for k in ("pair", "story"):
            out[k] = self.data[k][cuts[:, 0]].astype(np.int64)
        return {k: torch.from_numpy(v).to(device, non_blocking=True) for k, v in out.items()}

    def epoch(self, *, pieces: int, shares: dict[str, float], seed: int, leave: np.ndarray | None = None) -> Iterator[np.ndarray]:
        """Batches (n, 3, as `batch` takes them) of about `pieces` pieces over one epoch.

        `shares` says how often each corpus is seen (1 unless named); `leave` marks windows left out. Windows are cut anew each time where a sentence may begin,
        into pieces of the sizes in CUTS, so that short texts are read as well as long ones.
        """
        rng = np.random.default_rng(seed)
        picked = []
        for name in np.unique(self.corpus):
            of = np.flatnonzero((self.corpus == name) & (~leave if leave is not None else True))
            share = shares.get(str(name), 1.0)
            picked += [of] * int(share) + [rng.permutation(of)[: int(len(of) * (share % 1))]]
        order = np.concatenate([self._cut(w, size) for w, size in zip(np.concatenate(picked), rng.choice(list(CUTS), sum(map(len, picked)), p=list(CUTS.values())), strict=True)])
        sizes = order[:, 2] - order[:, 1]
        order = order[np.argsort(sizes * rng.uniform(0.9, 1.1, len(order)), kind="stable")]  # alike in length, but not always the same company
        groups, first, longest = [], 0, 0
        for i, size in enumerate(order[:, 2] - order[:, 1]):
            longest = max(longest, int(size) + 2)
            if longest * (i + 1 - first) > pieces and i > first:
                groups.append(order[first:i])
                first, longest = i, int(size) + 2
        groups.append(order[first:])
        for g in rng.permutation(len(groups)):
            yield groups[g]

    def _cut(self, window: int, size: int) -> np.ndarray:
        """Window to cuts of at most `size` pieces, each as long as sentences allow; what bears one label for the whole text stays whole."""
        n = int(self.length[window])
        if n <= size or self.data["pair"][window] != NO or self.data["story"][window] != NO:
            return np.array([[window, 0, n]])
        places = [*np.flatnonzero(self.data["begin"][self.start[window] : self.start[window + 1]]).tolist(), n]
        out, first, last = [], 0, 0
        for place in places:
            if place - first > size and last > first:
                out.append((window, first, last))
                first = last
            last = place
        return np.array([*out, (window, first, n)])


def _vary(ids: np.ndarray, mark: np.ndarray, rng: np.random.Generator) -> None:
    """Some windows get straight quotation marks for curly ones, some curly for straight; some marked pairs lose a party."""
    for row in range(len(ids)):
        luck = rng.random()
        if luck < 0.35:
            ids[row][(ids[row] == OPENING) | (ids[row] == CLOSING)] = STRAIGHT
            ids[row][ids[row] == RAISED] = APOSTROPHE
        elif luck < 0.5:
            at = np.flatnonzero(ids[row] == STRAIGHT)
            ids[row][at[::2]], ids[row][at[1::2]] = OPENING, CLOSING
            ids[row][ids[row] == APOSTROPHE] = RAISED
        for party in (1, 2):
            if rng.random() < 0.07:
                mark[row][mark[row] == party] = 0
