"""`--why`: the reason for every decision, by item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from onrecord.cli.terminal.words import flat

if TYPE_CHECKING:
    from onrecord.record import Record

_LONGEST = 60


def why(record: Record) -> Table:
    """What was decided, by what rule, on which words, with what score."""
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, show_edge=False, header_style="heading")
    table.add_column("Decided", style="id", no_wrap=True)
    table.add_column("Rule", ratio=4)
    table.add_column("On these words", ratio=6)
    table.add_column("Score", justify="right", no_wrap=True)
    for key, reasons in record.reasons.items():
        for n, reason in enumerate(reasons):
            words = Text(" | ".join(_short(flat(span.text)) for span in reason.spans), style="faint")
            table.add_row(key if n == 0 else "", reason.rule, words, f"{reason.score:.2f}" if reason.score is not None else "")
    return table


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
