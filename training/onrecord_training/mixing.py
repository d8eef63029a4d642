"""The mean of two runs' weights, and the head of marked pairs tuned once more on what that encoder sees (itself left as it is)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch.nn import functional as F

from onrecord_training.batches import NO
from onrecord_training.evaluate import evaluate
from onrecord_training.export import load_checkpoint

if TYPE_CHECKING:
    from pathlib import Path

    from torch import Tensor

    from onrecord_training.batches import Windows
    from onrecord_training.model import Reader

VIEWS, EPOCHS, RATE = 4, 24, 5e-4


def mix(first: Path, second: Path, data: Path, out: Path, train: Windows, dev: Windows, *, share: float = 0.5) -> dict[str, float]:
    """Leaves in `out` the weights (1 - share) · first + share · second, with the pair head tuned, and their figures on dev."""
    model, other = load_checkpoint(first, data).state_dict(), load_checkpoint(second, data).state_dict()
    mixed = load_checkpoint(first, data)
    mixed.load_state_dict({k: (1 - share) * v + share * other[k] for k, v in model.items()})
    tune_pairs(mixed, train)
    out.mkdir(parents=True, exist_ok=True)
    torch.save({"average": mixed.state_dict()}, out / "checkpoint.pt")
    figures = evaluate(mixed, dev, device="cpu")
    (out / "figures.json").write_text(json.dumps(figures, indent=1) + "\n")
    return figures


def tune_pairs(model: Reader, windows: Windows, *, epochs: int = EPOCHS) -> float:
    """Tunes the pair head on every marked pair; returns the last loss. Half of the passes see the pairs varied (quotation marks, hidden parties)."""
    torch.manual_seed(1)
    pairs = np.flatnonzero(windows.data["pair"] != NO)
    wanted = torch.from_numpy(windows.data["pair"][pairs].astype(np.int64))
    plain, varied = _views(model, windows, pairs, None), [_views(model, windows, pairs, 100 * v) for v in range(VIEWS)]
    optimiser = torch.optim.AdamW(model.pair.parameters(), lr=RATE, weight_decay=0.01)
    model.pair.train()
    loss = torch.zeros(())
    for epoch in range(epochs):
        optimiser.param_groups[0]["lr"] = RATE * (1 - epoch / epochs)
        seen = varied[epoch % VIEWS] if epoch % 2 else plain
        for at in torch.randperm(len(pairs)).split(64):
            loss = F.cross_entropy(model.pair(F.dropout(seen[at], 0.1)), wanted[at], label_smoothing=0.05)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
    model.eval()
    return float(loss.detach())


@torch.no_grad()
def _views(model: Reader, windows: Windows, chosen: np.ndarray, vary: int | None) -> Tensor:
    """What the pair head is given for each pair in `chosen` (pairs, size)."""
    model.eval()
    found: list[Tensor] = []
    hook = model.pair[0].register_forward_pre_hook(lambda _, given: found.append(given[0]))
    for at in range(0, len(chosen), 64):
        batch = windows.batch(windows.whole(chosen[at : at + 64]), "cpu", vary=None if vary is None else vary + at)
        model.pairs(batch["ids"], batch["case"], batch["space"], batch["mark"], batch["mask"])
    hook.remove()
    return torch.cat(found)
