"""One record on the terminal, top to bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from onrecord.cli.terminal import header, proposals, tables, text, why
from onrecord.cli.terminal.styles import THEME

if TYPE_CHECKING:
    from typing import IO

    from onrecord.record import Record


def console(file: IO[str] | None = None, *, stderr: bool = False) -> Console:
    """A console with the colours of Onrecord, which follows the terminal's width, NO_COLOR and pipes."""
    return Console(file=file, stderr=stderr, theme=THEME, highlight=False, emoji=False, markup=False)


def show(record: Record, to: Console, *, name: str, reasons: bool = False, words: bool = True) -> None:
    """Prints the record called `name`; with `reasons` why everything was decided, without `words` not the report's text."""
    to.print(Rule(style="faint", characters="━"))
    to.print(header.header(record, name))
    to.print()
    if record.statements:
        to.print(Text("Statements", style="section"))
        to.print(tables.statements(record, to.width))
        to.print()
    if record.events:
        to.print(Text("Events", style="section"))
        to.print(tables.events(record, to.width))
        to.print()
    if lines := proposals.proposals(record):
        to.print(Text(proposals.TITLE, style="section"))
        for line in lines:
            to.print(line)
        to.print()
    if reasons and record.reasons:
        to.print(Text("Why", style="section"))
        to.print(why.why(record))
        to.print()
    if words and record.report.language == "en":
        to.print(text.legend())
        to.print()
        to.print(text.text(record))
    elif words:
        to.print(Text(f"The language is {record.report.language}, not English: nothing was read in it.", style="faint"))
