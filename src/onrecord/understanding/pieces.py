"""Text to word pieces: ids for the encoder, characters they stand for, and what WordPiece throws away (letter case, white space)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import numpy as np
from tokenizers import Regex, Tokenizer, pre_tokenizers

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray  # noqa: TC004

# Letter case of a piece, in this order.
OTHER, LOWER, TITLE, UPPER, MIXED, DIGITS = range(6)
# White space before a piece.
JOINED, SPACED, NEW_LINE = range(3)
# Clitics and contractions are words of their own in Universal Dependencies.
_SPLITS = (r"(?i)n['’]t(?!\w)", r"(?i)(?<=\bcan)not(?!\w)", r"(?i)(?<=\b(?:gon|wan))na(?!\w)", r"(?i)(?<=\bgot)ta(?!\w)")


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
        encoded = self._tokenizer.encode(text, add_special_tokens=False)
        offsets = np.array(list(encoded.offsets), dtype=np.int32).reshape(-1, 2)
        ids = np.array(encoded.ids, dtype=np.int32)
        real = offsets[:, 1] > offsets[:, 0]
        ids, offsets = ids[real], offsets[real]
        case = np.fromiter((_case(text[s:e]) for s, e in offsets), dtype=np.int8, count=len(ids))
        space = np.fromiter((_space(text, int(s)) for s in offsets[:, 0]), dtype=np.int8, count=len(ids))
        return Pieces(ids, offsets[:, 0].copy(), offsets[:, 1].copy(), case, space)


def prepare_tokenizer(source: Path, target: Path) -> None:
    """Saves the WordPiece tokenizer of `source` to `target` with contractions split before words are looked up."""
    tokenizer = Tokenizer.from_file(str(source))
    splits = [pre_tokenizers.Split(Regex(pattern), "isolated") for pattern in _SPLITS]
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([*splits, pre_tokenizers.BertPreTokenizer()])
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(str(target))


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


def _space(text: str, start: int) -> int:
    if start == 0:
        return NEW_LINE
    before = start
    while before > 0 and text[before - 1].isspace():
        before -= 1
    if before == start:
        return JOINED
    return NEW_LINE if before == 0 or "\n" in text[before:start] else SPACED
