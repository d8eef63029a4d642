"""Pieces to words and sentences."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from onrecord.facts import lemmas
from onrecord.understanding.pieces import JOINED

if TYPE_CHECKING:
    from numpy.typing import NDArray  # noqa: TC004

    from onrecord.understanding.pieces import Pieces

_CONTRACTED = re.compile(r"(?i)(?:n['’]t|(?<=can)not|(?<=[gw][oa]n)na|(?<=got)ta)(?!\w)")
_CANNOT = re.compile(r"(?i)(?<=\bcan)not(?!\w)")
_POSSESSIVE = re.compile(r"(?<=[^\W\d_])['’]s(?!\w)")
_TAIL = re.compile(r"(?i)(?<=[^\W\d_]['’])(?:s|t|re|ve|ll|d|m)(?!\w)")  # what follows the apostrophe of a clitic is no word
_IN_NAME = re.compile(r"\w['’][A-Z][a-z]")
UNMARKED = 3.0  # by how much a sentence must be likelier than not to begin where nothing marks it
STOPPED = -6.0  # the same after the full stop of a small-lettered word, before a capital
_STOP = re.compile(r"(?<=[a-z]{4}\.)[ ](?=[A-Z])")
_MARKS = '"“„«'
BEGINS, BEGINS_INNER = 1, 2  # a surface token; a further word of a multiword token
_TRIED = 4  # this many of the likeliest scripts are held against the table of base forms
_OPEN = ("NOUN", "VERB", "ADJ", "ADV")


class Words(msgspec.Struct, frozen=True):
    """Syntactic words of some pieces: first piece, characters, characters of its surface token (null unless multiword), sentence starts."""

    first: NDArray[np.int64]
    ranges: list[tuple[int, int]]
    surfaces: list[tuple[int, int] | None]
    opens: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.ranges)


def cut_words(text: str, pieces: Pieces, tok: NDArray[np.float32], sent: NDArray[np.float32], own: range, borders: set[int], until: int) -> Words:
    """Words of the pieces `own`; `tok` and `sent` are logits, `borders` characters where a block begins, `until` the first character after them.

    A piece after white space or at a border begins a token, whatever the scores say. Characters of no piece belong to the word before them.
    """
    kinds = tok.argmax(-1).tolist()
    opening = (sent[:, 1] - sent[:, 0]).tolist()
    starts, space = pieces.starts[own.start : own.stop].tolist(), pieces.space[own.start : own.stop].tolist()
    first: list[int] = []
    opens: list[bool] = []
    inner: list[bool] = []
    before = -1
    for k, start in enumerate(starts):
        if start == before:  # one character in several pieces, as a Hangul syllable is
            continue
        before = start
        border = k == 0 or start in borders
        joined = space[k] == JOINED and not border
        cannot = joined and _CANNOT.match(text, start) is not None
        if joined and not _quotes(text, start) and not (kinds[k] > 0 and not _inside(text, start) and _TAIL.match(text, start) is None) and _POSSESSIVE.match(text, start) is None and not cannot:
            continue
        first.append(k)
        inner.append(cannot or (joined and kinds[k] == BEGINS_INNER))
        opens.append(border or (not inner[-1] and _opens(text, start, opening[k])))
    edges = [starts[k] for k in first] + [until]
    ranges = [(s, s + len(text[s:e].rstrip())) for s, e in itertools.pairwise(edges)]
    surfaces: list[tuple[int, int] | None] = [None] * len(first)
    n = 0
    while n < len(first):
        m = n + 1
        while m < len(first) and inner[m]:
            m += 1
        if m - n > 1:
            surfaces[n:m] = [(ranges[n][0], ranges[m - 1][1])] * (m - n)
        n = m
    return Words(np.array(first, dtype=np.int64) + own.start, ranges, surfaces, np.array(opens, dtype=bool))


def _opens(text: str, start: int, score: float) -> bool:
    """Whether a sentence begins here: the bar that `score` must pass lies by what stands before and after."""
    if score > UNMARKED or score <= STOPPED:
        return score > UNMARKED
    if start and _STOP.match(text, start - 1):
        return True
    return score > 0 and _may_open(text, start)


def _may_open(text: str, start: int) -> bool:
    """Whether sentences are seen to begin here: on a new line, or after what is neither a letter, a figure nor a comma."""
    before = start - 1
    while before >= 0 and text[before].isspace():
        before -= 1
    return before < 0 or "\n" in text[before:start] or not (text[before].isalnum() or text[before] == ",")


def _quotes(text: str, start: int) -> bool:
    """Whether a word begins right behind the mark that opens a quotation."""
    return text[start].isalpha() and text[start - 1] in _MARKS and (start < 2 or text[start - 2].isspace())


def _inside(text: str, start: int) -> bool:
    """Whether a piece stands within a word or figure, whatever the scores say: letters and digits run on but for contractions.

    A figure such as "4,200" is one word, and so is a name such as "O'Neill".
    """
    if text[start].isalnum() and text[start - 1].isalnum():
        return _CONTRACTED.match(text, start) is None
    mark = start if text[start] in "'’" else start - 1
    if mark > 0 and text[mark] in "'’" and _IN_NAME.match(text, mark - 1):
        return True
    at = start if text[start] in ",." else start - 1
    return text[at] in ",." and at > 0 and text[at - 1].isdigit() and text[at + 1 : at + 2].isdigit()


def lemma(form: str, script: str) -> str:
    """The lemma that `script` makes of `form`: `l` or `c` (lowered or not), how many last letters go, what is put in their place."""
    count = 1
    while count < len(script) and script[count].isdigit():
        count += 1
    drop, ending = int(script[1:count] or 0), script[count:]
    base = form.lower() if script[0] == "l" else form
    return (base[: len(base) - drop] if drop < len(base) or ending else base) + ending


def choose_lemma(form: str, upos: str, xpos: str, scores: NDArray[np.float32], scripts: list[str]) -> str:
    """The lemma by the tables where they know the form; else by the likeliest script that makes a known base form of it, else by the likeliest."""
    known = lemmas.lemma(form, upos, xpos)
    if known is not None:
        return known
    if upos in _OPEN:
        for k in np.argsort(-scores)[:_TRIED].tolist():
            made = lemma(form, scripts[k])
            if len(made) > 2 and lemmas.is_base(made, upos):
                return made
    return lemma(form, scripts[int(scores.argmax())])
