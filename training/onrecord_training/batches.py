"""Windows from disk to batches of about equal size, the same in every run of one seed."""

from __future__ import annotations

from pathlib import Path
from typing import Iterator

import numpy as np
import torch
from torch import Tensor

NO = -100
FILL = {"ids": 0, "case": 0, "space": 0, "mark": 0, "sure": np.nan}
PIECEWISE = ("tok", "sent", "upos", "xpos", "lemma", "head", "rel", "sid", "names", "arms", "parts", "cue", "cluster", "pred", "etype", "mark", "ids", "case", "space", "sure")
FIRST, LAST = 101, 102
STRAIGHT, APOSTROPHE, OPENING, CLOSING, RAISED = 1000, 1005, 1523, 1524, 1521  # " ' “ ” ’ in the vocabulary


class Windows:
    """All windows of one file that `prepare` wrote."""

    def __init__(self, file: Path) -> None:
        with np.load(file) as stored:
            self.data = {k: stored[k] for k in stored.files}
        self.length = self.data["length"]
        self.corpus = self.data["corpus"]
        self.start = np.concatenate([[0], np.cumsum(self.length)])
        self.arg_start = np.concatenate([[0], np.cumsum(self.data["args_length"])])

    def __len__(self) -> int:
        return len(self.length)

    def batch(self, chosen: np.ndarray, device: str, *, vary: int | None = None) -> dict[str, Tensor]:
        """These windows framed with [CLS] and [SEP], padded, as tensors on `device`; `vary` (a seed) changes quotation marks and hides parties."""
        longest = int(self.length[chosen].max()) + 2
        out: dict[str, np.ndarray] = {}
        for k in PIECEWISE:
            source = self.data[k]
            filled = np.full((len(chosen), longest, *source.shape[1:]), FILL.get(k, NO), dtype=np.float32 if k == "sure" else np.int64)
            for row, w in enumerate(chosen):
                filled[row, 1 : 1 + self.length[w]] = source[self.start[w] : self.start[w + 1]]
            out[k] = filled
        for k in ("head", "cue"):
            out[k] = np.where(out[k] != NO, out[k] + 1, NO)
        out["mask"] = np.zeros((len(chosen), longest), dtype=bool)
        for row, w in enumerate(chosen):
            n = int(self.length[w])
            out["ids"][row, 0], out["ids"][row, n + 1] = FIRST, LAST
            out["space"][row, 1] = 2
            out["mask"][row, : n + 2] = True
        if vary is not None:
            _vary(out["ids"], out["mark"], np.random.default_rng(vary))
        args = [np.insert(self.data["args"][self.arg_start[w] : self.arg_start[w + 1]] + [1, 1, 0], 0, row, axis=1) for row, w in enumerate(chosen)]
        out["args"] = np.concatenate(args).astype(np.int64)
        for k in ("pair", "story"):
            out[k] = self.data[k][chosen].astype(np.int64)
        return {k: torch.from_numpy(v).to(device, non_blocking=True) for k, v in out.items()}

    def epoch(self, *, pieces: int, shares: dict[str, float], seed: int, leave: np.ndarray | None = None) -> Iterator[np.ndarray]:
        """Batches of about `pieces` pieces over one epoch; `shares` says how often each corpus is seen (1 unless named); `leave` marks windows left out."""
        rng = np.random.default_rng(seed)
        picked = []
        for name in np.unique(self.corpus):
            of = np.flatnonzero((self.corpus == name) & (~leave if leave is not None else True))
            share = shares.get(str(name), 1.0)
            picked += [of] * int(share) + [rng.permutation(of)[: int(len(of) * (share % 1))]]
        order = np.concatenate(picked)
        noisy = self.length[order] * rng.uniform(0.7, 1.3, len(order))  # alike in length, but not always the same company
        order = order[np.argsort(noisy, kind="stable")]
        groups, first, longest = [], 0, 0
        for i, w in enumerate(order):
            longest = max(longest, int(self.length[w]) + 2)
            if longest * (i + 1 - first) > pieces and i > first:
                groups.append(order[first:i])
                first, longest = i, int(self.length[w]) + 2
        groups.append(order[first:])
        for g in rng.permutation(len(groups)):
            yield groups[g]


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
