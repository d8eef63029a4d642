"""A store to try the desk with: two invented stories, read as it opens and thrown away as it closes."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from onrecord.opening import Opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.keeping.store import SqlStore
    from onrecord.pipeline import Reader

_STORIES = Path(__file__).parents[1] / "data" / "demo.json"


class Sample(msgspec.Struct, frozen=True):
    """A report of a story, and what its text cannot tell."""

    location: str
    text: str
    published: str | None
    publisher: str | None
    day: str


def samples() -> list[Sample]:
    """The reports of both stories, in the order of their days."""
    return msgspec.json.decode(_STORIES.read_bytes(), type=list[Sample])


@contextmanager
def folder() -> Iterator[Path]:
    """A folder that is gone at the end, with whatever is in it."""
    with tempfile.TemporaryDirectory(prefix="onrecord-demo-", ignore_cleanup_errors=True) as made:
        yield Path(made)


def fill(store: SqlStore, *, reader: Reader | None = None, tell: Callable[[int, int], None] = lambda _done, _of: None) -> None:
    """Reads the stories into a store; `tell` is told how many of how many are done."""
    from onrecord.pipeline import Reader as Pipeline  # noqa: PLC0415  heavy

    made = reader or Pipeline()
    every = samples()
    for done, sample in enumerate(every):
        tell(done, len(every))
        source = Opened(sample.text.encode(), sample.location)
        store.add(made.file(source, published=sample.published, publisher=sample.publisher))
    tell(len(every), len(every))
