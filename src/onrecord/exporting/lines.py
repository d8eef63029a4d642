"""Formats that are lines of JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from onrecord.exporting.plover import line, plover

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.exporting.chosen import Chosen


class Lines(Protocol):
    """The lines that a record gives, without line ends; without `text` no word of the report but names and titles stands in them."""

    def __call__(self, chosen: Chosen, *, text: bool) -> Iterator[bytes]:
        """The lines."""
        ...


def record_lines(chosen: Chosen, *, text: bool) -> Iterator[bytes]:
    """The whole record in one line."""
    yield chosen.record.to_json(text=text)


def plover_lines(chosen: Chosen, *, text: bool) -> Iterator[bytes]:
    """A line a happening."""
    return (line(fields) for fields in plover(chosen, text=text))
