"""Documents to windows of word pieces with one label array a layer; -100 marks what nobody annotated."""

from __future__ import annotations

import zlib
from bisect import bisect_left
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.understanding.windows import SIZE, cuts, pack
from onrecord_training.labels import ARMS, NAMES, PARTS, SOURCED, lemma_script

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from onrecord.understanding.pieces import Piecer
    from onrecord_training.corpora.document import Document, Range

NO = -100
LAYERS = ("begin", "tok", "sent", "upos", "xpos", "lemma", "head", "rel", "sid", "names", "arms", "parts", "sourced", "cue", "cluster", "pred", "etype", "status", "stated", "act", "mark")
Window = dict[str, Any]


class Featurizer:
    """Lays the layers of a document over its word pieces."""

    def __init__(self, piecer: Piecer, labels: dict[str, list[str]]) -> None:
        self._piecer = piecer
        self._index = {k: {label: i for i, label in enumerate(v)} for k, v in labels.items()}

    def windows(self, document: Document, *, whole: bool = False) -> list[Window]:
        """The document's windows; `whole` keeps it in one (cut at the window's size), for layers that speak of the whole text."""
        pieces = self._piecer.cut(document.text)
        n = len(pieces)
        if n == 0:
            return []
        layers = {k: np.full(n, NO, dtype=np.int16) for k in LAYERS}
        layers["mark"][:] = 0
        layers["cluster"][:] = 0
        layers["begin"][:] = 0
        layers["begin"][cuts(pieces, document.text, SIZE)] = 1
        sure = np.full((n, 2), np.nan, dtype=np.float16)
        starts = pieces.starts.tolist()
        ends = pieces.ends.tolist()
        first = _Finder(starts, ends)
        arguments: list[tuple[int, int, int]] = []
        if document.words:
            if document.upos:
                self._treebank(document, layers, first)
            else:
                for i, (s, e) in enumerate(document.words):
                    layers["sid"][first.of(s, e)] = _sentence(document, i)
            words = [first.of(s, e) for s, e in document.words]
            for number, cluster in enumerate(document.clusters or [], 1):
                for w in cluster:
                    layers["cluster"][words[w]] = number
            if document.clusters is None:
                layers["cluster"][:] = NO
            for s, e in document.unchecked:
                layers["cluster"][first.range(s, e)] = NO
            if document.predicates is not None:
                annotated = {_sentence(document, p) for p in document.predicates}
                layers["pred"][:] = NO
                for i, w in enumerate(words):
                    if _sentence(document, i) in annotated:
                        layers["pred"][w] = 0
                for p in document.predicates:
                    layers["pred"][words[p]] = 1
                roles = self._index["roles"]
                arguments = [(words[p], words[a], roles[r]) for p, a, r in document.arguments]
        else:
            layers["cluster"][:] = NO
        if document.sourced is not None:
            layers["sourced"][:] = 0
            for source, (begin, end) in document.sourced:
                words = document.words
                places = [(words[begin][0], words[end][1], "CONTENT"), (words[source[0]][0], words[source[-1]][1], "SOURCE")]
                _tag(layers["sourced"], first, places, SOURCED, keep=True)
        if document.names is not None:
            _tag(layers["names"], first, document.names, NAMES)
            for s, e in document.masked:
                layers["names"][first.range(s, e)] = NO
        if document.arms is not None:
            _tag(layers["arms"], first, document.arms, ARMS)
        if document.attributions is not None:
            self._attributions(document.attributions, layers, first)
        for s, e, value in document.certainty:
            sure[first.of(s, e), document.certainty_scale] = value
        for s, e, label in document.triggers or []:
            layers["etype"][first.of(s, e)] = self._index["types"][label]
        taking: list[tuple[int, int, int]] = []
        if document.told is not None:
            for number, (s, e) in enumerate(document.sentences):
                layers["sid"][first.range(s, e)] = number
            layers["etype"][:] = 0
            parties = self._index["parties"]
            for event in document.told:
                where = first.range(*event.words)
                layers["etype"][where] = self._index["types"][event.type]
                layers["status"][where] = self._index["status"][event.status]
                taking += _taking(first, event.words, event.actors, parties["ACTOR"]) + _taking(first, event.words, event.recipients, parties["RECIPIENT"])
            for number, ranges in enumerate(document.alike or [], 1):
                for s, e in ranges:
                    layers["cluster"][first.of(s, e)] = number
            layers["stated"][:] = 0
            for words_of, act, speakers in document.cues:
                layers["stated"][first.range(*words_of)] = 1
                layers["act"][first.range(*words_of)] = self._index["acts"][act]
                taking += _taking(first, words_of, speakers, parties["SPEAKER"])
        for pieces_of, act in sorted(document.acts, key=lambda a: -sum(e - s for s, e in a[0])):  # what is said within another's words is told last
            for s, e in pieces_of:
                layers["act"][first.range(s, e)] = self._index["acts"][act]
        for code, where in ((1, document.actor), (2, document.recipient)):
            if where is not None:
                layers["mark"][first.range(*where)] = code
        out = []
        for window in pack(pieces, document.text, context=0):
            a, b = window.own, window.end
            item: Window = {k: v[a:b].copy() for k, v in layers.items()}
            for k in ("head", "cue"):
                pointer = item[k]
                inside = (pointer >= a) & (pointer < b)
                item[k] = np.where(inside, pointer - a, NO).astype(np.int16)
            item |= {"ids": pieces.ids[a:b], "case": pieces.case[a:b], "space": pieces.space[a:b].copy(), "sure": sure[a:b]}
            for k, triples in (("args", arguments), ("parties", taking)):
                item[k] = np.array([(p - a, w - a, r) for p, w, r in triples if a <= p < b and a <= w < b], dtype=np.int16).reshape(-1, 3)
            item["group"] = zlib.crc32(document.text.encode()) % 5  # folds never part two readings of one sentence
            item["pair"] = self._index["pairs"][document.pair] if document.pair else NO
            item["story"] = self._index["types"][document.story] if document.story else NO
            out.append(item)
            if whole:
                break
        return out

    def _treebank(self, document: Document, layers: dict[str, NDArray[np.int16]], first: _Finder) -> None:
        for k in ("tok", "sent"):
            layers[k][:] = 0
        words = [first.of(s, e) for s, e in document.words]
        for w in words:
            layers["tok"][w] = 2
        for s, e in document.surfaces:
            layers["tok"][first.of(s, e)] = 1
        for s, e in document.sentences:
            layers["sent"][first.of(s, e)] = 1
        for i, w in enumerate(words):
            if layers["sid"][w] != NO:
                continue  # two words in one piece: the first stands for both
            s, e = document.words[i]
            layers["sid"][w] = _sentence(document, i)
            layers["upos"][w] = self._index["upos"].get(document.upos[i], NO)
            layers["xpos"][w] = self._index["xpos"].get(document.xpos[i], NO)
            layers["lemma"][w] = self._index["lemma"].get(lemma_script(document.text[s:e], document.lemmas[i]), NO)
            layers["rel"][w] = self._index["relation"].get(document.relations[i], NO)
            head = document.heads[i]
            layers["head"][w] = words[head] if head >= 0 else w

    def _attributions(self, attributions: list[tuple[list[Range], list[Range], list[Range]]], layers: dict[str, NDArray[np.int16]], first: _Finder) -> None:
        layers["parts"][:] = 0
        for source, cue, content in attributions:
            anchor = first.of(*cue[0]) if cue else (first.of(*content[0]) if content else None)
            for label, ranges in zip(PARTS, (source, cue, content), strict=True):
                _tag(layers["parts"], first, [(s, e, label) for s, e in ranges], PARTS, keep=True)
                for s, e in ranges:
                    if label != "CUE" and anchor is not None:
                        layers["cue"][first.range(s, e)] = anchor


