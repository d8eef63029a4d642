"""How sure a head is against how often it is right: one temperature a head, fitted on half of the dev windows, measured on the other half.

Coreference points at words and means entities: of several words that speak of the same thing none is more right than another, and the head was never trained to prefer one.
So its answers are entities: what it gives to the words of one cluster is added up before the temperature is fitted and the error measured.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch

from onrecord_training.losses import NO, arc_scores, coreference_scores, cue_scores, party_logits, role_logits, taking_part, wanted_of

if TYPE_CHECKING:
    from torch import Tensor

    from onrecord_training.batches import Windows
    from onrecord_training.model import Reader

Reliability = tuple[float, list[tuple[float, float, int]]]
MOST = 40_000  # answers of a head kept for each half
BINS = 15


class Answers(NamedTuple):
    """Logits (answers, columns), the right column of each answer and, where several columns are one answer, the first of those that each belongs to (answers, columns)."""

    logits: np.ndarray
    wanted: np.ndarray
    one: np.ndarray | None = None

    def at(self, temperature: float) -> np.ndarray:
        """Log probabilities (answers, columns) at a temperature; what is one answer is added up in its first column."""
        out = _log_softmax(self.logits / temperature)
        if self.one is None:
            return out
        n, width = out.shape
        together = np.bincount((np.arange(n)[:, None] * width + self.one).ravel(), np.exp(out).ravel(), n * width)
        return np.log(np.maximum(together, 1e-30)).reshape(n, width)  # type: ignore[no-any-return]


@torch.no_grad()
def answers(model: Reader, windows: Windows, chosen: np.ndarray) -> dict[str, Answers]:
    """What every head answers at every place that the windows in `chosen` annotate, at most MOST a head, evenly drawn."""
    found: dict[str, list[tuple[Tensor, ...]]] = {}
    for w in chosen:
        batch = windows.batch(windows.whole(np.array([w])), "cpu")
        out = model(batch["ids"], batch["case"], batch["space"], batch["mark"], batch["mask"])
        for head, logits, *gold in _places(model, out, batch):
            found.setdefault(head, []).append((logits.float(), *gold))
    return {head: _gather(rows) for head, rows in found.items()}


def _places(model: Reader, out: dict[str, Tensor], batch: dict[str, Tensor]) -> list[tuple[str, *tuple[Tensor, ...]]]:
    places: list[tuple[str, *tuple[Tensor, ...]]] = [(k, out[k][batch[k] != NO], batch[k][batch[k] != NO]) for k in ("tok", "sent", "upos", "xpos", "lemma", "names", "arms", "parts", "sourced", "pred", "etype", "status", "stated", "act") if k in out]
    known = batch["head"] != NO
    places.append(("arc", arc_scores(out, batch["sid"])[known], batch["head"][known]))
    at = batch["head"].clamp(min=0)[..., None].expand(-1, -1, out["rel_to"].shape[-1])
    labelled = known & (batch["rel"] != NO)
    places.append(("rel", model.rel_out(out["rel_from"] * out["rel_to"].gather(1, at))[labelled], batch["rel"][labelled]))
    known = batch["cue"] != NO
    places.append(("cue", cue_scores(out, batch["mask"])[known], batch["cue"][known]))
    places.append(("coref", *_entities(coreference_scores(out, batch["sid"]), batch["cluster"])))
    row, where = (batch["pred"] == 1).nonzero(as_tuple=True)
    if len(row) and len(batch["args"]):
        target, inside = wanted_of(batch, "args", row, where)
        places.append(("role", role_logits(model, out, row, where)[inside], target[inside]))
    row, where = taking_part(batch).nonzero(as_tuple=True)
    if len(row) and "stated" in out:
        target, inside = wanted_of(batch, "parties", row, where)
        places.append(("party", party_logits(model, out, row, where)[inside], target[inside]))
    known = batch["pair"] != NO
    places.append(("pair", out["pair"][known], batch["pair"][known]))
    return [p for p in places if len(p[2])]


def _entities(scores: Tensor, cluster: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Scores (mentions, 1 + antecedents) of the mentions that have a `cluster`, their right columns, and the column of the first word of each column's entity."""
    t = cluster.shape[1]
    same = (cluster[:, :, None] == cluster[:, None, :]) & (cluster > 0)[:, :, None] | torch.eye(t, dtype=torch.bool)
    first = 1 + same.int().argmax(-1)  # a word without a cluster is its own
    columns = torch.cat([torch.zeros_like(first[:, :1]), first], -1)[:, None, :].expand(-1, t, -1)
    right = torch.where(first < 1 + torch.arange(t), first, 0)  # the first of its entity is new
    known = cluster > 0
    return scores[known], right[known], columns[known]


