"""The encoder (BERT, 6 layers of 384) with letter case, white space and marked parties as extra embeddings, and all heads."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F


INPUTS = ("ids", "case", "space", "mark")
OUTPUTS = ("tok", "sent", "upos", "xpos", "lemma", "names", "arms", "parts", "sourced", "etype", "status", "stated", "act", "pred", "sure", "arc_from", "arc_to", "rel_from", "rel_to", "role_from", "role_to", "cue_from", "cue_to", "coref_from", "coref_to", "new", "pair")
"""What the exported graph takes and gives, in order."""


@dataclass(frozen=True)
class Shape:
    """Sizes of the encoder and of the vectors that heads compare in pairs."""

    vocabulary: int = 30522
    width: int = 384
    layers: int = 6
    attention_heads: int = 12
    inner: int = 1536
    positions: int = 512
    arc: int = 192
    pair: int = 128
    role: int = 192
    dropout: float = 0.1


def drop(x: Tensor, share: float, training: bool) -> Tensor:
    """Dropout of whole columns: one mask (batch, 1, width) for all pieces of a window, which costs a CPU nothing."""
    if not training or share == 0:
        return x
    return x * torch.empty(x.shape[0], 1, x.shape[2], dtype=x.dtype, device=x.device).bernoulli_(1 - share).div_(1 - share)


class Fused(torch.autograd.Function):
    """Attention as one operator of onnxruntime, for the exported graph."""

    @staticmethod
    def symbolic(g: Any, q: Any, k: Any, v: Any, heads: int) -> Any:  # noqa: ANN401
        """The operator in the graph."""
        return g.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=heads).setType(q.type())

    @staticmethod
    def forward(ctx: Any, q: Tensor, k: Tensor, v: Tensor, heads: int) -> Tensor:  # noqa: ANN401
        """The same in torch, while the graph is traced."""
        split = [x.unflatten(-1, (heads, -1)).transpose(1, 2) for x in (q, k, v)]
        return F.scaled_dot_product_attention(*split).transpose(1, 2).flatten(2)


class Layer(nn.Module):
    """One transformer layer, normalised after each half (as BERT)."""

    def __init__(self, s: Shape) -> None:
        super().__init__()
        self.heads = s.attention_heads
        self.qkv = nn.Linear(s.width, 3 * s.width)
        self.out = nn.Linear(s.width, s.width)
        self.norm1 = nn.LayerNorm(s.width, eps=1e-12)
        self.up = nn.Linear(s.width, s.inner)
        self.down = nn.Linear(s.inner, s.width)
        self.norm2 = nn.LayerNorm(s.width, eps=1e-12)
        self.drop = s.dropout

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`x` (batch, pieces, width), `mask` (batch, 1, 1, pieces) added to the scores."""
        b, t, w = x.shape
        if torch.onnx.is_in_onnx_export():  # one window without padding: nothing is masked
            a = Fused.apply(*self.qkv(x).split(self.out.in_features, -1), self.heads)
        else:
            q, k, v = self.qkv(x).view(b, t, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
            a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)  # dropout here would leave the fast kernel
            a = a.transpose(1, 2).reshape(b, t, w)
        x = self.norm1(x + drop(self.out(a), self.drop, self.training))
        return self.norm2(x + drop(self.down(F.gelu(self.up(x))), self.drop, self.training))


class Encoder(nn.Module):
    """Pieces to three mixtures of layers: for syntax, for spans, for meaning."""

    def __init__(self, s: Shape) -> None:
        super().__init__()
        self.word = nn.Embedding(s.vocabulary, s.width)
        self.position = nn.Embedding(s.positions, s.width)
        self.case = nn.Embedding(6, s.width)
        self.space = nn.Embedding(3, s.width)
        self.mark = nn.Embedding(3, s.width)
        self.norm = nn.LayerNorm(s.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(s) for _ in range(s.layers))
        self.mix = nn.Parameter(torch.zeros(3, s.layers + 1))
        self.drop = s.dropout
        for extra in (self.case, self.space, self.mark):
            nn.init.normal_(extra.weight, std=0.02)

    def forward(self, ids: Tensor, case: Tensor, space: Tensor, mark: Tensor, mask: Tensor) -> list[Tensor]:
        """All inputs (batch, pieces), `mask` true where there is a piece; three tensors (batch, pieces, width)."""
        position = torch.arange(ids.shape[1], device=ids.device)
        x = self.word(ids) + self.position(position) + self.case(case) + self.space(space) + self.mark(mark)
        x = drop(self.norm(x), self.drop, self.training)
        added = torch.zeros(mask.shape, dtype=x.dtype, device=x.device).masked_fill(~mask, -1e4)[:, None, None, :]
        seen = [x]
        for layer in self.layers:
            x = layer(x, added)
            seen.append(x)
        weights = self.mix.softmax(-1)
        weights = torch.cat([weights[:, :-1] * 0.5, weights[:, -1:] * 0.5 + 0.5], -1)  # the last layer keeps at least half
        if torch.onnx.is_in_onnx_export():  # one product in place of 39 passes over all pieces
            return list((weights @ torch.cat(seen).reshape(len(seen), -1)).reshape(3, 1, -1, x.shape[-1]).unbind(0))
        return [sum(w * h for w, h in zip(row.unbind(0), seen, strict=True)) for row in weights.unbind(0)]  # type: ignore[misc]

    def load_minilm(self, file: Path) -> None:
        """Takes the weights of all-MiniLM-L6-v2 (safetensors)."""
        from safetensors.torch import load_file

        source = {k.removeprefix("bert."): v for k, v in load_file(file).items()}
        with torch.no_grad():
            self.word.weight.copy_(source["embeddings.word_embeddings.weight"])
            self.position.weight.copy_(source["embeddings.position_embeddings.weight"] + source["embeddings.token_type_embeddings.weight"][0])
            _copy(self.norm, source, "embeddings.LayerNorm")
            for i, layer in enumerate(self.layers):
                at = f"encoder.layer.{i}."
                for part in ("weight", "bias"):
                    getattr(layer.qkv, part).copy_(torch.cat([source[f"{at}attention.self.{n}.{part}"] for n in ("query", "key", "value")]))
                for module, name in ((layer.out, "attention.output.dense"), (layer.norm1, "attention.output.LayerNorm"), (layer.up, "intermediate.dense"), (layer.down, "output.dense"), (layer.norm2, "output.LayerNorm")):
                    _copy(module, source, at + name)


