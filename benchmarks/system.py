"""What is measured: the encoder and the pipeline of the `onrecord` that can be imported, loaded once."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from onrecord.reading import plain

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.told import Told
    from onrecord.pipeline import Reader
    from onrecord.record import Record
    from onrecord.understanding.encoder import Encoder
    from onrecord.understanding.marks import Marks


_folder: list[Path | None] = [None]


def use(folder: Path | None) -> None:
    """Measures the model in `folder` (the package's own: null) from here on, in all that goes straight to the encoder."""
    _folder[0] = folder
    encoder.cache_clear()
    told.cache_clear()
    _marks_of.cache_clear()


@cache
def encoder() -> Encoder:
    """The encoder: the shipped one unless another was asked for."""
    from onrecord.understanding.encoder import Encoder  # noqa: PLC0415

    return Encoder.load(_folder[0])


@cache
def told() -> Told:
    """The same, to be told which words are predicates."""
    from benchmarks.told import Told  # noqa: PLC0415

    return Told.load(_folder[0])


@cache
def reader() -> Reader:
    """The pipeline."""
    import onrecord  # noqa: PLC0415

    return onrecord.Reader()


def record_of(text: str) -> Record:
    """The record of a text as the command would read it."""
    return reader().read_text(text)


def record_of_file(path: Path) -> Record:
    """The record of a file."""
    import onrecord  # noqa: PLC0415

    return onrecord.read(path)


def marks_of(text: str, *, predicates: list[tuple[int, int]] | None = None, scale: int | None = None) -> Marks:
    """What the encoder sees in a text whose paragraphs are all body: no reading, no decisions.

    `predicates` are characters of the words that are taken for predicates, and no others; by default the encoder says which are.
    With them a `scale` of certainty may be asked for (see `benchmarks.told`).
    """
    if predicates is None:
        return _marks_of(text)
    return told().mark_given(plain(text), predicates, scale=scale)


@lru_cache(maxsize=256)  # several tasks read the same texts
def _marks_of(text: str) -> Marks:
    return encoder().mark(plain(text))
