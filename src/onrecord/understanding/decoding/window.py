"""One window's scores to marks, and the marks of all windows to those of the text."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from onrecord.understanding.decoding.attribution import attributions
from onrecord.understanding.decoding.coreference import antecedents, candidate
from onrecord.understanding.decoding.roles import arguments
from onrecord.understanding.decoding.tags import best_spans
from onrecord.understanding.decoding.trees import AHEAD, CLOSE, FINITE, NOMINAL, SUBJECT, across, best_tree, stranded
from onrecord.understanding.decoding.words import Words, choose_lemma, cut_words
from onrecord.understanding.marks import Argument, Attribution, Marks, Name, Sentence, Token

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from onrecord.understanding.pieces import Pieces
    from onrecord.understanding.windows import Window

Scores = dict[str, "NDArray[np.float32]"]
_FLAT = 0.02  # a type less likely than this is not worth carrying


@dataclass
class Collected:
    """Marks so far, and the vectors that are compared over the whole text."""

    text: str
    pieces: Pieces
    borders: set[int]
    tokens: list[Token] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    arguments: list[Argument] = field(default_factory=list)
    certainty: list[float | None] = field(default_factory=list)
    types: list[dict[str, float]] = field(default_factory=list)
    mentions: list[int] = field(default_factory=list)
    asking: list[NDArray[np.float32]] = field(default_factory=list)
    asked: list[NDArray[np.float32]] = field(default_factory=list)
    new: list[float] = field(default_factory=list)


class Decoder:
    """Decodes with the classes (`labels`) and the output layers of the pairwise heads (`pairs`: rel and role, weight and bias)."""

    def __init__(self, labels: dict[str, list[str]], pairs: Scores) -> None:
        self._labels, self._pairs = labels, pairs
        self._root = labels["relation"].index("root")
        self._close = [n for n, name in enumerate(labels["relation"]) if name in CLOSE]
        self._ahead = [n for n, name in enumerate(labels["relation"]) if name in AHEAD]
        self._finite = [n for n, name in enumerate(labels["xpos"]) if name in FINITE]
        self._subject = [n for n, name in enumerate(labels["relation"]) if name in SUBJECT]
        self._verb = [n for n, name in enumerate(labels["upos"]) if name == "VERB"]
        self._nominal = [n for n, name in enumerate(labels["upos"]) if name in NOMINAL]

    def add(self, so_far: Collected, window: Window, out: Scores) -> None:
        """Adds what is read in the window's own pieces."""
        own = range(window.own, window.end)
        pieces = so_far.pieces
        until = int(pieces.starts[window.end]) if window.end < len(pieces) else len(so_far.text)
        mine = {k: v[window.own - window.start :] for k, v in out.items() if k != "pair"}
        words = cut_words(so_far.text, pieces, mine["tok"], mine["sent"], own, so_far.borders, until)
        if not len(words):
            return
        base = len(so_far.tokens)
        rows = words.first - window.own
        at = {k: v[rows] for k, v in mine.items()}
        self._tokens(so_far, words, at, base)
        self._names(so_far, words, at)
        parts = best_spans(at["parts"], self._labels["parts"], words.opens & np.array([r[0] in so_far.borders for r in words.ranges]))
        so_far.attributions += attributions(parts, words, out["cue_from"], out["cue_to"], window.start)
        self._predicates(so_far, at, base)

    def finish(self, so_far: Collected) -> Marks:
        """The marks of the whole text."""
        linked = (
            antecedents(so_far.mentions, np.array(so_far.asking), np.array(so_far.asked), np.array(so_far.new, dtype=np.float32))
            if so_far.mentions
            else []
        )
        return Marks(
            tokens=so_far.tokens, sentences=so_far.sentences, names=so_far.names, attributions=so_far.attributions, arguments=so_far.arguments,
            antecedents=linked, certainty=so_far.certainty, types=so_far.types,
        )  # fmt: skip

    def _tokens(self, so_far: Collected, words: Words, at: Scores, base: int) -> None:
        upos, xpos = (at[k].argmax(-1) for k in ("upos", "xpos"))
        starts = [*np.flatnonzero(words.opens).tolist(), len(words)]
        if starts[0] != 0:
            starts.insert(0, 0)
        for a, b in itertools.pairwise(starts):
            scores = at["arc_from"][a:b] @ at["arc_to"][a:b].T / np.sqrt(at["arc_to"].shape[-1])
            heads = best_tree(scores)
            relations = self._relations(at, a, heads)
            barred = across(heads, np.isin(relations, self._close), np.isin(relations, self._ahead), np.isin(xpos[a:b], self._finite))
            subject, verb = np.isin(relations, self._subject), np.isin(xpos[a:b], self._finite) & np.isin(upos[a:b], self._verb)
            barred |= stranded(heads, subject, verb, np.isin(upos[a:b], self._nominal))
            if barred[np.arange(len(heads)), np.maximum(heads, 0)].any():
                heads = best_tree(np.where(barred, -1e4, scores))
                relations = self._relations(at, a, heads)
            number = len(so_far.sentences)
            for i in range(a, b):
                s, e = words.ranges[i]
                form = so_far.text[s:e]
                root = heads[i - a] < 0
                tag, fine = self._labels["upos"][upos[i]], self._labels["xpos"][xpos[i]]
                so_far.tokens.append(
                    Token(
                        start=s,
                        end=e,
                        text=form,
                        lemma=choose_lemma(form, tag, fine, at["lemma"][i], self._labels["lemma"]),
                        upos=tag,
                        xpos=fine,
                        head=-1 if root else base + a + int(heads[i - a]),
                        relation="root" if root else self._labels["relation"][relations[i - a]],
                        sentence=number,
                        surface=words.surfaces[i],
                    )
                )
            so_far.sentences.append(Sentence(words.ranges[a][0], words.ranges[b - 1][1], base + a, base + b))

    def _relations(self, at: Scores, first: int, heads: NDArray[np.int64]) -> NDArray[np.int64]:
        """The best relation of each word of the sentence that begins at word `first` to its head; only the root is root."""
        inside = slice(first, first + len(heads))
        above = np.where(heads < 0, np.arange(len(heads)), heads)
        logits = (at["rel_from"][inside] * at["rel_to"][inside][above]) @ self._pairs["rel.weight"].T + self._pairs["rel.bias"]
        logits[heads >= 0, self._root] = -1e9
        return logits.argmax(-1)  # type: ignore[no-any-return]

    def _names(self, so_far: Collected, words: Words, at: Scores) -> None:
        found = []
        for head in ("names", "arms"):
            for t in best_spans(at[head], self._labels[head], words.opens):
                found.append(Name(words.ranges[t.first][0], words.ranges[t.last - 1][1], t.label, t.score))  # noqa: PERF401
        so_far.names += sorted(found, key=lambda n: (n.start, n.end))

    def _predicates(self, so_far: Collected, at: Scores, base: int) -> None:
        tokens = so_far.tokens[base:]
        predicate = at["pred"][:, 1] > at["pred"][:, 0]
        types = np.exp(at["etype"] - at["etype"].max(-1, keepdims=True))
        types /= types.sum(-1, keepdims=True)
        for i, token in enumerate(tokens):
            scored = bool(predicate[i]) or token.upos == "VERB"
            so_far.certainty.append(float(np.clip(at["sure"][i].mean(), -3, 3)) if scored else None)
            typed = token.upos in ("VERB", "NOUN", "ADJ", "PROPN")
            so_far.types.append({t: float(p) for t, p in zip(self._labels["types"], types[i], strict=True) if p >= _FLAT} if typed else {})
            if candidate(token.upos):
                so_far.mentions.append(base + i)
                so_far.asking.append(at["coref_from"][i])
                so_far.asked.append(at["coref_to"][i])
                so_far.new.append(float(at["new"][i, 0]))
        so_far.arguments += arguments(tokens, base, np.flatnonzero(predicate).tolist(), at, self._pairs, self._labels["roles"])
