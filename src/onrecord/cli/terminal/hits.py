"""What was found, report by report: a line for the report, below it what in it was found."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from onrecord.cli.terminal.words import date, flat

if TYPE_CHECKING:
    from rich.console import Console

    from onrecord.keeping.protocol import Hit

ID = 10  # digits of a report's id that are shown; `show` takes six or more
_WHO, _WORDS = 3, 8


def draw(hits: list[Hit], to: Console) -> None:
    """Prints hits in their order, those of one report that follow each other under one head."""
    for n, (_, group) in enumerate(groupby(hits, key=lambda hit: hit.report)):
        of_report = list(group)
        if n:
            to.print()
        to.print(head(of_report[0]))
        items = [hit for hit in of_report if hit.kind != "report"]
        excerpt = next((hit.words for hit in of_report if hit.kind == "report"), "")
        if excerpt:
            to.print(Text(flat(excerpt), style="faint"))
        if items:
            to.print(table(items))


def head(hit: Hit) -> Text:
    """Title, outlet, day and id of a report."""
    out = Text(flat(hit.title or "(no title)"), style="heading")
    parts = [flat(hit.outlet) if hit.outlet else "", date(hit.published), hit.report[:ID]]
    return out.append("  ").append(" · ".join(part for part in parts if part), style="cyan")


def table(hits: list[Hit]) -> Table:
    """Items of a report: id, who (and to whom), what was said or done, how sure and on whose word."""
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(style="id", no_wrap=True, min_width=4)
    grid.add_column(ratio=_WHO)
    grid.add_column(ratio=_WORDS)
    for hit in hits:
        grid.add_row(hit.local or "", parties(hit), told(hit))
    return grid


def parties(hit: Hit) -> Text:
    """Who, and to whom."""
    out = Text(flat(", ".join(hit.who)) or "unnamed", style="speaker" if hit.who else "faint")
    if hit.whom:
        out.append(" → ", style="faint").append(flat(", ".join(hit.whom)), style="speaker")
    return out


def told(hit: Hit) -> Text:
    """The act or type with day, place and certainty; then the words."""
    out = Text(hit.what or "", style="act" if hit.kind == "statement" else "type")
    if hit.polarity == "negative":
        out.append(" denied", style="denied")
    elif hit.certainty is not None and hit.certainty != "certain":
        out.append(f" {hit.certainty}", style="doubtful")
    about = [date(hit.when) if hit.when is not None else "", flat(hit.place) if hit.place is not None else ""]
    about += [f"on the word of {flat(', '.join(hit.said_by))}" if hit.said_by else ""]
    out.append("".join(f" · {part}" for part in about if part), style="faint")
    return out.append(f"\n{flat(hit.words)}", style="content" if hit.kind == "statement" else "")
