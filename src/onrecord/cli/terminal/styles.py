"""Colours, one for each kind of thing: the tables and the text use the same."""

from __future__ import annotations

from rich.theme import Theme

THEME = Theme(
    {
        "speaker": "bold cyan", "cue": "yellow", "content": "green", "quoted": "bold green", "trigger": "bold magenta", "type": "bold magenta",
        "act": "yellow", "faint": "dim", "id": "dim", "heading": "bold", "section": "bold reverse", "denied": "red", "doubtful": "yellow",
    },
    inherit=True,
)  # fmt: skip
WIDE = 110  # columns from which a table shows each field in a column of its own