class Two(nn.Module):
    """Two views of a piece, as the one that points and the one pointed at."""

    def __init__(self, width: int, size: int) -> None:
        super().__init__()
        self.left = nn.Sequential(nn.Linear(width, size), nn.GELU(), nn.Linear(size, size))
        self.right = nn.Sequential(nn.Linear(width, size), nn.GELU(), nn.Linear(size, size))

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """`x` (…, width) to two of (…, size)."""
        return self.left(x), self.right(x)


class Reader(nn.Module):
    """Encoder and heads. Pairwise heads yield vectors; who is compared with whom is settled when decoding."""

    taggers = {"tok": (0, 3), "sent": (0, 2), "pred": (2, 2), "sure": (2, 2)}
    plain_names = ("upos", "xpos", "lemma", "names", "arms", "parts", "sourced", "etype", "status", "stated", "act", *taggers)

    def __init__(self, labels: dict[str, list[str]], shape: Shape | None = None) -> None:
        super().__init__()
        self.labels, self.shape = labels, shape
        s = shape or Shape()
        self.encoder = Encoder(s)
        self.plain = {k: (0, len(labels[k])) for k in ("upos", "xpos", "lemma")} | {
            "names": (1, len(labels["names"])), "arms": (1, len(labels["arms"])), "parts": (1, len(labels["parts"])), "stated": (1, 2), "sourced": (1, len(labels["sourced"])), "etype": (2, len(labels["types"])), "status": (2, len(labels["status"])), "act": (2, len(labels["acts"])),
        } | self.taggers  # fmt: skip
        self.tag = nn.ModuleDict({k: nn.Linear(s.width, n) for k, (_, n) in self.plain.items()})
        self.arc = Two(s.width, s.arc)
        self.rel = Two(s.width, s.pair)
        self.rel_out = nn.Linear(s.pair, len(labels["relation"]))
        self.role = Two(s.width, s.role)
        self.role_out = nn.Linear(s.role, len(labels["roles"]))
        self.party_out = nn.Linear(s.role, len(labels["parties"]))
        self.cue = Two(s.width, s.pair)
        self.coref = Two(s.width, s.pair)
        self.new = nn.Linear(s.width, 1)
        self.pair = nn.Sequential(nn.Linear(4 * s.width + 2, s.width), nn.GELU(), nn.Dropout(0.2), nn.Linear(s.width, len(labels["pairs"])))
        self.drop = s.dropout

    def forward(self, ids: Tensor, case: Tensor, space: Tensor, mark: Tensor, mask: Tensor) -> dict[str, Tensor]:
        """Inputs (batch, pieces); outputs (batch, pieces, classes or size), `pair` (batch, classes)."""
        mixed = [drop(x, self.drop, self.training) for x in self.encoder(ids, case, space, mark, mask)]
        out = {k: self.tag[k](mixed[group]) for k, (group, _) in self.plain.items()}
        for name, module, group in (("arc", self.arc, 0), ("rel", self.rel, 0), ("role", self.role, 2), ("cue", self.cue, 1), ("coref", self.coref, 1)):
            out[f"{name}_from"], out[f"{name}_to"] = module(mixed[group])
        out["new"] = self.new(mixed[1])
        out["pair"] = self._pair(mixed[2], mark, mask)
        return out

    def pairs(self, ids: Tensor, case: Tensor, space: Tensor, mark: Tensor, mask: Tensor) -> Tensor:
        """The output `pair` alone."""
        return self._pair(drop(self.encoder(ids, case, space, mark, mask)[2], self.drop, self.training), mark, mask)

    def _pair(self, x: Tensor, mark: Tensor, mask: Tensor) -> Tensor:
        """PLOVER roots (batch, classes) from the mean vectors of actor, recipient and text."""
        views = []
        for which in (mark == 1, mark == 2, mask):
            w = which.to(x.dtype)[..., None]
            views.append((x * w).sum(1) / w.sum(1).clamp(min=1.0))
        given = torch.stack([(mark == 1).any(1), (mark == 2).any(1)], -1).to(x.dtype)
        return self.pair(torch.cat([*views, views[0] * views[1], given], -1))  # type: ignore[no-any-return]


def _copy(module: nn.Module, source: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(source[f"{name}.weight"])  # type: ignore[operator, union-attr]
    module.bias.copy_(source[f"{name}.bias"])  # type: ignore[operator, union-attr]
