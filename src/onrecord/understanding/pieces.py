"""Text to word pieces: ids for the encoder, characters they stand for, and what WordPiece throws away (letter case, white space)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec
import numpy as np
from tokenizers import Regex, Tokenizer, pre_tokenizers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray  # noqa: TC004

# Letter case of a piece, in this order.
OTHER, LOWER, TITLE, UPPER, MIXED, DIGITS = range(6)
# White space before a piece.
JOINED, SPACED, NEW_LINE = range(3)
# Clitics and contractions are words of their own in Universal Dependencies.
_SPLITS = (r"(?i)n['’]t(?!\w)", r"(?i)(?<=\bcan)not(?!\w)", r"(?i)(?<=\b(?:gon|wan))na(?!\w)", r"(?i)(?<=\bgot)ta(?!\w)")
_STRETCH = 20_000  # characters given to the tokenizer at a time, whose memory grows with them
_CUT = re.compile(r"[ \n](?=[A-Za-z0-9])")  # no word and no contraction goes on here
_BLANK = re.compile(r"\s+")


class Pieces(msgspec.Struct, frozen=True):
    """Word pieces of a text in order: `ids`, first and last character (exclusive), letter case and white space before; all of one length."""

    ids: NDArray[np.int32]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    case: NDArray[np.int8]
    space: NDArray[np.int8]

    def __len__(self) -> int:
        return len(self.ids)


class Piecer:
    """Cuts text into word pieces with the tokenizer saved in `file`."""

    def __init__(self, file: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(file))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self.first = self._tokenizer.token_to_id("[CLS]")
        self.last = self._tokenizer.token_to_id("[SEP]")

    def cut(self, text: str) -> Pieces:
        """The pieces of `text`. Characters that the tokenizer drops (controls) belong to no piece."""
        parts = [self._stretch(text, start, end) for start, end in _stretches(text)]
        ids, starts, ends = np.concatenate([np.empty((3, 0), dtype=np.int32), *(where for where, _, _ in parts)], axis=1)
        case, space = (np.concatenate([np.empty(0, dtype=np.int8), *(part[k] for part in parts)]) for k in (1, 2))
        return Pieces(ids, starts, ends, case, space)

    def _stretch(self, text: str, first: int, last: int) -> tuple[NDArray[np.int32], NDArray[np.int8], NDArray[np.int8]]:
        """The pieces of characters `first` to `last`: ids, starts and ends (3, pieces), letter case, white space before."""
        encoded = self._tokenizer.encode(text[first:last], add_special_tokens=False)
        found = [(i, first + s, first + e) for i, (s, e) in zip(encoded.ids, encoded.offsets, strict=True) if e > s]
        case = np.array([_case(text[s:e]) for _, s, e in found], dtype=np.int8)
        return np.array(found, dtype=np.int32).reshape(-1, 3).T, case, _space(text, [s for _, s, _ in found], first, last)


def prepare_tokenizer(source: Path, target: Path) -> None:
    """Saves the WordPiece tokenizer of `source` to `target` with contractions split before words are looked up."""
    tokenizer = Tokenizer.from_file(str(source))
    splits = [pre_tokenizers.Split(Regex(pattern), "isolated") for pattern in _SPLITS]
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([*splits, pre_tokenizers.BertPreTokenizer()])
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(str(target))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """A long text in parts whose pieces are those of the whole."""
    start = 0
    while start < len(text):
        cut = _CUT.search(text, start + _STRETCH)
        end = len(text) if cut is None else cut.end()
        yield start, end
        start = end


@lru_cache(50_000)
def _case(piece: str) -> int:
    if piece.isdigit():
        return DIGITS
    if piece.islower():
        return LOWER
    if piece.isupper():
        return UPPER if len(piece) > 1 else TITLE
    if piece.istitle():
        return TITLE
    return MIXED if any(c.isupper() for c in piece) else OTHER


def _space(text: str, starts: list[int], first: int, last: int) -> NDArray[np.int8]:
    """The white space before each of the characters `starts`, all of them from `first` to `last`."""
    while first > 0 and text[first - 1].isspace():
        first -= 1
    after = {gap.end(): NEW_LINE if gap.start() == 0 or "\n" in gap.group() else SPACED for gap in _BLANK.finditer(text, first, last)}
    after[0] = NEW_LINE
    return np.array([after.get(start, JOINED) for start in starts], dtype=np.int8)
