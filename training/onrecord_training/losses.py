"""What each head is trained for: one loss a task, each a mean over what was annotated in the batch."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch
from torch import Tensor
from torch.nn import functional as F

if TYPE_CHECKING:
    from onrecord_training.model import Reader

NO = -100
WEIGHTS = {
    "tok": 0.5, "sent": 0.5, "upos": 1.0, "xpos": 1.0, "lemma": 0.7, "arc": 1.5, "rel": 1.0, "names": 2.0, "arms": 0.3, "parts": 2.5, "sourced": 0.7, "cue": 0.7,
    "pred": 0.5, "role": 1.5, "sure": 1.5, "coref": 0.7, "etype": 1.0, "status": 0.5, "stated": 1.0, "party": 1.0, "act": 1.0, "story": 0.15, "pair": 1.0,
}  # fmt: skip


def losses(model: Reader, out: dict[str, Tensor], batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """The loss of every task that the batch has labels for."""
    found: dict[str, Tensor] = {}
    for k in ("tok", "sent", "upos", "xpos", "lemma", "names", "arms", "parts", "sourced", "pred", "status", "act"):
        target = batch[k]
        if bool((target != NO).any()):
            found[k] = F.cross_entropy(out[k].float().flatten(0, 1), target.flatten(), ignore_index=NO)
    for k in ("etype", "stated"):
        if bool((batch[k] != NO).any()):
            found[k] = _rare(out[k], batch[k])
    if bool(taking_part(batch).any()):
        found["party"] = _parties(model, out, batch)
    if bool((batch["head"] != NO).any()):
        found["arc"], found["rel"] = _trees(model, out, batch)
    if bool((batch["cue"] != NO).any()):
        found["cue"] = F.cross_entropy(cue_scores(out, batch["mask"]).flatten(0, 1), batch["cue"].flatten(), ignore_index=NO)
    if len(batch["args"]):
        found["role"] = _roles(model, out, batch)
    known = ~batch["sure"].isnan()
    if bool(known.any()):
        found["sure"] = F.smooth_l1_loss(out["sure"].float()[known], batch["sure"][known])
    if bool((batch["cluster"] > 0).any()):
        found["coref"] = _coreference(out, batch)
    if bool((batch["story"] != NO).any()):
        found["story"] = _stories(out["etype"], batch)
    if bool((batch["pair"] != NO).any()):
        found["pair"] = F.cross_entropy(out["pair"].float(), batch["pair"], ignore_index=NO, label_smoothing=0.05)
    return found


def arc_scores(out: dict[str, Tensor], sid: Tensor) -> Tensor:
    """Scores (batch, dependent, head) within sentences; a root points at itself."""
    same = (sid[:, :, None] == sid[:, None, :]) & (sid != NO)[:, None, :]
    return _scores(out, "arc").masked_fill(~same, -1e4)


def cue_scores(out: dict[str, Tensor], mask: Tensor) -> Tensor:
    """Scores (batch, piece, piece): to which cue a piece of a source or content belongs."""
    return _scores(out, "cue").masked_fill(~mask[:, None, :], -1e4)


def _scores(out: dict[str, Tensor], name: str) -> Tensor:
    a, b = out[f"{name}_from"], out[f"{name}_to"]
    return (a @ b.transpose(1, 2)).float() / math.sqrt(a.shape[-1])


def _trees(model: Reader, out: dict[str, Tensor], batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
    head = batch["head"]
    arc = F.cross_entropy(arc_scores(out, batch["sid"]).flatten(0, 1), head.flatten(), ignore_index=NO)
    at = head.clamp(min=0)[..., None].expand(-1, -1, out["rel_to"].shape[-1])
    logits = model.rel_out(out["rel_from"] * out["rel_to"].gather(1, at))
    target = torch.where(head == NO, NO, batch["rel"])
    return arc, F.cross_entropy(logits.float().flatten(0, 1), target.flatten(), ignore_index=NO)


def _roles(model: Reader, out: dict[str, Tensor], batch: dict[str, Tensor]) -> Tensor:
    row, where = (batch["pred"] == 1).nonzero(as_tuple=True)
    if len(row) > 600:  # enough for one step, and it bounds the memory
        keep = torch.randperm(len(row), device=row.device)[:600]
        row, where = row[keep], where[keep]
    target, inside = wanted_of(batch, "args", row, where)
    return F.cross_entropy(role_logits(model, out, row, where)[inside].float(), target[inside])


def _rare(logits: Tensor, wanted: Tensor) -> Tensor:
    """Of the class of each piece; a piece of class 0, that tells nothing, counts a twentieth, for there are so many."""
    each = F.cross_entropy(logits.float().flatten(0, 1), wanted.flatten(), ignore_index=NO, reduction="none")
    weight = torch.where(wanted.flatten() > 0, 1.0, 0.05) * (wanted.flatten() != NO)
    return (each * weight).sum() / weight.sum()


def _parties(model: Reader, out: dict[str, Tensor], batch: dict[str, Tensor]) -> Tensor:
    row, where = taking_part(batch).nonzero(as_tuple=True)
    if len(row) > 600:
        keep = torch.randperm(len(row), device=row.device)[:600]
        row, where = row[keep], where[keep]
    target, inside = wanted_of(batch, "parties", row, where)
    each = F.cross_entropy(party_logits(model, out, row, where)[inside].float(), target[inside], reduction="none")
    weight = torch.where(target[inside] > 0, 1.0, 0.2)
    return (each * weight).sum() / weight.sum()


def taking_part(batch: dict[str, Tensor]) -> Tensor:
    """The pieces (batch, pieces) of events and cues: those that have parties."""
    return (batch["status"] != NO) | (batch["stated"] == 1)


def wanted_of(batch: dict[str, Tensor], layer: str, row: Tensor, where: Tensor) -> tuple[Tensor, Tensor]:
    """Class of every piece to each predicate at (`row`, `where`), 0 where it is none, and whether the piece stands in the predicate's sentence; both (predicates, pieces)."""
    sid, triples = batch["sid"], batch[layer]
    target = torch.zeros((len(row), sid.shape[1]), dtype=torch.long, device=row.device)
    index = torch.full(sid.shape, -1, device=row.device)
    index[row, where] = torch.arange(len(row), device=row.device)
    of = index[triples[:, 0], triples[:, 1]]
    triples, of = triples[of >= 0], of[of >= 0]
    target[of, triples[:, 2]] = triples[:, 3]
    return target, (sid[row] == sid[row, where][:, None]) & (sid[row] != NO)


