"""One window's scores to marks, and the marks of all windows to those of the text."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

import msgspec
import numpy as np

from onrecord.understanding.clauses import with_subjects
from onrecord.understanding.decoding.attribution import attributions
from onrecord.understanding.decoding.calling import candidates
from onrecord.understanding.decoding.closed import FUNCTIONAL, reopen
from onrecord.understanding.decoding.coreference import BACK, UNFITTED, antecedents, candidate
from onrecord.understanding.decoding.names import agreed, joined, tidy
from onrecord.understanding.decoding.products import products
from onrecord.understanding.decoding.roles import arguments
from onrecord.understanding.decoding.tags import best_spans
from onrecord.understanding.decoding.telling import parties, shares
from onrecord.understanding.decoding.torn import mend
from onrecord.understanding.decoding.trees import AHEAD, CLOSE, FINITE, NOMINAL, SUBJECT, across, best_tree, doubled, stranded
from onrecord.understanding.decoding.vectors import word_vectors
from onrecord.understanding.decoding.words import Words, choose_lemma, cut_words
from onrecord.understanding.marks import Antecedent, Argument, Attribution, Marks, Name, Party, Sentence, Token

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray

    from onrecord.understanding.pieces import Pieces
    from onrecord.understanding.windows import Window

Scores: TypeAlias = dict[str, "NDArray[np.float32]"]
Indices: TypeAlias = "NDArray[np.int64]"
_FLAT = 0.02  # a type less likely than this is not worth carrying
_LASTING = ("CONTENT", 0.9)  # what is said seldom ends where a single word makes it seem so; six values were tried on PolNeAR dev
_TYPED = ("VERB", "NOUN", "ADJ", "PROPN")
_PENDING = 4000  # mentions whose vectors are kept before they are linked: memory stays flat, however long the text


@dataclass
class Collected:
    """Marks so far, and the vectors of mentions that are yet to be compared with others, one array a window."""

    text: str
    pieces: Pieces
    borders: set[int]
    tokens: list[Token] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    sourced: list[Name] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    arguments: list[Argument] = field(default_factory=list)
    certainty: list[float | None] = field(default_factory=list)
    types: list[dict[str, float]] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    stated: list[float] = field(default_factory=list)
    statuses: list[NDArray[np.float32]] = field(default_factory=list)
    acts: list[NDArray[np.float32]] = field(default_factory=list)
    mentions: list[int] = field(default_factory=list)
    asking: list[NDArray[np.float32]] = field(default_factory=list)
    asked: list[NDArray[np.float32]] = field(default_factory=list)
    new: list[NDArray[np.float32]] = field(default_factory=list)
    antecedents: list[Antecedent] = field(default_factory=list)
    candidates: list[Antecedent] = field(default_factory=list)
    vectors: list[NDArray[np.int8]] = field(default_factory=list)
    entities: list[int] = field(default_factory=list)  # of the first of the mentions, those that have been linked


class Decoder:
    """Decodes with the classes (`labels`) and the output layers of the pairwise heads (`pairs`: rel and role, weight and bias; seen, mean and axes; links, the curve)."""

    def __init__(self, labels: dict[str, list[str]], pairs: Scores) -> None:
        self._labels, self._pairs = labels, pairs
        self._curve = pairs.get("links", UNFITTED)
        self._root = labels["relation"].index("root")
        self._close, self._ahead, self._subject = (_among(labels["relation"], names) for names in (CLOSE, AHEAD, SUBJECT))
        self._functional, self._clause, self._copula = (_among(labels["relation"], names) for names in (FUNCTIONAL, {"csubj", "csubj:pass"}, {"cop"}))
        self._spoken, self._punctuation = ~_among(labels["upos"], {"PUNCT", "SYM"}), _among(labels["relation"], {"punct"})
        self._joined, self._coordinator = _among(labels["relation"], {"conj"}), _among(labels["upos"], {"CCONJ"})
        self._finite, self._verb, self._nominal = _among(labels["xpos"], FINITE), _among(labels["upos"], {"VERB"}), _among(labels["upos"], NOMINAL)

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
        if "seen" in mine:
            so_far.vectors.append(word_vectors(mine.pop("seen"), rows, self._pairs["seen.mean"], self._pairs["seen.axes"]))
        at = {k: v[rows] for k, v in mine.items()}
        self._tokens(so_far, words, at, base)
        self._names(so_far, words, at)
        parts = best_spans(at["parts"], self._labels["parts"], words.opens & np.array([r[0] in so_far.borders for r in words.ranges]), _LASTING)
        so_far.attributions += attributions(parts, words, out["cue_from"], out["cue_to"], window.start)
        self._predicates(so_far, at, base)
        if len(so_far.mentions) > _PENDING:
            _link(so_far, self._curve)

    def finish(self, so_far: Collected) -> Marks:
        """The marks of the whole text."""
        _link(so_far, self._curve)
        marks = Marks(
            tokens=so_far.tokens, sentences=so_far.sentences, names=agreed(so_far.names, so_far.text), sourced=so_far.sourced, attributions=so_far.attributions, arguments=so_far.arguments,
            antecedents=so_far.antecedents, candidates=so_far.candidates, certainty=so_far.certainty, types=so_far.types,
            parties=so_far.parties, stated=so_far.stated, statuses=tuple(so_far.statuses), acts=tuple(so_far.acts), classes={k: self._labels[k] for k in ("status", "acts") if k in self._labels}, vectors=tuple(so_far.vectors),
        )  # fmt: skip
        return msgspec.structs.replace(marks, attributions=with_subjects(marks))

    def _tokens(self, so_far: Collected, words: Words, at: Scores, base: int) -> None:
        upos, xpos = (at[k].argmax(-1) for k in ("upos", "xpos"))
        forms = [so_far.text[a:b] for a, b in words.ranges]
        reopened = reopen(forms, words.opens, upos, xpos, at, self._labels)
        starts = [*np.flatnonzero(words.opens).tolist(), len(words)]
        if starts[0] != 0:
            starts.insert(0, 0)
        arcs = [products(at["arc_from"][a:b], at["arc_to"][a:b]) / np.sqrt(at["arc_to"].shape[-1]) for a, b in itertools.pairwise(starts)]
        heads = np.concatenate([best_tree(scores) for scores in arcs])
        relations = self._relations(at, starts, heads, upos, reopened)
        self._mend(at, starts, arcs, heads, relations, (upos, xpos), reopened)
        tags, fine = ([self._labels[k][n] for n in found.tolist()] for k, found in (("upos", upos), ("xpos", xpos)))
        for a, b in itertools.pairwise(starts):
            fine[a:b] = mend(forms[a:b], heads[a:b], relations[a:b], (tags[a:b], fine[a:b]), self._labels["relation"])
        for number, (a, b) in enumerate(itertools.pairwise(starts), len(so_far.sentences)):
            for i, head, relation in zip(range(a, b), heads[a:b].tolist(), relations[a:b].tolist(), strict=True):
                s, e = words.ranges[i]
                form = forms[i]
                so_far.tokens.append(
                    Token(
                        start=s,
                        end=e,
                        text=form,
                        lemma=choose_lemma(form, tags[i], fine[i], at["lemma"][i], self._labels["lemma"]),
                        upos=tags[i],
                        xpos=fine[i],
                        head=-1 if head < 0 else base + a + head,
                        relation="root" if head < 0 else self._labels["relation"][relation],
                        sentence=number,
                        surface=words.surfaces[i],
                    )
                )
            so_far.sentences.append(Sentence(words.ranges[a][0], words.ranges[b - 1][1], base + a, base + b))

    def _mend(self, at: Scores, starts: list[int], arcs: list[NDArray[np.float32]], heads: Indices, relations: Indices, tags: tuple[Indices, Indices], reopened: Sequence[int]) -> None:
        """Puts a better tree, in place, where a sentence's first one cannot be."""
        upos, xpos = tags
        finite = self._finite[xpos]
        close, ahead, subject = self._close[relations], self._ahead[relations], self._subject[relations]
        here = np.arange(len(heads))
        above = np.where(heads < 0, here, heads + np.repeat(starts[:-1], np.diff(starts)))
        verbs = np.concatenate([[0], np.cumsum(finite)])
        joined = self._joined[relations] & self._nominal[upos] & (above < here) & (verbs[here] > verbs[np.minimum(above + 1, here)])  # "A said … B and C left": C joins B
        joined[2:] &= self._coordinator[upos[1:-1]] & self._nominal[upos[:-2]]
        joined[:2] = False
        copied = np.zeros(len(heads), dtype=bool)
        copied[above[self._copula[relations]]] = True
        hollow = self._clause[relations] & self._nominal[upos[above]] & ~copied[above]  # a clause is subject of what is said of it: a verb, or a noun with "is"
        doubtful = hollow | (close & (above > here) & (verbs[above] > verbs[here + 1])) | (ahead & (above < here)) | joined
        doubted = np.logical_or.reduceat(doubtful, starts[:-1]) | (np.add.reduceat(subject.astype(int), starts[:-1]) > 1)
        for n in np.flatnonzero(doubted).tolist():
            a, b = starts[n], starts[n + 1]
            inside = slice(a, b)
            barred = across(heads[inside], close[inside], ahead[inside], finite[inside])
            barred |= stranded(heads[inside], subject[inside], finite[inside] & self._verb[upos[inside]], self._nominal[upos[inside]])
            barred |= doubled(heads[inside], subject[inside], finite[inside] | self._verb[upos[inside]])
            for wrong in (joined[inside], hollow[inside]):
                barred[np.flatnonzero(wrong), heads[inside][wrong]] = True
            if barred[np.arange(b - a), np.maximum(heads[inside], 0)].any():
                heads[inside] = best_tree(np.where(barred, -1e4, arcs[n]))
                relations[inside] = self._relations({k: at[k][inside] for k in ("rel_from", "rel_to")}, [0, b - a], heads[inside], upos[inside], [k - a for k in reopened if a <= k < b])

    def _relations(self, at: Scores, starts: list[int], heads: Indices, upos: Indices, reopened: Sequence[int] = ()) -> Indices:
        """The best relation of each word to its head, an index within its sentence; only the root is root. Sentences begin at `starts`, the last of which ends them.

        A word is no punctuation, and those `reopened` have no relation of a function word.
        """
        above = np.where(heads < 0, np.arange(len(heads)), heads + np.repeat(starts[:-1], np.diff(starts)))
        logits = products(at["rel_from"] * at["rel_to"][above], self._pairs["rel.weight"]) + self._pairs["rel.bias"]
        logits[heads >= 0, self._root] = -1e9
        logits[np.ix_(self._spoken[upos], self._punctuation)] = -1e9
        for i in reopened:
            logits[i, self._functional] = -1e9
        return logits.argmax(-1)  # type: ignore[no-any-return]

    def _names(self, so_far: Collected, words: Words, at: Scores) -> None:
        found = [n for head in ("names", "arms") for n in self._spans(head, words, at)]
        so_far.names += tidy(found, so_far.text)
        so_far.sourced += self._spans("sourced", words, at)

    def _spans(self, head: str, words: Words, at: Scores) -> list[Name]:
        spans = joined(best_spans(at[head], self._labels[head], words.opens), at[head], self._labels[head], words.opens)
        return [Name(words.ranges[t.first][0], words.ranges[t.last - 1][1], t.label, t.score) for t in spans]

    def _predicates(self, so_far: Collected, at: Scores, base: int) -> None:
        tokens = so_far.tokens[base:]
        predicate = at["pred"][:, 1] > at["pred"][:, 0]
        types = shares(at["etype"])
        sure = np.clip(at["sure"].mean(-1), -3, 3).tolist()
        so_far.certainty += [s if p or t.upos == "VERB" else None for t, p, s in zip(tokens, predicate.tolist(), sure, strict=True)]
        found: list[dict[str, float]] = [{} for _ in tokens]
        rows, columns = np.nonzero(types >= _FLAT)
        for i, k, p in zip(rows.tolist(), columns.tolist(), types[rows, columns].tolist(), strict=True):
            if tokens[i].upos in _TYPED:
                found[i][self._labels["types"][k]] = p
        so_far.types += found
        if "stated" in at:
            stated = shares(at["stated"])[:, 1]
            so_far.stated += stated.tolist()
            so_far.statuses.append(shares(at["status"]))
            so_far.acts.append(shares(at["act"]))
            so_far.parties += parties(tokens, base, at, types, stated, self._pairs, self._labels["parties"])
        mentions = [i for i, token in enumerate(tokens) if candidate(token)]
        so_far.mentions += [base + i for i in mentions]
        so_far.asking.append(at["coref_from"][mentions])
        so_far.asked.append(at["coref_to"][mentions])
        so_far.new.append(at["new"][mentions, 0])
        so_far.arguments += arguments(tokens, base, np.flatnonzero(predicate).tolist(), at, self._pairs, self._labels["roles"])


def _link(so_far: Collected, curve: NDArray[np.float32]) -> None:
    """Finds the antecedents of the mentions not yet linked, and lets go of all vectors but those that later mentions look back at."""
    if not so_far.mentions:
        return
    asking, asked, new = (np.concatenate(part) for part in (so_far.asking, so_far.asked, so_far.new))
    found, entities = antecedents(so_far.mentions, asking, asked, new, so_far.tokens, carried=so_far.entities, curve=curve)
    so_far.antecedents += found
    so_far.candidates += candidates(so_far.mentions, asking, asked, new, so_far.tokens, len(so_far.entities))
    so_far.mentions, so_far.entities = so_far.mentions[-BACK:], entities[-BACK:]
    so_far.asking, so_far.asked, so_far.new = [asking[-BACK:].copy()], [asked[-BACK:].copy()], [new[-BACK:].copy()]


def _among(labels: list[str], names: Collection[str]) -> NDArray[np.bool_]:
    """For each label whether it is one of `names`."""
    return np.array([label in names for label in labels])
