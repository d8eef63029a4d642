"""One statement or event: its row as in the report's page, and the paragraphs that it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.cli.terminal import header, tables, text
from onrecord.cli.terminal import why as reasons_of
from onrecord.record import Event

if TYPE_CHECKING:
    from rich.console import Console

    from onrecord.record import Record, Span, Statement


def draw(record: Record, item: Statement | Event, to: Console, *, reasons: bool, words: bool) -> None:
    """Prints an item; with `reasons` why it was decided so, without `words` not the paragraphs."""
    to.print(header.header(record, f"{record.report.id}#{item.key}"))
    to.print()
    if isinstance(item, Event):
        to.print(tables.events(msgspec.structs.replace(record, events=[item]), to.width))
    else:
        to.print(tables.statements(msgspec.structs.replace(record, statements=[item]), to.width))
    own = {name: why for name, why in record.reasons.items() if name.partition(".")[0] == item.id}
    if reasons and own:
        to.print()
        to.print(reasons_of.why(msgspec.structs.replace(record, reasons=own)))
    if words:
        coloured = text.colour(record)
        for block in record.report.blocks:
            if any(span.start < block.end and block.start < span.end for span in _spans(item)):
                to.print()
                paragraph = coloured[block.start : block.end]
                paragraph.rstrip()
                to.print(paragraph)


def _spans(item: Statement | Event) -> list[Span]:
    if isinstance(item, Event):
        return [item.trigger, item.evidence]
    return [*item.content, *(span for span in (item.source, item.cue) if span is not None)]
