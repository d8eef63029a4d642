"""The head of a record: title, who published whose report, when, where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from onrecord.cli.terminal.words import Names, date, flat

if TYPE_CHECKING:
    from onrecord.record import Record


def header(record: Record, name: str) -> Text:
    """Title, "outlet ← agency", date, byline and dateline, then where the report was had from and how much was read in it."""
    report = record.report
    out = Text()
    out.append(flat(report.title.value) if report.title is not None else "(no title)", style="heading")
    carriers = [flat(link.name) for link in report.chain if link.link != "cites"]
    if not carriers and report.publisher is not None:
        carriers = [flat(report.publisher.value)]
    cited = [flat(link.name) for link in report.chain if link.link == "cites"]
    line = [" ← ".join(carriers)] if carriers else []
    if cited:
        line.append(f"citing {', '.join(cited)}")
    if report.published is not None:
        line.append(date(report.published.value))
    if report.dateline is not None:
        place = Names(record).places.get(report.dateline.place or "")
        line.append(f"from {flat(place)}" if place else f"dateline {flat(report.dateline.span.text)}")
    if report.byline:
        line.append("by " + ", ".join(flat(author.value) for author in report.byline))
    if line:
        out.append("\n" + " · ".join(line), style="cyan")
    counted = (
        (len(record.statements), "statement"), (sum(event.same_as is None for event in record.events), "event"), (len(record.actors), "actor"),
        (len(record.places), "place"), (len(record.times), "time"), (len(record.quantities), "quantity"),
    )  # fmt: skip
    out.append("\n" + flat(name), style="faint")
    out.append(" · " + ", ".join(_count(n, noun) for n, noun in counted), style="faint")
    return out


def _count(n: int, noun: str) -> str:
    plural = noun[:-1] + "ies" if noun.endswith("ty") else f"{noun}s"
    return f"{n} {noun if n == 1 else plural}"