class _Finder:
    """Pieces by character."""

    def __init__(self, starts: list[int], ends: list[int]) -> None:
        self._starts, self._ends = starts, ends

    def of(self, start: int, end: int) -> int:
        """The first piece that begins in characters `start` to `end`, else the one that covers `start`."""
        i = bisect_left(self._starts, start)
        if i < len(self._starts) and self._starts[i] < end:
            return i
        return max(0, i - 1)

    def range(self, start: int, end: int) -> slice:
        """The pieces that begin in characters `start` to `end`."""
        return slice(bisect_left(self._starts, start), bisect_left(self._starts, end))


def _taking(first: _Finder, predicate: Range, parties: list[Range], side: int) -> list[tuple[int, int, int]]:
    """Each piece of the predicate with each piece of its parties."""
    own = first.range(*predicate)
    return [(p, w, side) for r in parties for w in range(first.range(*r).start, first.range(*r).stop) for p in range(own.start, own.stop)]


def _tag(layer: NDArray[np.int16], first: _Finder, spans: list[tuple[int, int, str]], classes: list[str], *, keep: bool = False) -> None:
    if not keep:
        layer[:] = 0
    for s, e, label in spans:
        where = first.range(s, e)
        if where.stop > where.start:
            code = 1 + 2 * classes.index(label)
            layer[where] = code + 1
            layer[where.start] = code


def _sentence(document: Document, word: int) -> int:
    return bisect_left([e for _, e in document.sentences], document.words[word][1])
