"""Where words and sentences begin, through the shipped encoder: what no score may break."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from onrecord import Reader

TEXT = (
    "OSLO, March 7, 2025 (Northwire) - Some 4,200 people from N'Djamena cannot go home, said Moira O'Neill of the DPRK desk. "
    "They don't have the 1.5 million crowns that the ferry costs in 2025, she said."
)  # fmt: skip


@pytest.mark.parametrize("word", ["2025", "4,200", "N'Djamena", "O'Neill", "DPRK", "1.5", "can", "not", "n't", "do"])
def test_a_word_is_one(reader: Reader, word: str) -> None:
    """Figures, names with apostrophes and acronyms are one word; contractions are two."""
    marks = reader.parse(BytesIO(TEXT.encode())).marks
    assert word in {token.text for token in marks.tokens}


def test_sentences_begin_where_something_marks_it(reader: Reader) -> None:
    """No sentence begins after a comma or in the middle of a clause."""
    marks = reader.parse(BytesIO(TEXT.encode())).marks
    for sentence in marks.sentences[1:]:
        before = TEXT[: sentence.start].rstrip()[-1]
        assert not before.isalnum()
        assert before != ","
