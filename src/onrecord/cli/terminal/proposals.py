"""Matches with lists, each in one line that says that it is a proposal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from onrecord.cli.terminal.words import flat

if TYPE_CHECKING:
    from onrecord.record import Record

TITLE = "On a list? Proposals, to be checked"


def proposals(record: Record) -> list[Text]:
    """A line a match: the actor, the list's name it may be, the entry and its list, the score."""
    out = []
    for actor in record.actors:
        for match in actor.matches:
            line = Text(f"{actor.id:<6} ", style="id", no_wrap=True, overflow="ellipsis")
            line.append(flat(actor.name), style="speaker").append(" may be ", style="not dim").append(f'"{flat(match.name)}"', style="doubtful")
            out.append(line.append(f" · {flat(match.entry)} of {flat(match.list_)} · {match.score:.2f}"))
    return out
