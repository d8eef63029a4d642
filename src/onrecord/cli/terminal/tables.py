"""Statements and events as tables; narrow terminals get fewer columns with the same fields in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from onrecord.cli.terminal.styles import WIDE
from onrecord.cli.terminal.words import Names, around, flat, sure

if TYPE_CHECKING:
    from onrecord.record import Event, Record, Statement


_CLAUSE = 100  # characters of an event's clause that are shown


def statements(record: Record, width: int) -> Table:
    """Who (and in what role), the act, what was said with its quotation marks, on what occasion."""
    names, wide = Names(record), width >= WIDE
    table = _table()
    table.add_column("", style="id", no_wrap=True)
    table.add_column("Who", ratio=3)
    if wide:
        table.add_column("Act", style="act", no_wrap=True)
        table.add_column("What was said", ratio=8)
        table.add_column("Occasion", ratio=3, style="faint")
    else:
        table.add_column("What was said", ratio=8)
    for statement in record.statements:
        occasion = _occasion(names, statement)
        if wide:
            table.add_row(statement.id, _who(names, statement), _act(statement), _said(statement), occasion)
        else:
            first = Text(_act(statement), style="act")
            if occasion:
                first.append(f" · {occasion}", style="faint")
            table.add_row(statement.id, _who(names, statement), first.append("\n").append_text(_said(statement)))
    return table


def events(record: Record, width: int) -> Table:
    """Who, what, to whom, where, when, how many, how sure, on whose word; a later mention of the same happening says so."""
    names, wide = Names(record), width >= WIDE
    table = _table()
    table.add_column("", style="id", no_wrap=True)
    if wide:
        for title, ratio in (("Who", 4), ("What", 9), ("To whom", 4), ("Where", 3), ("When", 3), ("How many", 3), ("How sure, on whose word", 6)):
            table.add_column(title, ratio=ratio)
    else:
        for title, ratio in (("Who → to whom", 4), ("What", 7), ("How sure, on whose word", 4)):
            table.add_column(title, ratio=ratio)
    for event in record.events:
        id_ = f"{event.id}\n= {event.same_as}" if event.same_as is not None else event.id
        where, when = names.place(event.place), names.when(event.time)
        many = ", ".join(names.quantities[q] for q in event.quantities)
        if wide:
            who, whom = Text(names.parties(event.actors), style="speaker"), Text(names.parties(event.recipients), style="speaker")
            table.add_row(id_, who, _what(event), whom, where, when, many, _word(names, event))
        else:
            what = _what(event)
            about = " · ".join(part for part in (many, where, when) if part)
            table.add_row(id_, _between(names, event), what.append(f"\n{about}" if about else "", style="faint"), _word(names, event))
    return table


def _table() -> Table:
    return Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, show_edge=False, padding=(0, 1), header_style="heading", leading=1)


def _who(names: Names, statement: Statement) -> Text:
    out = Text(names.speakers(statement), style="speaker" if statement.speakers else "faint")
    if len(statement.speakers) == 1 and names.role(statement.speakers[0]):
        out.append(f"\n{names.role(statement.speakers[0])}", style="faint")
    elif not statement.speakers and statement.source_kind == "anonymous":
        out.append("\nanonymous", style="faint")
    return out


def _act(statement: Statement) -> str:
    return statement.act if statement.distance == "neutral" else f"{statement.act} ({statement.distance})"


def _said(statement: Statement) -> Text:
    """The content in one line, what stood inside the marks brighter; links to other statements after it."""
    out = Text()
    for n, piece in enumerate(statement.content):
        if n:
            out.append(" … ", style="faint")
        at = piece.start
        for inner in sorted(statement.quoted):
            if at <= inner.start and inner.end <= piece.end:
                out.append(_kept(piece.text[at - piece.start : inner.start - piece.start]), style="content")
                out.append(_kept(inner.text), style="quoted")
                at = inner.end
        out.append(_kept(piece.text[at - piece.start :]), style="content")
    links = [f"{word} {id_}" for word, id_ in (("within", statement.within), ("continues", statement.continues)) if id_ is not None]
    if links:
        out.append(f"  ({', '.join(links)})", style="faint")
    return out


def _kept(words: str) -> str:
    """Words in one line with a space at either end kept."""
    if not words.strip():
        return " " if words else ""
    return (" " if words[0].isspace() else "") + flat(words) + (" " if words[-1].isspace() else "")


def _occasion(names: Names, statement: Statement) -> str:
    parts = [statement.occasion.kind if statement.occasion is not None else "", names.place(statement.place)]
    parts.append(names.when(statement.time) if statement.time.basis == "text" or statement.occasion is not None else "")
    if statement.addressee is not None:
        parts.append(f"to {names.actor(statement.addressee)}")
    return ", ".join(part for part in parts if part)


def _what(event: Event) -> Text:
    out = Text(event.type, style="type")
    if event.plover != event.type:
        out.append(f" → {event.plover}", style="type")
    if event.mode is not None:
        out.append(f" {event.mode}", style="faint")
    if event.echo:
        out.append(" told again", style="faint")
    before, trigger, after = around(event.evidence, event.trigger, _CLAUSE)
    return out.append("\n").append(before).append(trigger, style="trigger").append(after)


def _between(names: Names, event: Event) -> Text:
    out = Text(names.parties(event.actors) or "?", style="speaker" if event.actors else "faint")
    if event.recipients:
        out.append("\n→ ", style="faint")
        out.append(names.parties(event.recipients), style="speaker")
    return out


def _word(names: Names, event: Event) -> Text:
    """How sure, and on whose word, a line a stance."""
    out = Text()
    for n, stance in enumerate(event.stances):
        if n:
            out.append("\n")
        style = "denied" if stance.polarity == "negative" else "doubtful" if stance.certainty in ("possible", "unknown") else ""
        out.append(sure(stance), style=style)
        out.append(f" · {names.voice(stance)}", style="faint" if stance.by is None else "")
        if stance.by is not None:
            out.append(f" {stance.by}", style="id")
        if stance.condition is not None:
            out.append(f"\non condition: {flat(stance.condition.text)}", style="faint")
    if event.performed_by is not None:
        out.append(("\n" if event.stances else "") + f"performed by {event.performed_by}", style="faint")
    return out
