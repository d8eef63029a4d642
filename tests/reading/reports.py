"""Reports made for tests, and their blocks as one can read them. Names of people and of small places are invented."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from onrecord.reading import ReadingOptions, read_bytes, read_text

if TYPE_CHECKING:
    from onrecord.record import Report

STORY = (
    "Officials of the two ports met on Tuesday to speak about the ferry that ran aground in fog last week.",
    '"We have agreed on a new timetable," harbour master Una Brekke told reporters after the meeting.',
    "The ferry carried forty passengers, and none of them was hurt when it struck the bar at low water.",
)


def read(*paragraphs: str, **options: str) -> Report:
    """A plain text of these paragraphs, read."""
    return read_text("\n\n".join(paragraphs), options=ReadingOptions(**options))  # type: ignore[arg-type]


def blocks(report: Report) -> list[tuple[str, str]]:
    """Kind and text of each block."""
    return [(block.kind, report.text[block.start : block.end]) for block in report.blocks]


def kind_of(report: Report, words: str) -> str:
    """The kind of the block in which `words` begin."""
    at = report.text.index(words)
    return next(block.kind for block in report.blocks if block.start <= at < block.end)


def page(body: str, *, head: str = "", ld: dict[str, object] | None = None) -> bytes:
    """A web page with `body` in its article element, `head` and JSON-LD in its head."""
    script = f'<script type="application/ld+json">{json.dumps(ld)}</script>' if ld is not None else ""
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}{script}</head><body>'
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>'
        f"<main><article>{body}</article></main>"
        "<footer><p>Terms of use and privacy</p></footer></body></html>"
    ).encode()


def story(*, title: str = "Ports agree on a new timetable for the ferry", above: str = "", within: str = "", below: str = "") -> str:
    """The article element's content: title, what stands above the story, the story, what stands below it."""
    first, *rest = (f"<p>{paragraph}</p>" for paragraph in (*STORY, *(f"{p} It was said again in the evening." for p in STORY)))
    return f"<h1>{title}</h1>{above}{first}{within}{''.join(rest)}{below}"


def read_page(body: str, *, head: str = "", ld: dict[str, object] | None = None, location: str | None = None) -> Report:
    """A web page, read."""
    return read_bytes(page(body, head=head, ld=ld), location=location)
