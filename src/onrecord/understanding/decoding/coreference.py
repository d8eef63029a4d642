"""Which earlier word speaks of the same thing: scores between words of the whole text, whatever window they were read in, and what grammar says of them.

A mention takes the best antecedent, but how sure that is lies in all of them: what its entity's mentions have of the softmax together is put straight by a
logistic curve (Platt 1999) with an offset for each kind of mention, which `python -m onrecord_training calibrate` fits.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

import numpy as np

from onrecord.understanding.decoding.products import products
from onrecord.understanding.marks import Antecedent, log_odds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.understanding.marks import Token

BACK = 400  # candidates looked back at
NEAR = 20  # candidates a pronoun of the third person looks back at
_LEFT = 40  # words before the first candidate that may belong to it
_ROWS = 64  # candidates whose scores are worked out together
_HEADS = ("NOUN", "PROPN", "PRON")
KINDS = ("I, we, you", "he, she", "it", "they", "another pronoun", "name", "noun")
"""Kinds of mention by their head words, in the order of the curve's offsets."""
UNFITTED = np.array([1] + [0] * len(KINDS), np.float32)
"""The curve of a model that was not calibrated: it changes nothing."""
_ASKING = ("WDT", "WP", "WP$", "EX")  # relative and interrogative pronouns, "there"
_INSIDE = ("flat", "goeswith", "fixed")
_MODIFIERS = ("compound", "amod", "nummod", "nmod", "flat")
_PERSONS = (
    "i me my mine myself", "we us our ours ourselves", "you your yours yourself yourselves", "he him his himself", "she her hers herself",
    "it its itself", "they them their theirs themselves", "this that these those",
)  # fmt: skip
_PERSON = {word: number for number, words in enumerate(_PERSONS, 1) for word in words.split()}
_SPEAKING, _NOUN, _OTHER = 3, 0, len(_PERSONS) + 1  # persons up to _SPEAKING are speaker and hearer
_KIND_OF = (KINDS.index("noun"), 0, 0, 0, 1, 1, 2, 3, 4, 4)  # by person
# What is added to a score: by one word, by one phrase, by two nouns that differ; by one person, by two that differ; by distance (times its logarithm)
_SAME, _WHOLE, _UNLIKE, _AGREEING, _CLASHING, _FAR, _FAR_SAME = 2.0, 2.0, -3.0, 2.0, -6.0, -0.8, -0.2


def candidate(token: Token) -> bool:
    """Whether a word heads a mention: a noun, name or pronoun, but no part of a name after its first word and no relative pronoun."""
    return token.upos in _HEADS and token.xpos not in _ASKING and token.relation.partition(":")[0] not in _INSIDE


def kind(token: Token) -> int:
    """Which of KINDS a mention is that this word heads."""
    return KINDS.index("name") if token.upos == "PROPN" else _KIND_OF[_person(token)]


def _person(token: Token) -> int:
    """The number of its row in _PERSONS, _OTHER for other pronouns, _NOUN for what is none."""
    return _PERSON.get(token.text.lower(), _OTHER if token.upos == "PRON" else _NOUN)


def antecedents(
    mentions: Sequence[int],
    asking: NDArray[np.float32],
    asked: NDArray[np.float32],
    new: NDArray[np.float32],
    tokens: Sequence[Token] = (),
    *,
    carried: Sequence[int] = (),
    curve: NDArray[np.float32] = UNFITTED,
) -> tuple[list[Antecedent], list[int]]:
    """For each candidate word (`mentions`, in order; the arrays run parallel) its best antecedent where that beats being new, and every candidate's entity.

    An entity is named by its first word. Those of the first candidates are known where they were linked before (`carried`): these are looked back at alone.
    With the `tokens` of the text what grammar says is added to what was learned, and `curve` (slope, offset of each of KINDS) makes the share of the softmax
    that the antecedent's entity has a probability that the two words speak of one thing.
    """
    grammar = _Grammar(mentions, tokens) if tokens else None
    entities = np.array([*carried, *mentions[len(carried) :]], dtype=np.int64)
    kinds = [kind(tokens[i]) for i in mentions] if tokens else [KINDS.index("noun")] * len(mentions)
    out = []
    for start in range(len(carried), len(mentions), _ROWS):
        rows = np.arange(start, min(start + _ROWS, len(mentions)))
        columns = np.arange(max(0, start - BACK), rows[-1] + 1)
        back = rows[:, None] - columns[None, :]
        scores = products(asking[rows], asked[columns]) / np.sqrt(asking.shape[-1]) - new[rows, None]
        if grammar is not None:
            scores += grammar.of(rows, columns, back)
        scores[(back <= 0) | (back > BACK)] = -np.inf
        best = scores.argmax(-1)
        top = scores[np.arange(len(rows)), best]
        for r in np.flatnonzero(top > 0).tolist():
            row, antecedent = rows[r], columns[best[r]]
            entities[row] = entities[antecedent]
            shares = np.exp(scores[r] - top[r])
            share = float(shares[entities[columns] == entities[row]].sum() / (np.exp(-top[r]) + shares.sum()))
            out.append(Antecedent(mentions[row], mentions[antecedent], _straight(share, curve, kinds[row])))
    return out, entities.tolist()


def _straight(share: float, curve: NDArray[np.float32], kind: int) -> float:
    """The share as a probability."""
    return 1 / (1 + exp(-(float(curve[0]) * log_odds(share) + float(curve[1 + kind]))))


class _Grammar:
    """What person, words and distance say for and against two candidates being one."""

    def __init__(self, mentions: Sequence[int], tokens: Sequence[Token]) -> None:
        phrases: dict[int, list[str]] = {i: [tokens[i].lemma.lower()] for i in mentions}
        low = mentions[0] if mentions else 0
        for i in range(max(0, low - _LEFT), len(tokens)):
            token = tokens[i]
            relation = token.relation.partition(":")[0]
            if token.head in phrases and relation in _MODIFIERS and (i < token.head or relation == "flat"):
                phrases[token.head].append(token.lemma.lower())
        numbers: dict[str, int] = {}
        self._word = np.array([numbers.setdefault(tokens[i].lemma.lower(), len(numbers)) for i in mentions])
        self._phrase = np.array([numbers.setdefault(" ".join(sorted(phrases[i])), len(numbers)) for i in mentions])
        self._person = np.array([_person(tokens[i]) for i in mentions])

    def of(self, rows: NDArray[np.int64], columns: NDArray[np.int64], back: NDArray[np.int64]) -> NDArray[np.float32]:
        """What is added to the scores (rows, columns); `back` says how many candidates lie between."""
        person, before = self._person[rows, None], self._person[None, columns]
        named, noun, agrees = person == _NOUN, before == _NOUN, person == before
        same = named & noun & (self._word[rows, None] == self._word[None, columns])
        whole = named & noun & (self._phrase[rows, None] == self._phrase[None, columns])
        speaking = agrees & (person > 0) & (person <= _SPEAKING)
        far = np.log1p(np.maximum(back, 0)).astype(np.float32)
        out = np.where(named, np.where(same, _SAME, _UNLIKE), np.where(agrees, _AGREEING, np.where(noun, 0.0, _CLASHING))) + _WHOLE * whole
        out += np.where(speaking, 0.0, np.where(same, _FAR_SAME, _FAR)) * far
        out[~named & (person > _SPEAKING) & (back > NEAR)] = -np.inf
        return out.astype(np.float32)  # type: ignore[no-any-return]
