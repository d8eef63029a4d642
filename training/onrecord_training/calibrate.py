"""How sure a head is against how often it is right: one temperature a head, fitted on half of the dev windows, measured on the other half."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch

from onrecord_training.losses import NO, arc_scores, coreference_scores, cue_scores, party_logits, role_logits, taking_part, wanted_of

if TYPE_CHECKING:
    from torch import Tensor

    from onrecord_training.batches import Windows
    from onrecord_training.model import Reader

Answers = tuple[np.ndarray, np.ndarray]  # logits (answers, classes), wanted (answers)
MOST = 40_000  # answers of a head kept for each half
BINS = 15


@torch.no_grad()
def answers(model: Reader, windows: Windows, chosen: np.ndarray) -> dict[str, Answers]:
    """Logits and gold class of every head at every place that the windows in `chosen` annotate, at most MOST a head, evenly drawn."""
    found: dict[str, list[tuple[Tensor, Tensor]]] = {}
    for w in chosen:
        batch = windows.batch(windows.whole(np.array([w])), "cpu")
        out = model(batch["ids"], batch["case"], batch["space"], batch["mark"], batch["mask"])
        for head, logits, wanted in _places(model, out, batch):
            found.setdefault(head, []).append((logits.float(), wanted))
    return {head: _gather(pairs) for head, pairs in found.items()}


def _places(model: Reader, out: dict[str, Tensor], batch: dict[str, Tensor]) -> list[tuple[str, Tensor, Tensor]]:
    places = [(k, out[k][batch[k] != NO], batch[k][batch[k] != NO]) for k in ("tok", "sent", "upos", "xpos", "lemma", "names", "arms", "parts", "sourced", "pred", "etype", "status", "stated", "act")]
    known = batch["head"] != NO
    places.append(("arc", arc_scores(out, batch["sid"])[known], batch["head"][known]))
    at = batch["head"].clamp(min=0)[..., None].expand(-1, -1, out["rel_to"].shape[-1])
    labelled = known & (batch["rel"] != NO)
    places.append(("rel", model.rel_out(out["rel_from"] * out["rel_to"].gather(1, at))[labelled], batch["rel"][labelled]))
    known = batch["cue"] != NO
    places.append(("cue", cue_scores(out, batch["mask"])[known], batch["cue"][known]))
    cluster = batch["cluster"]
    scores = coreference_scores(out, batch["sid"])
    earlier = torch.ones(cluster.shape[1], cluster.shape[1], dtype=torch.bool).tril(-1)
    same = (cluster[:, :, None] == cluster[:, None, :]) & (cluster > 0)[:, :, None] & earlier
    right = torch.cat([~same.any(-1, keepdim=True), same], -1)
    best = scores.masked_fill(~right, -1e5).argmax(-1)  # of several right antecedents the likeliest
    known = cluster > 0
    places.append(("coref", scores[known], best[known]))
    row, where = (batch["pred"] == 1).nonzero(as_tuple=True)
    if len(row) and len(batch["args"]):
        target, inside = wanted_of(batch, "args", row, where)
        places.append(("role", role_logits(model, out, row, where)[inside], target[inside]))
    row, where = taking_part(batch).nonzero(as_tuple=True)
    if len(row):
        target, inside = wanted_of(batch, "parties", row, where)
        places.append(("party", party_logits(model, out, row, where)[inside], target[inside]))
    known = batch["pair"] != NO
    places.append(("pair", out["pair"][known], batch["pair"][known]))
    return [p for p in places if len(p[2])]


def _gather(pairs: list[tuple[Tensor, Tensor]]) -> Answers:
    total = sum(len(w) for _, w in pairs)
    step = max(1, total // MOST)
    widest = max(x.shape[1] for x, _ in pairs)
    logits, wanted, at = [], [], 0
    for x, w in pairs:
        take = torch.arange(-at % step, len(w), step)
        at += len(w)
        logits.append(np.pad(x[take].numpy(), ((0, 0), (0, widest - x.shape[1])), constant_values=-1e4))
        wanted.append(w[take].numpy())
    return np.concatenate(logits), np.concatenate(wanted)


def temperature(logits: np.ndarray, wanted: np.ndarray) -> float:
    """The temperature that makes `wanted` likeliest: a search over 0.5 to 4 in steps of a fiftieth."""
    steps = np.exp(np.linspace(np.log(0.5), np.log(4.0), 105))
    return float(min(steps, key=lambda t: -_log_softmax(logits / t)[np.arange(len(wanted)), wanted].mean()))


def reliability(logits: np.ndarray, wanted: np.ndarray, *, bins: int = BINS) -> tuple[float, list[tuple[float, float, int]]]:
    """Expected calibration error of the best class over `bins` bins of equal width, and each bin as (mean confidence, share right, answers)."""
    p = np.exp(_log_softmax(logits))
    sure, right = p.max(-1), p.argmax(-1) == wanted
    of = np.minimum((sure * bins).astype(int), bins - 1)
    rows = [(float(sure[of == b].mean()), float(right[of == b].mean()), int((of == b).sum())) for b in range(bins) if (of == b).any()]
    return sum(abs(c - r) * n for c, r, n in rows) / max(1, len(wanted)), rows


def calibrate(model: Reader, windows: Windows, chosen: np.ndarray) -> dict[str, dict[str, object]]:
    """By head: `temperature`, `ece` at that temperature and `raw` without it on the other half, and its `bins`."""
    fitted, held = answers(model, windows, chosen[::2]), answers(model, windows, chosen[1::2])
    out: dict[str, dict[str, object]] = {}
    for head, (logits, wanted) in sorted(fitted.items()):
        t = temperature(logits, wanted)
        other, gold = held.get(head, (logits, wanted))
        ece, bins = reliability(other / t, gold)
        out[head] = {"temperature": round(t, 3), "ece": round(ece, 4), "raw": round(reliability(other, gold)[0], 4), "answers": len(gold), "bins": bins}
    return out


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
