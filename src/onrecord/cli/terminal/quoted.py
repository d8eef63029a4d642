"""Who is quoted, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich import box
from rich.table import Table
from rich.text import Text

from onrecord.cli.terminal.styles import WIDE
from onrecord.cli.terminal.words import flat

if TYPE_CHECKING:
    from collections.abc import Sequence

_ACTS = 4


def table(rows: Sequence[dict[str, Any]], width: int) -> Table:
    """A row a source: name and capacity, statements and share, acts, outlets; narrow terminals get acts and outlets in one column."""
    out = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, show_edge=False, padding=(0, 1), header_style="heading")
    out.add_column("Who", ratio=4)
    out.add_column("Statements", justify="right", no_wrap=True)
    out.add_column("Reports", justify="right", no_wrap=True)
    out.add_column("Acts", ratio=4)
    if width >= WIDE:
        out.add_column("Quoted by", ratio=4)
    for row in rows:
        who = Text(flat(row["name"]), style="speaker" if row["identity"] is not None else "faint")
        if row["capacities"]:
            who.append(f"\n{flat(row['capacities'][0])}", style="faint")
        acts = ", ".join(row["acts"][:_ACTS]) + (" …" if len(row["acts"]) > _ACTS else "")
        outlets = flat(", ".join(row["outlets"])) + (f" · by way of {flat(', '.join(row['chain']))}" if row["chain"] else "")
        counts = f"{row['statements']} ({row['share']:.0%})"
        if width >= WIDE:
            out.add_row(who, counts, str(row["reports"]), Text(acts, style="act"), outlets)
        else:
            out.add_row(who, counts, str(row["reports"]), Text(acts, style="act").append(f"\n{outlets}", style="faint"))
    return out
