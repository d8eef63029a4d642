"""The report's text, block by block, with speakers, cues, contents and triggers coloured and their ids in the margin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from onrecord.cli.terminal.words import safe

if TYPE_CHECKING:
    from onrecord.record import Record, Span

_QUIET = dict.fromkeys(("furniture", "credit", "byline", "published"), "faint") | {"caption": "italic", "title": "heading", "heading": "heading"}
_LEGEND = (("speaker", "speakers"), ("cue", "cues"), ("content", "contents"), ("quoted", "quoted"), ("trigger", "event triggers"))


def text(record: Record) -> Table:
    """The text in two columns: what a block is and which statements and events begin in it, and its words."""
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(style="id", justify="right", no_wrap=False, width=10)
    grid.add_column(ratio=1)
    coloured = colour(record)
    begins = sorted(
        [(statement.content[0].start, statement.id) for statement in record.statements if statement.content]
        + [(event.trigger.start, event.id) for event in record.events],
    )
    for block in record.report.blocks:
        words = coloured[block.start : block.end]
        words.rstrip()
        ids = " ".join(id_ for at, id_ in begins if block.start <= at < block.end)
        kind = "" if block.kind == "body" else block.kind
        grid.add_row(f"{kind} {ids}".strip(), words)
        grid.add_row("", "")
    return grid


def colour(record: Record) -> Text:
    """The whole text; where colours meet, the narrower wins: a trigger in a content, a cue in a nested statement."""
    out = Text(safe(record.report.text))
    for block in record.report.blocks:
        if block.kind in _QUIET:
            out.stylize(_QUIET[block.kind], block.start, block.end)
    layers: tuple[tuple[str, list[Span]], ...] = (
        ("content", [span for s in record.statements for span in s.content]),
        ("quoted", [span for s in record.statements for span in s.quoted]),
        ("speaker", [s.source for s in record.statements if s.source is not None]),
        ("cue", [s.cue for s in record.statements if s.cue is not None]),
        ("trigger", [e.trigger for e in record.events]),
    )  # fmt: skip
    for style, spans in layers:
        for span in spans:
            out.stylize(style, span.start, span.end)
    return out


def legend() -> Text:
    """What the colours mean."""
    out = Text("Text", style="section").append("  ", style="not reverse")
    for n, (style, words) in enumerate(_LEGEND):
        out.append("  " if n else "")
        out.append(words, style=style)
    return out