def _gather(rows: list[tuple[Tensor, ...]]) -> Answers:
    total = sum(len(r[1]) for r in rows)
    step = max(1, total // MOST)
    widest = max(r[0].shape[1] for r in rows)
    kept: list[list[np.ndarray]] = []
    at = 0
    for logits, *gold in rows:
        take = torch.arange(-at % step, len(gold[0]), step)
        at += len(gold[0])
        over = ((0, 0), (0, widest - logits.shape[1]))
        kept.append([np.pad(logits[take].numpy(), over, constant_values=-1e4), gold[0][take].numpy(), *(np.pad(g[take].numpy(), over, mode="edge") for g in gold[1:])])
    return Answers(*(np.concatenate(part) for part in zip(*kept, strict=True)))


def temperature(answers: Answers) -> float:
    """The temperature that makes what is wanted likeliest: a search over 0.5 to 4 in steps of a fiftieth."""
    steps = np.exp(np.linspace(np.log(0.5), np.log(4.0), 105))
    return float(min(steps, key=lambda t: -answers.at(t)[np.arange(len(answers.wanted)), answers.wanted].mean()))


def reliability(answers: Answers, temperature: float = 1.0) -> Reliability:
    """Expected calibration error of the best answer, and its bins."""
    p = np.exp(answers.at(temperature))
    return calibration_error(p.max(-1), p.argmax(-1) == answers.wanted)


def calibration_error(sure: np.ndarray, right: np.ndarray, *, bins: int = BINS) -> Reliability:
    """Expected calibration error over `bins` bins of equal width (Guo et al. 2017), and each bin as (mean confidence, share right, answers)."""
    of = np.minimum((sure * bins).astype(int), bins - 1)
    rows = [(float(sure[of == b].mean()), float(right[of == b].mean()), int((of == b).sum())) for b in range(bins) if (of == b).any()]
    return sum(abs(c - r) * n for c, r, n in rows) / max(1, len(right)), rows


def calibrate(model: Reader, windows: Windows, chosen: np.ndarray) -> dict[str, dict[str, object]]:
    """By head: `temperature`, `ece` at that temperature and `raw` without it on the other half, and its `bins`."""
    fitted, held = answers(model, windows, chosen[::2]), answers(model, windows, chosen[1::2])
    return {head: stated(held.get(head, of), temperature(of)) for head, of in sorted(fitted.items())}


def measure(graph: Reader, windows: Windows, temperatures: dict[str, float]) -> dict[str, dict[str, object]]:
    """The same rows of a graph whose heads have their `temperatures`, on the half of the windows that these were not fitted on."""
    held = answers(graph, windows, np.arange(len(windows))[1::2])
    return {head: stated(of, temperatures.get(head, 1.0), applied=True) for head, of in sorted(held.items())}


def stated(held: Answers, t: float, *, applied: bool = False) -> dict[str, object]:
    """A head's row: `temperature`, `ece` at it and `raw` without it, `answers`, `bins`. Where it was `applied` the logits have been divided by it."""
    ece, bins = reliability(held, 1.0 if applied else t)
    raw = reliability(held, 1 / t if applied else 1.0)[0]
    return {"temperature": round(t, 3), "ece": round(ece, 4), "raw": round(raw, 4), "answers": len(held.wanted), "bins": bins}


def last_layers(head: str) -> list[str]:
    """The layers by whose weights a head's logits are made, as `Reader` names them: what divides them divides the logits."""
    pairwise = {"arc": ["arc.left.2"], "cue": ["cue.left.2"], "coref": ["coref.left.2", "new"], "rel": ["rel_out"], "role": ["role_out"], "party": ["party_out"], "pair": ["pair.3"]}
    return pairwise.get(head, [f"tag.{head}"])


@torch.no_grad()
def apply(model: Reader, temperatures: dict[str, float]) -> None:
    """Divides each head's last layer by its temperature, so that no one who reads the graph has to know of it."""
    for head, t in temperatures.items():
        for layer in last_layers(head):
            for parameter in model.get_submodule(layer).parameters():
                parameter.div_(t)


def _log_softmax(x: np.ndarray) -> np.ndarray:
    shifted = x - x.max(-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))  # type: ignore[no-any-return]
