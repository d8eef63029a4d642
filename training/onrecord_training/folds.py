"""The PLOVER root of a marked pair, tried on folds: a trunk that has seen no pair is tuned on four fifths of them and asked about the last, seed by seed."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from onrecord_training.batches import NO
from onrecord_training.calibrate import Answers, stated, temperature
from onrecord_training.model import Reader

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord_training.batches import Windows

FOLDS = 5
EPOCHS, PAIRS, BODY, HEAD, SMOOTHING = 6, 16, 2e-4, 1e-3, 0.05


def fold_figures(wanted: np.ndarray, found: np.ndarray) -> tuple[float, float]:
    """Accuracy and macro-F1 over the classes that occur in `wanted`."""
    f1 = []
    for c in np.unique(wanted):
        right = ((wanted == c) & (found == c)).sum()
        f1.append(2 * right / max(1, (wanted == c).sum() + (found == c).sum()))
    return float((wanted == found).mean()), float(np.mean(f1))


def tune(trunk: Reader, windows: Windows, chosen: np.ndarray, *, seed: int, epochs: int = EPOCHS) -> Reader:
    """A copy of `trunk` tuned on the pairs in `chosen` alone (a new head and the upper half of the layers), rates falling to nothing."""
    torch.manual_seed(seed)
    model = Reader(trunk.labels, trunk.shape)
    state = trunk.state_dict()
    model.load_state_dict({**state, **{k: v for k, v in model.state_dict().items() if k.startswith("pair.")}})
    rng = np.random.default_rng(seed)
    head = list(model.pair.parameters())
    for parameter in model.parameters():  # embeddings and the lower layers stay as they are: most of the weights, and few pairs
        parameter.requires_grad_(False)
    layers = list(model.encoder.layers[len(model.encoder.layers) // 2 :].parameters())
    for parameter in (*layers, *head):
        parameter.requires_grad_(True)
    optimiser = torch.optim.AdamW([{"params": layers, "lr": BODY}, {"params": head, "lr": HEAD}], betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    rates = [g["lr"] for g in optimiser.param_groups]
    steps = epochs * -(-len(chosen) // PAIRS)
    step = 0
    model.train()
    for _ in range(epochs):
        order = chosen[np.argsort(windows.length[chosen] * rng.uniform(0.8, 1.2, len(chosen)), kind="stable")]  # alike in length: little padding
        for at in rng.permutation(np.arange(0, len(order), PAIRS)):
            batch = windows.batch(windows.whole(order[at : at + PAIRS]), "cpu", vary=1000 * seed + step)
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * min(1.0, (step + 1) / (0.1 * steps)) * (1 - step / steps)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                out = model.pairs(batch["ids"], batch["case"], batch["space"], batch["mark"], batch["mask"])
            loss = F.cross_entropy(out.float(), batch["pair"], ignore_index=NO, label_smoothing=SMOOTHING)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_([*layers, *head], 1.0)
            optimiser.step()
            step += 1
    return model.eval()


@torch.no_grad()
def ask(model: Reader, windows: Windows, chosen: np.ndarray) -> np.ndarray:
    """Scores (pairs, classes) of every pair in `chosen`."""
    found = []
    for at in range(0, len(chosen), 64):
        batch = windows.batch(windows.whole(chosen[at : at + 64]), "cpu")
        found.append(model.pairs(batch["ids"], batch["case"], batch["space"], batch["mark"], batch["mask"]).numpy())
    return np.concatenate(found)


def cross_validate(trunk: Reader, windows: Windows, file: Path, *, seeds: tuple[int, ...] = (1, 2, 3), epochs: int = EPOCHS) -> dict[str, Any]:
    """Accuracy and macro-F1 (mean, and standard deviation over seeds) over all folds; `file` keeps each run's answers, so that a stopped trial goes on.

    Folds never part two readings of one sentence (`group`). A seed's figures are of all pairs, each answered by the model that had not seen it.
    """
    pairs = np.flatnonzero(windows.data["pair"] != NO)
    group, wanted = windows.data["group"][pairs], windows.data["pair"][pairs]
    done: dict[str, list[list[float]]] = json.loads(file.read_text()) if file.exists() else {}
    folds = [fold for fold in range(FOLDS) if (group == fold).any()]
    for seed in seeds:
        for fold in folds:
            key = f"{seed}.{fold}"
            if key not in done:
                model = tune(trunk, windows, pairs[group != fold], seed=10 * seed + fold, epochs=epochs)
                done[key] = ask(model, windows, pairs[group == fold]).round(4).tolist()
                file.write_text(json.dumps(done))
                sys.stderr.write(f"seed {seed} fold {fold}: accuracy {fold_figures(wanted[group == fold], np.array(done[key]).argmax(-1))[0]:.3f}\n")
    scores = np.zeros((len(seeds), len(pairs), len(trunk.labels["pairs"])))
    for i, seed in enumerate(seeds):
        for fold in folds:
            scores[i, group == fold] = done[f"{seed}.{fold}"]
    accuracy, macro = np.array([fold_figures(wanted, s.argmax(-1)) for s in scores]).T
    even = np.arange(len(pairs)) % 2 == 0
    fitted, held = (Answers(scores[:, part].reshape(-1, scores.shape[-1]), np.tile(wanted[part], len(seeds))) for part in (even, ~even))
    return {
        "accuracy": float(accuracy.mean()), "accuracy_sd": float(accuracy.std()), "macro_f1": float(macro.mean()), "macro_f1_sd": float(macro.std()), "pairs": len(pairs),
        "calibration": {"pair": stated(held, temperature(fitted))},
    }  # fmt: skip