def role_logits(model: Reader, out: dict[str, Tensor], row: Tensor, where: Tensor) -> Tensor:
    """(predicates, pieces, roles) for the predicates at (`row`, `where`)."""
    return model.role_out(out["role_from"][row, where][:, None, :] * out["role_to"][row])


def party_logits(model: Reader, out: dict[str, Tensor], row: Tensor, where: Tensor) -> Tensor:
    """(events, pieces, sides) for the words of events at (`row`, `where`)."""
    return model.party_out(out["role_from"][row, where][:, None, :] * out["role_to"][row])


def coreference_scores(out: dict[str, Tensor], sid: Tensor) -> Tensor:
    """Scores (batch, mention, 1 + antecedent): column 0 says it is new, its score 0; only earlier words can be antecedents."""
    scores = _scores(out, "coref") - out["new"].float()
    t = scores.shape[1]
    earlier = torch.ones(t, t, dtype=torch.bool, device=scores.device).tril(-1)
    scores = scores.masked_fill(~(earlier & (sid != NO)[:, None, :]), -1e4)
    return torch.cat([torch.zeros_like(scores[..., :1]), scores], -1)


def _coreference(out: dict[str, Tensor], batch: dict[str, Tensor]) -> Tensor:
    cluster = batch["cluster"]
    scores = coreference_scores(out, batch["sid"])
    unknown = (cluster == NO)[:, None, :].expand(-1, scores.shape[1], -1)  # nobody said whether these are the same as others: neither right nor wrong
    p = torch.cat([scores[..., :1], scores[..., 1:].masked_fill(unknown, -1e4)], -1).log_softmax(-1)
    t = cluster.shape[1]
    earlier = torch.ones(t, t, dtype=torch.bool, device=p.device).tril(-1)
    gold = (cluster[:, :, None] == cluster[:, None, :]) & (cluster > 0)[:, :, None] & earlier
    new = ~gold.any(-1)
    right = torch.cat([new[..., None], gold], -1)
    loss = -p.masked_fill(~right, -1e4).logsumexp(-1)
    annotated = (batch["sid"] != NO) & (cluster != NO)
    weight = torch.where(cluster > 0, 1.0, 0.1) * annotated
    return (loss * weight).sum() / weight.sum().clamp(min=1.0)


def _stories(logits: Tensor, batch: dict[str, Tensor]) -> Tensor:
    """The story's type must be what its surest piece says, and most pieces must say nothing."""
    rows = batch["story"] != NO
    x = logits[rows].float()
    mask = batch["mask"][rows]
    over = (x[..., 1:] - x[..., :1]).masked_fill(~mask[..., None], -1e4)
    pooled = over.amax(1)
    quiet = -x.log_softmax(-1)[..., 0][mask].mean()
    return F.cross_entropy(pooled, batch["story"][rows] - 1) + F.binary_cross_entropy_with_logits(
        pooled, F.one_hot(batch["story"][rows] - 1, pooled.shape[-1]).float()
    ) + 0.5 * quiet
