"""The ledger of a claim as a page: how it stands and why, every entry in time, the figures, and what does not agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from onrecord.cli.terminal.claim_rows import STANDINGS, days, many
from onrecord.cli.terminal.hits import ID
from onrecord.cli.terminal.words import date, flat

if TYPE_CHECKING:
    from rich.console import Console

    from onrecord.record import Claim, Entry, Figure

_STANCES = {"denies": "denied", "retracts": "denied", "doubts": "doubtful", "possible": "doubtful", "predicts": "doubtful", "declines": "doubtful"}


def draw(claim: Claim, to: Console) -> None:
    """Prints a ledger."""
    to.print(Rule(style="faint", characters="━"))
    to.print(_head(claim))
    to.print()
    to.print(Text("Entries", style="section"))
    to.print(_entries(claim))
    if claim.figures:
        to.print()
        to.print(Text("Figures", style="section"))
        to.print(_figures(claim))
    if claim.disagreements:
        to.print()
        to.print(Text("What does not agree", style="section"))
        to.print(_disagreements(claim))
    if claim.judged:
        to.print()
        to.print(Text("Judged by people", style="section"))
        for judged in claim.judged:
            items = " and ".join(f"{item.report[:ID]}#{item.key[:ID]}" for item in judged.items)
            to.print(Text(f"{flat(judged.who)}, {date(judged.when)}: {judged.verdict} · {items}"))


def _head(claim: Claim) -> Text:
    """The words that tell it, what it is, how it stands and by which rule, first affirmed, first denied."""
    out = Text(f"“{flat(claim.label.span.text)}”", style="heading")
    who, whom = (", ".join(flat(party.name) for party in side) for side in (claim.parties.actors, claim.parties.recipients))
    what = " ".join(part for part in (claim.type or claim.kind, claim.mode) if part)
    about = [f"{who or '?'} → {whom}" if whom else who, days(claim.window.from_, claim.window.to), flat(claim.place or "")]
    out.append(f"\n{what}", style="type").append("".join(f" · {part}" for part in about if part), style="cyan")
    counts = claim.counts
    out.append("\n").append(claim.standing, style=STANDINGS.get(claim.standing, "heading"))
    out.append(f" · {many(counts.origins, 'independent origin')}, {many(counts.outlets, 'outlet')}, {many(counts.reports, 'report')}")
    out.append(f"\n{flat(claim.because.rule)}: {flat(claim.because.detail)}", style="faint")
    for title, number in (("first affirmed", claim.first_affirmed), ("first denied", claim.first_denied)):
        out.append(f"\n{title}: ", style="faint")
        out.append(_short(claim.entries[number]) if number is not None else "by nobody")
    return out.append(f"\n{claim.id}", style="faint")


def _short(entry: Entry) -> str:
    return ", ".join(part for part in (_speakers(entry), _when(entry)) if part)


def _entries(claim: Claim) -> Table:
    """In time: when, who in what capacity, what stance, through whom, in which report, the very words."""
    grid = _table("", "Who", "In these words")
    for number, entry in enumerate(claim.entries, 1):
        who = Text(_speakers(entry), style="speaker" if entry.speakers else "faint")
        if entry.capacity:
            who.append(f"\n{flat(entry.capacity)}", style="faint")
        told = Text(entry.stance, style=_STANCES.get(entry.stance, "content")).append(f" · {_when(entry)}" if _when(entry) else "", style="faint")
        told.append(f"\n{' … '.join(flat(span.text) for span in entry.words)}")
        way = " ← ".join(flat(step.name) for step in entry.chain) or flat(entry.outlet or "no outlet named")
        told.append(f"\n{way} · {entry.report[:ID]} · voice {entry.origin + 1}", style="faint")
        grid.add_row(str(number), who, told)
    return grid


def _figures(claim: Claim) -> Table:
    """Each figure with its bounds, what it counts, as of when, on whose word, how it moved; those of one count together, side by side."""
    grid = _table("", "Figure", "On whose word")
    for figure in sorted(claim.figures, key=lambda f: f.counts):
        entry = claim.entries[figure.entry]
        value = Text(amount(figure), style="heading").append(f" {figure.counts}", style="type")
        if figure.of:
            value.append(f" of {flat(figure.of)}", style="faint")
        moved = Text(figure.revision, style="denied" if figure.revision in ("contradicted", "corrected") else "act")
        as_of = f"as of {date(figure.as_of)}" if figure.as_of else ""
        told = " · ".join(part for part in (as_of, _speakers(entry), flat(entry.outlet or ""), entry.report[:ID]) if part)
        grid.add_row(str(figure.entry + 1), value, moved.append(f" · {told}", style="faint").append(f"\n{flat(figure.words.text)}", style=""))
    return grid


def amount(figure: Figure) -> str:
    """A figure with its bounds: "3", "about 3", "3 or more", "up to 5", "3 to 5"."""
    low, high, value = (_number(number) for number in (figure.low, figure.high, figure.value))
    unit = f" {flat(figure.unit)}" if figure.unit else ""
    if value and low == high == value:
        words = value
    elif low and high and low != high:
        words = f"{low} to {high}"
    elif low and not high:
        words = f"{low} or more"
    elif high and not low:
        words = f"up to {high}"
    else:
        words = value or low or high or "?"
    return f"{'about ' if figure.approximate else ''}{words}{unit}"


def _disagreements(claim: Claim) -> Table:
    grid = _table("Field", "Value", "In these reports")
    for disagreement in claim.disagreements:
        for n, (value, items) in enumerate(disagreement.values.items()):
            grid.add_row(disagreement.field if n == 0 else "", flat(value), ", ".join(dict.fromkeys(item.report[:ID] for item in items)))
    return grid


def _table(*titles: str) -> Table:
    out = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, show_edge=False, padding=(0, 1), header_style="heading", leading=1)
    out.add_column(titles[0], style="id", no_wrap=True)
    out.add_column(titles[1], ratio=3)
    out.add_column(titles[2], ratio=8)
    return out


def _speakers(entry: Entry) -> str:
    if entry.speakers:
        return ", ".join(flat(party.name) for party in entry.speakers)
    return "unnamed source" if entry.statement is not None else flat(entry.outlet or "the report")


def _when(entry: Entry) -> str:
    """When it was said; else, in brackets, when the report was published."""
    if entry.said is not None:
        return date(entry.said)
    return f"(published {date(entry.published)})" if entry.published is not None else ""


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.10g}".replace(",", " ")
