"""Figures of a model on dev windows, on gold words and gold predicates; the shipped path is measured from raw text by `benchmarks`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import numpy as np
import torch

from onrecord_training.losses import NO, arc_scores, coreference_scores, party_logits, role_logits, taking_part, wanted_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from torch import Tensor

    from onrecord_training.batches import Windows
    from onrecord_training.model import Reader


class Tally:
    """Counts of right, found and wanted, by task."""

    def __init__(self) -> None:
        self.right: dict[str, float] = {}
        self.found: dict[str, float] = {}
        self.wanted: dict[str, float] = {}

    def add(self, task: str, right: float, found: float, wanted: float) -> None:
        for where, n in ((self.right, right), (self.found, found), (self.wanted, wanted)):
            where[task] = where.get(task, 0.0) + float(n)

    def take(self, other: Tally) -> None:
        """Adds the counts of another."""
        for task in other.right:
            self.add(task, other.right[task], other.found[task], other.wanted[task])

    def f1(self) -> dict[str, float]:
        """2·right / (found + wanted), in per cent: accuracy where everything is answered."""
        return {k: round(200 * self.right[k] / max(1.0, self.found[k] + self.wanted[k]), 2) for k in self.right}


def spans(tags: list[int]) -> set[tuple[int, int, int]]:
    """(first, last exclusive, class) of every span of B/I tags (1 + 2·class, 2 + 2·class); an I that follows nothing begins one."""
    out, start, kind = set(), 0, -1
    for i, tag in enumerate([*tags, 0]):
        c = (tag - 1) // 2 if tag > 0 else -1
        if kind >= 0 and (c != kind or tag % 2 == 1):
            out.add((start, i, kind))
            kind = -1
        if c >= 0 and kind < 0:
            start, kind = i, c
    return out


Sure = tuple[list[tuple[float, float]], list[tuple[float, float]]]  # (wanted, found) of UDS-IH2 and of UW


def evaluate(model: Reader, windows: Windows, *, device: str, chosen: np.ndarray | None = None, pieces: int = 16000) -> dict[str, float]:
    """Per cent by task; `sure` is Pearson's r times 100."""
    return summed(counted(model, windows, device=device, chosen=chosen, pieces=pieces))


def summed(counts: Iterable[tuple[Tally, Sure]]) -> dict[str, float]:
    """The figures of many groups of windows together."""
    tally, sure = Tally(), ([], [])
    for one, pairs in counts:
        tally.take(one)
        for scale in (0, 1):
            sure[scale].extend(pairs[scale])
    figures = tally.f1()
    for name, pairs in zip(("uds", "uw"), sure, strict=True):
        xy = np.array(pairs).reshape(-1, 2)
        if len(xy) > 2 and (np.ptp(xy, axis=0) > 0).all():
            figures[f"{name}.sure"] = round(100 * float(np.corrcoef(xy.T)[0, 1]), 2)
    return dict(sorted(figures.items()))


