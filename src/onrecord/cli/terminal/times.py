"""A timeline as a table: the day, who did what to whom or said what, in which words and which report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich import box
from rich.table import Table
from rich.text import Text

from onrecord.cli.terminal.hits import ID
from onrecord.cli.terminal.words import date, flat

if TYPE_CHECKING:
    from collections.abc import Sequence


_DATE = 13  # "(28 Feb 2025)"


def table(rows: Sequence[dict[str, Any]]) -> Table:
    """A row each; a day in brackets is that of publication, a day is written once."""
    out = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, show_edge=False, padding=(0, 1), header_style="heading")
    out.add_column("When", min_width=_DATE, max_width=2 * _DATE)
    out.add_column("Who", ratio=3)
    out.add_column("What", ratio=8)
    last = None
    for row in rows:
        day = date(row["day"]) or "day unknown"
        when = f"({day})" if row["basis"] == "publication" else day
        who = Text(flat(", ".join(row["who"])) or "unnamed", style="speaker" if row["who"] else "faint")
        if row["whom"]:
            who.append(f" → {flat(', '.join(row['whom']))}", style="speaker")
        what = Text(row["what"] or "", style="act" if row["kind"] == "statement" else "type")
        if row["polarity"] == "negative":
            what.append(" denied", style="denied")
        elif row["certainty"] not in (None, "certain"):
            what.append(f" {row['certainty']}", style="doubtful")
        what.append(f" {flat(row['words'])}").append(f"\n{flat(row['outlet'] or 'no outlet named')} · {row['report'][:ID]}", style="faint")
        out.add_row(when if when != last else "", who, what)
        last = when
    return out
