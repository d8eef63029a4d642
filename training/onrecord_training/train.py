"""The trainer: runs on CPU and CUDA, in stretches, resuming where it stopped."""

from __future__ import annotations

import json
import queue
import shutil
import sys
import threading
import time
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Iterator

import numpy as np
import torch
from torch import Tensor, nn

from onrecord_training.batches import Windows
from onrecord_training.evaluate import evaluate, show
from onrecord_training.losses import WEIGHTS, losses
from onrecord_training.model import Reader, Shape


@dataclass(frozen=True)
class Recipe:
    """Everything that decides what comes out, but the data."""

    epochs: int = 12
    pieces: int = 8192
    body: float = 3e-4
    heads: float = 1e-3
    warmup: float = 0.06
    decay: float = 0.01
    average: float = 0.999
    seed: int = 1
    fold: int = -1  # this fold of the marked pairs is left out and scored
    bf16: bool = True  # false on a processor whose products in bfloat16 are slower than those in single precision
    part: int = 1  # only every so-manieth window, for ablations
    shares: dict[str, float] = field(default_factory=dict)
    late: dict[str, float] = field(default_factory=dict)  # other shares from epoch `late_from` on
    late_from: int = 1000
    weights: dict[str, float] = field(default_factory=dict)

    @classmethod
    def read(cls, file: Path) -> Recipe:
        """The recipe in a TOML file."""
        return cls(**tomllib.loads(file.read_text(encoding="utf8")))