@torch.no_grad()
def counted(model: Reader, windows: Windows, *, device: str, chosen: np.ndarray | None = None, pieces: int = 16000) -> Iterator[tuple[Tally, Sure]]:
    """The counts of one group of windows after the other, each of about `pieces` pieces (of one window where `pieces` is 1)."""
    model.eval()
    order = np.arange(len(windows)) if chosen is None else chosen
    order = order[np.argsort(windows.length[order], kind="stable")]
    at = 0
    while at < len(order):
        n = max(1, pieces // (int(windows.length[order[min(len(order) - 1, at + 63)]]) + 2))
        group = order[at : at + n]
        at += n
        tally, sure = Tally(), ([], [])
        batch = windows.batch(windows.whole(group), device)
        with torch.autocast(device, dtype=torch.bfloat16, enabled=device != "cpu"):
            out = model(batch["ids"], batch["case"], batch["space"], batch["mark"], batch["mask"])
            arcs = arc_scores(out, batch["sid"])
        corpora = windows.corpus[group]
        _count_tags(tally, out, batch, corpora)
        _count_trees(tally, model, out, batch, arcs, corpora)
        if len(batch["args"]):
            _count_roles(tally, model, out, batch)
        if "stated" in out and bool(taking_part(batch).any()):
            _count_parties(tally, model, out, batch)
        if bool((batch["cluster"] > 0).any()):
            _count_coreference(tally, out, batch)
        known = ~batch["sure"].isnan()
        for scale in (0, 1):
            at_scale = known[..., scale]
            sure[scale].extend(zip(batch["sure"][..., scale][at_scale].tolist(), out["sure"][..., scale][at_scale].float().tolist(), strict=True))
        got = batch["pair"] != NO
        if bool(got.any()):
            tally.add("pair", (out["pair"].argmax(-1) == batch["pair"])[got].sum().item(), got.sum().item(), got.sum().item())
        yield tally, sure


def _count_tags(tally: Tally, out: dict[str, Tensor], batch: dict[str, Tensor], corpora: np.ndarray) -> None:
    for k in (k for k in ("upos", "xpos", "lemma", "pred", "status", "act") if k in out):
        known = batch[k] != NO
        right = (out[k].argmax(-1) == batch[k]) & known
        for name in np.unique(corpora):
            rows = torch.from_numpy(corpora == name).to(known.device)
            n = known[rows].sum().item()
            if n:
                tally.add(f"{name}.{k}", right[rows].sum().item(), n, n)
    for k in ("tok", "sent"):
        gold, got, known = batch[k] > 0, out[k].argmax(-1) > 0, batch[k] != NO
        for name in np.unique(corpora):
            rows = torch.from_numpy(corpora == name).to(known.device)[:, None] & known
            if bool(rows.any()):
                tally.add(f"{name}.{k}", (gold & got & rows).sum().item(), (got & rows).sum().item(), (gold & rows).sum().item())
    for k in (k for k in ("etype", "stated") if k in out):
        known, kind = batch[k] != NO, out[k].argmax(-1)
        if bool(known.any()):
            tally.add(k, ((kind == batch[k]) & (kind > 0) & known).sum().item(), ((kind > 0) & known).sum().item(), ((batch[k] > 0) & known).sum().item())
    for k in ("names", "arms", "sourced"):
        for gold, got in zip(batch[k].tolist(), out[k].argmax(-1).tolist(), strict=True):
            if any(g != NO for g in gold):
                got = [g if w != NO else 0 for g, w in zip(got, gold, strict=True)]
                a, b = spans([max(0, g) for g in gold]), spans(got)
                tally.add(k, len(a & b), len(b), len(a))
    got = out["parts"].argmax(-1)
    known = batch["parts"] != NO
    for c, name in enumerate(("source", "cue", "content")):
        g, p = ((batch["parts"] + 1) // 2 == c + 1) & known, ((got + 1) // 2 == c + 1) & known
        if bool(g.any()):
            tally.add(f"parts.{name}", (g & p).sum().item(), p.sum().item(), g.sum().item())
    pointer = (out["cue_from"] @ out["cue_to"].transpose(1, 2)).masked_fill(~batch["mask"][:, None, :], -1e4).argmax(-1)
    known = batch["cue"] != NO
    if bool(known.any()):
        n = known.sum().item()
        tally.add("parts.pointer", ((pointer == batch["cue"]) & known).sum().item(), n, n)


def _count_trees(tally: Tally, model: Reader, out: dict[str, Tensor], batch: dict[str, Tensor], arcs: Tensor, corpora: np.ndarray) -> None:
    known = batch["head"] != NO
    if not bool(known.any()):
        return
    head = arcs.argmax(-1)
    at = head[..., None].expand(-1, -1, out["rel_to"].shape[-1])
    label = model.rel_out((out["rel_from"] * out["rel_to"].gather(1, at)).float()).argmax(-1)
    uas = (head == batch["head"]) & known
    for name in np.unique(corpora):
        rows = torch.from_numpy(corpora == name).to(known.device)
        n = known[rows].sum().item()
        if n:
            tally.add(f"{name}.uas", uas[rows].sum().item(), n, n)
            tally.add(f"{name}.las", (uas & (label == batch["rel"]))[rows].sum().item(), n, n)


def _count_roles(tally: Tally, model: Reader, out: dict[str, Tensor], batch: dict[str, Tensor]) -> None:
    row, where = (batch["pred"] == 1).nonzero(as_tuple=True)
    got = role_logits(model, out, row, where).float().argmax(-1)
    inside = batch["sid"][row] == batch["sid"][row, where][:, None]
    found = {(int(row[i]), int(where[i]), int(w), int(got[i, w])) for i, w in ((got > 0) & inside).nonzero().tolist()}
    gold = {tuple(a) for a in batch["args"].tolist()}
    tally.add("role.heads", len(found & gold), len(found), len(gold))


def _count_parties(tally: Tally, model: Reader, out: dict[str, Tensor], batch: dict[str, Tensor]) -> None:
    row, where = taking_part(batch).nonzero(as_tuple=True)
    target, inside = wanted_of(batch, "parties", row, where)
    got = torch.where(inside, party_logits(model, out, row, where).float().argmax(-1), 0)
    for name, speaks in (("party", False), ("speaker", True)):
        g, p = (target > 0) & inside & ((target == 3) == speaks), (got > 0) & ((got == 3) == speaks)
        if bool(g.any()):
            tally.add(name, (g & p & (got == target)).sum().item(), p.sum().item(), g.sum().item())


def _count_coreference(tally: Tally, out: dict[str, Tensor], batch: dict[str, Tensor]) -> None:
    best = coreference_scores(out, batch["sid"]).argmax(-1)
    cluster = batch["cluster"]
    linked = (best > 0) & (batch["sid"] != NO) & (cluster != NO)
    at = (best - 1).clamp(min=0)
    right = linked & (cluster > 0) & (cluster.gather(1, at) == cluster)
    seen = (cluster[:, :, None] == cluster[:, None, :]) & (cluster > 0)[:, :, None]
    wanted = seen.tril(-1).any(-1)
    tally.add("coref.links", right.sum().item(), linked.sum().item(), wanted.sum().item())


def show(figures: dict[str, float], title: str) -> None:
    """One line a task, on stderr."""
    sys.stderr.write(title + "  " + "  ".join(f"{k} {v}" for k, v in figures.items()) + "\n")
    sys.stderr.flush()
