"""A report's signature: a sample of its runs of words as numbers, small enough to keep of every report and enough to tell a copy by.

Runs of `RUN` words are hashed to 64 bits; kept are those below a bound that falls with the report's length (FracMinHash: Irber et al. 2022,
"Lightweight compositional analysis of metagenomes with FracMinHash"), in the order of the text. Two signatures are compared below the lower of their
bounds, where both are complete; so containment can be told either way, whatever the two lengths.

Form (little endian): version u8, RUN u8, anchors u16, words u32, runs u32, own runs u32, bound u32, then for each run kept u32 (31 bits of its
hash, and whether a word of it stands in quotation marks), then for each anchor the other 32 bits of its hash, in the order of the hashes.
"""

from __future__ import annotations

import hashlib
import struct
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from onrecord.corroborating.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.record import Block

RUN = 4
"""How many words a run has."""
ANCHORS = 48
"""How many anchors a signature has at most."""

_VERSION = 1
_KEPT = 290  # runs kept of a report of `_USUAL` runs or fewer; of a longer one, more by the square root
_USUAL = 600
_HEAD = struct.Struct("<BBHIIII")
_FULL = 1 << 31  # hashes are compared by their 31 highest bits
_MULTIPLIERS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F], dtype=np.uint64)


class Sample(NamedTuple):
    """A signature taken apart.

    `words`, `runs` and `own` count the report's words, its different runs, and those with no word in quotation marks. `keys` are the kept runs in the
    order of the text (31 bits each, below `bound` of 2³¹), `quoted` says of each whether a word of it stands in quotation marks; `tails` are the
    other 32 bits of the anchors.
    """

    words: int
    runs: int
    own: int
    bound: int
    keys: NDArray[np.uint32]
    quoted: NDArray[np.bool_]
    tails: NDArray[np.uint32]


def signature(text: str, blocks: Sequence[Block] | None = None) -> bytes:
    """The signature of a report's own words: of body and captions where `blocks` are given, else of all of `text`.

    The same on every machine. About 4 bytes a run kept: some 1.4 kB for a report of 600 words.
    """
    found = words(text, blocks)
    hashes, quoted = _runs(found.forms, found.quoted)
    kept = _KEPT * max(1.0, (len(hashes) / _USUAL) ** 0.5)
    bound = min(_FULL, int(_FULL * kept / max(1, len(hashes))))
    keys = (hashes >> np.uint64(33)).astype(np.uint32)
    below = keys < bound
    packed = (keys[below] << np.uint32(1)) | quoted[below]
    chosen = _anchors(keys[below], quoted[below])
    tails = hashes[below][chosen].astype(np.uint32)
    head = _HEAD.pack(_VERSION, RUN, len(tails), len(found.forms), len(hashes), int((~quoted).sum()), bound)
    return head + packed.astype("<u4").tobytes() + tails.astype("<u4").tobytes()


def sample(signed: bytes) -> Sample:
    """What a signature holds. Raises ValueError where `signed` is no signature of this version."""
    if len(signed) < _HEAD.size or signed[0] != _VERSION or signed[1] != RUN:
        message = f"no signature of version {_VERSION}"
        raise ValueError(message)
    _, _, tails, n_words, runs, own, bound = _HEAD.unpack_from(signed)
    body = np.frombuffer(signed, dtype="<u4", offset=_HEAD.size).astype(np.uint32)
    packed, tail = body[: len(body) - tails], body[len(body) - tails :]
    return Sample(n_words, runs, own, bound, packed >> np.uint32(1), (packed & np.uint32(1)).astype(np.bool_), tail)


def anchors(signed: bytes) -> list[int]:
    """At most `ANCHORS` numbers of 63 bits by which a store finds what may be a copy: the lowest hashes of the report's own runs, ascending.

    The lowest are the same in any report that holds the runs, so a copy of which 30 % is left shares some of them. Runs in quotation marks count
    where a report has too few of its own: reports of one speech share them without being copies.
    """
    taken = sample(signed)
    chosen = _anchors(taken.keys, taken.quoted)
    return [int(key) << 32 | int(tail) for key, tail in zip(taken.keys[chosen], taken.tails, strict=True)]


def _anchors(keys: NDArray[np.uint32], quoted: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Where the anchors stand among the kept runs."""
    order = np.argsort(keys, kind="stable")
    own = order[~quoted[order]]
    if len(own) < ANCHORS // 4:
        own = order
    return own[:ANCHORS]


def _runs(forms: list[str], quoted: list[bool]) -> tuple[NDArray[np.uint64], NDArray[np.bool_]]:
    """The hash of each different run, in the order of first appearance, and whether a word of it stands in quotation marks."""
    count = len(forms) - RUN + 1
    if count < 1:
        return np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.bool_)
    each = np.fromiter(map(_hash, forms), dtype=np.uint64, count=len(forms))
    marked = np.array(quoted, dtype=np.bool_)
    total, within = np.zeros(count, dtype=np.uint64), np.zeros(count, dtype=np.bool_)
    for offset in range(RUN):
        total += each[offset : offset + count] * _MULTIPLIERS[offset]
        within |= marked[offset : offset + count]
    mixed = _mixed(total)
    first = np.sort(np.unique(mixed, return_index=True)[1])
    return mixed[first], within[first]


def _mixed(x: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Every bit made to depend on every other (the finaliser of SplitMix64: Steele, Lea and Flood 2014)."""
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))


@lru_cache(maxsize=1 << 16)
def _hash(form: str) -> int:
    """64 bits of a word, the same on every machine."""
    return int.from_bytes(hashlib.blake2b(form.encode(), digest_size=8).digest(), "little")
