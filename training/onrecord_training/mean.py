"""Weights between those of a run and those that it began from (Wortsman et al. 2022, "Robust fine-tuning of zero-shot models"): what was learned, and most of what was known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch

if TYPE_CHECKING:
    from pathlib import Path


def mean(start: Path, run: Path, out: Path, share: float) -> None:
    """Leaves in `out` a checkpoint whose averaged weights lie at `share` (0 to 1) of the way from `start` (`.npz`) to those of `run`.

    A head that `start` lacks is taken from the run. Raises ValueError where a weight has another shape in the two.
    """
    average = torch.load(run / "checkpoint.pt", map_location="cpu", weights_only=True)["average"]
    with np.load(start) as stored:
        for name in set(stored.files) & set(average):
            before = torch.from_numpy(stored[name].astype(np.float32))
            if before.shape != average[name].shape:
                message = f"{name}: {tuple(before.shape)} in {start}, {tuple(average[name].shape)} in {run}"
                raise ValueError(message)
            average[name] = torch.lerp(before, average[name], share)
    out.mkdir(parents=True, exist_ok=True)
    torch.save({"average": average}, out / "checkpoint.pt")
