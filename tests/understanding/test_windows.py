"""Every piece is read in exactly one window, and windows begin where sentences seem to."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.understanding.pieces import Pieces
from onrecord.understanding.windows import pack


def _pieces(text: str) -> Pieces:
    """Pieces as a tokenizer that splits at spaces would cut them."""
    starts, ends, space, at = [], [], [], 0
    for word in text.split(" "):
        if word.strip():
            starts.append(at)
            ends.append(at + len(word))
            space.append(2 if at == 0 or "\n" in text[at - 1 : at + 1] else 1)
        at += len(word) + 1
    n = len(starts)
    return Pieces(np.zeros(n, np.int32), np.array(starts, np.int32), np.array(ends, np.int32), np.zeros(n, np.int8), np.array(space, np.int8))


@given(st.lists(st.sampled_from(["Word", "word", "end.", "Mr.", "“Yes.”"]), max_size=300), st.integers(8, 40), st.integers(0, 6))
def test_each_piece_is_owned_once(words: list[str], size: int, context: int) -> None:
    text = " ".join(words)
    pieces = _pieces(text)
    windows = pack(pieces, text, size=size, context=context)
    assert [i for w in windows for i in range(w.own, w.end)] == list(range(len(pieces)))
    assert all(w.start <= w.own and w.end - w.start <= size for w in windows)


def test_windows_begin_after_a_full_stop() -> None:
    text = " ".join(["One", "two", "three."] * 20)
    windows = pack(_pieces(text), text, size=20, context=3)
    assert len(windows) > 2
    assert all(w.own % 3 == 0 for w in windows)
    assert all(w.own - w.start == 3 for w in windows[1:])
