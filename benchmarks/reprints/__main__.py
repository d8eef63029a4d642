"""`python -m benchmarks.reprints [--show N]`: the detector of copies against edits that its author has not seen."""

from __future__ import annotations

import sys
from functools import lru_cache

from benchmarks.reprints.scoring import main
from onrecord.corroborating.copies import compare
from onrecord.corroborating.signature import signature


@lru_cache(8192)
def _signed(text: str) -> bytes:
    """The signature of a text without its title line."""
    return signature(text.partition("\n")[2])


def same(a: str, b: str) -> bool:
    """Whether one is a copy of the other."""
    return compare(_signed(a), _signed(b)).copy


if __name__ == "__main__":
    sys.exit(main(same, sys.argv[1:]))
