"""Claims as a list: how each stands, on how many voices, since when, and the words that tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from onrecord.cli.terminal.hits import ID
from onrecord.cli.terminal.styles import WIDE
from onrecord.cli.terminal.words import date, flat

if TYPE_CHECKING:
    from onrecord.keeping.protocol import ClaimRow

STANDINGS = {"contested": "doubtful", "denied": "denied", "retracted": "denied", "corroborated": "content"}


def table(rows: list[ClaimRow], width: int) -> Table:
    """A row a claim; narrow terminals get standing and counts in one column."""
    out = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, show_edge=False, padding=(0, 1), header_style="heading")
    out.add_column("Claim", style="id", no_wrap=True)
    out.add_column("Standing", ratio=3)
    if width >= WIDE:
        out.add_column("On how many", ratio=3)
        out.add_column("When", ratio=3)
    out.add_column("In these words", ratio=8)
    for row in rows:
        standing = Text(row.standing, style=STANDINGS.get(row.standing, ""))
        counts = f"{many(row.origins, 'origin')}, {many(row.outlets, 'outlet')}, {many(row.reports, 'report')}"
        words = Text(row.type or row.kind, style="type" if row.type else "act").append(f" {flat(row.label)}", style="")
        when = days(row.first_day, row.last_day)
        if width >= WIDE:
            out.add_row(row.id[:ID], standing, counts, when, words)
        else:
            out.add_row(row.id[:ID], standing.append(f"\n{counts}", style="faint"), words.append(f"\n{when}" if when else "", style="faint"))
    return out


def days(first: str | None, last: str | None) -> str:
    """A day, or days, in words."""
    if first is None or last is None:
        return date(first or last)
    return date(first) if first == last else f"{date(first)} to {date(last)}"


def many(number: int, noun: str) -> str:
    """ "1 outlet", "2 outlets"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