class Trainer:
    """Model, optimiser, averaged weights and where the run stands."""

    def __init__(self, recipe: Recipe, data: Path, out: Path, start: Path | None, shape: Shape | None = None) -> None:
        self.recipe, self.out, self.shape = recipe, out, shape
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        torch.manual_seed(recipe.seed)
        self.labels = json.loads((data / "labels.json").read_text(encoding="utf8"))
        self.windows = Windows(data / "train.npz")
        self.dev = Windows(data / "dev.npz")
        self.model = Reader(self.labels, shape)
        if start is not None:
            load_start(self.model, start)
        self.model.to(self.device)
        body = list(self.model.encoder.parameters())
        rest = [p for n, p in self.model.named_parameters() if not n.startswith("encoder.")]
        self.optimiser = torch.optim.AdamW(
            [{"params": body, "lr": recipe.body}, {"params": rest, "lr": recipe.heads}], betas=(0.9, 0.98), weight_decay=recipe.decay, fused=True
        )
        self.average = {k: v.detach().clone().float() for k, v in self.model.state_dict().items()}
        self.leave = (self.windows.corpus == "plv") & (self.windows.data["group"] == recipe.fold)
        if recipe.part > 1:
            self.leave |= np.arange(len(self.windows)) % recipe.part != 0
        self.epoch, self.step, self.done = 0, 0, 0
        self.total = sum(len(list(self._plan(e))) for e in range(recipe.epochs))

    def _plan(self, epoch: int) -> Iterator[np.ndarray]:
        r = self.recipe
        shares = r.shares | (r.late if epoch >= r.late_from else {})
        return self.windows.epoch(pieces=r.pieces, shares=shares, seed=1000 * r.seed + epoch, leave=self.leave)

    def run(self, *, until: float) -> bool:
        """Trains until the recipe is done (true) or the clock (time.monotonic) says `until` (false, a checkpoint is left)."""
        weights = WEIGHTS | self.recipe.weights
        began, seen, saved = time.monotonic(), {k: [] for k in weights}, time.monotonic()
        while self.epoch < self.recipe.epochs:
            plan = list(self._plan(self.epoch))[self.done :]
            for batch in _ahead(self.windows, plan, self.device, seed=self.step):
                self.model.train()
                for group, base in zip(self.optimiser.param_groups, (self.recipe.body, self.recipe.heads), strict=True):
                    group["lr"] = base * self._rate(self.step)
                with torch.autocast(self.device, dtype=torch.bfloat16, enabled=self.recipe.bf16):
                    out = self.model(batch["ids"], batch["case"], batch["space"], batch["mark"], batch["mask"])
                    found = losses(self.model, out, batch)
                total = torch.stack([weights[k] * v for k, v in found.items()]).sum()
                self.optimiser.zero_grad(set_to_none=True)
                total.backward()
                nn.utils.clip_grad_norm_(self.model.parameters(), 2.0)
                self.optimiser.step()
                self.step += 1
                self.done += 1
                self._update_average()
                for k, v in found.items():
                    seen[k].append(v.detach())
                now = time.monotonic()
                if self.step % 100 == 0:
                    line = " ".join(f"{k} {torch.stack(v).mean().item():.3f}" for k, v in seen.items() if v)
                    sys.stderr.write(f"step {self.step}/{self.total} {self.step and (now - began):.0f}s {line}\n")
                    sys.stderr.flush()
                    seen = {k: [] for k in weights}
                if now > until or now - saved > 480:
                    self.save()
                    saved = now
                    if now > until:
                        return False
            self.epoch, self.done = self.epoch + 1, 0
            self.save()
            if self.epoch == self.recipe.late_from:  # what has not seen the late corpora: folds are tried on it
                shutil.copy(self.out / "checkpoint.pt", self.out / "early.pt")
        self.save()
        return True

    def _rate(self, step: int) -> float:
        warm = max(1, int(self.recipe.warmup * self.total))
        return min(1.0, (step + 1) / warm) * max(0.0, 1 - step / max(1, self.total)) + 1e-4

    def _update_average(self) -> None:
        keep = min(self.recipe.average, self.step / (self.step + 20))
        state = self.model.state_dict()
        with torch.no_grad():
            torch._foreach_lerp_(list(self.average.values()), [state[k].float() for k in self.average], 1 - keep)

    def averaged(self) -> Reader:
        """A model with the averaged weights."""
        model = Reader(self.labels, self.shape).to(self.device)
        model.load_state_dict(self.average)
        return model.eval()

    def save(self) -> None:
        """Leaves a checkpoint from which the run goes on exactly."""
        self.out.mkdir(parents=True, exist_ok=True)
        state: dict[str, Any] = {
            "model": self.model.state_dict(), "optimiser": self.optimiser.state_dict(), "average": self.average, "epoch": self.epoch, "step": self.step,
            "done": self.done, "random": torch.get_rng_state(),
        }  # fmt: skip
        torch.save(state, self.out / "checkpoint.part")
        (self.out / "checkpoint.part").replace(self.out / "checkpoint.pt")

    def resume(self) -> bool:
        """Goes on from the checkpoint in the run's folder, if there is one."""
        file = self.out / "checkpoint.pt"
        if not file.exists():
            return False
        state = torch.load(file, map_location=self.device, weights_only=True)
        self.model.load_state_dict(state["model"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.average = state["average"]
        self.epoch, self.step, self.done = state["epoch"], state["step"], state["done"]
        torch.set_rng_state(state["random"].cpu())
        return True


def _ahead(windows: Windows, plan: list[np.ndarray], device: str, *, seed: int) -> Iterator[dict[str, Tensor]]:
    """Batches made by threads while the model works, in order."""
    if device == "cpu":
        yield from (windows.batch(chosen, device, vary=seed + i) for i, chosen in enumerate(plan))
        return
    made: queue.Queue[dict[str, Tensor]] = queue.Queue(maxsize=8)

    def work() -> None:
        for i, chosen in enumerate(plan):
            made.put(windows.batch(chosen, "cpu", vary=seed + i))

    threading.Thread(target=work, daemon=True).start()
    for _ in plan:
        yield {k: v.to(device, non_blocking=True) for k, v in made.get().items()}


def load_start(model: Reader, start: Path) -> None:
    """Initial weights: MiniLM's safetensors, or half-precision arrays (`.npz`) of a trained model or an encoder."""
    if start.suffix == ".safetensors":
        model.encoder.load_minilm(start)
        return
    with np.load(start) as stored:
        state = {k: torch.from_numpy(stored[k].astype(np.float32)) for k in stored.files}
    model.load_state_dict(state, strict=False)


def save_halves(state: dict[str, Tensor], out: Path, *, parts: int = 4) -> None:
    """The weights in half precision in `parts` files, each small enough to be carried."""
    out.mkdir(parents=True, exist_ok=True)
    groups: list[dict[str, np.ndarray]] = [{} for _ in range(parts)]
    sizes = [0] * parts
    for name, tensor in sorted(state.items(), key=lambda kv: -kv[1].numel()):
        rows = np.array_split(tensor.detach().cpu().half().numpy(), parts) if tensor.numel() > 4_000_000 else [tensor.detach().cpu().half().numpy()]
        for i, piece in enumerate(rows):
            k = min(range(parts), key=sizes.__getitem__)
            groups[k][f"{name}|{i}"] = piece
            sizes[k] += piece.nbytes
    for k, group in enumerate(groups):
        np.savez_compressed(out / f"weights-{k}.npz", **group)


def load_halves(folder: Path) -> dict[str, Tensor]:
    """What `save_halves` wrote, in single precision."""
    found: dict[str, dict[int, np.ndarray]] = {}
    for file in sorted(folder.glob("weights-*.npz")):
        with np.load(file) as stored:
            for key in stored.files:
                name, _, i = key.rpartition("|")
                found.setdefault(name, {})[int(i)] = stored[key].astype(np.float32)
    return {name: torch.from_numpy(np.concatenate([p[i] for i in sorted(p)]) if len(p) > 1 else p[0]) for name, p in found.items()}


def train(recipe: Path, data: Path, out: Path, start: Path, seconds: float) -> bool:
    """Trains for at most `seconds`, then scores the averaged weights on dev and leaves them in half precision; true where the recipe is done."""
    until = time.monotonic() + seconds
    trainer = Trainer(Recipe.read(recipe), data, out, start)
    trainer.resume()
    finished = trainer.run(until=until)
    model = trainer.averaged()
    figures = evaluate(model, trainer.dev, device=trainer.device)
    if trainer.recipe.fold >= 0:
        figures |= {f"fold.{k}": v for k, v in evaluate(model, trainer.windows, device=trainer.device, chosen=np.flatnonzero(trainer.leave)).items()}
    show(figures, f"step {trainer.step}{'' if finished else ' (not finished)'}")
    if finished:
        (out / "figures.json").write_text(json.dumps(figures, indent=1) + "\n")
    save_halves(trainer.average, out / "half")
    return finished
