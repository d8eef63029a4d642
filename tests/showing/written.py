"""Reports that are ready to be kept, made without a model: what a test says stands in them, and what else a record must have."""

from __future__ import annotations

import hashlib

from onrecord.corroborating.signature import signature
from onrecord.keeping.protocol import Filed
from onrecord.record import Actor, Block, Dated, Event, Located, MadeBy, Mention, Model, Origin, Record, Report, Span, Stance, Stated, Statement


def filed(text: str, *, title: str | None = None, outlet: str = "The Courier", location: str | None = None, byline: str | None = None) -> Filed:
    """A report of `text`, in which the first two words are an actor who says all that follows and does it to the last word."""
    words = text.split()
    who, whom = text.index(words[0]), text.rindex(words[-1])
    said = Span.of(text, min(len(text) - 1, len(words[0]) + 1), len(text))
    sha = hashlib.sha256(text.encode()).hexdigest()
    number = hashlib.sha256(f"{sha} {outlet} {location}".encode()).hexdigest()[:32]
    report = Report(
        number, sha, text, [Block("body", 0, len(text))], Stated(title, None, "metadata") if title else None, Stated(outlet, None, "metadata"), None,
        [Stated(byline, None, "metadata")] if byline else [], None, Stated("2025-03-04", None, "metadata"), None, [], "en",
        Origin(location, "text/plain", sha, None),
    )  # fmt: skip
    actors = [
        Actor("a1", words[0], "person", None, [], [], None, None, [Mention(who, who + len(words[0]), words[0], "name")]),
        Actor("a2", words[-1], "organization", "ISL", [], [], None, None, [Mention(whom, whom + len(words[-1]), words[-1], "name")]),
    ]
    statement = Statement(
        "s1", hashlib.sha256(f"s{number}".encode()).hexdigest()[:32], ["a1"], None, None, "named", None, [said], [], "indirect", "accuse", "neutral", "a2",
        None, None, [], Dated(), Located(), None, None, ["e1"], None, 0.9,
    )  # fmt: skip
    event = Event(
        "e1", hashlib.sha256(f"e{number}".encode()).hexdigest()[:32], None, "ACCUSE", None, [], "ACCUSE", None, said, said, ["a1"], ["a2"],
        Dated("2025-03-03", None, "text"), Located(), [], [Stance("s1", "certain", "positive", None, None, 0.9)], ["s1"], "certain", "positive", None, "past",
        False, None, 0.8,
    )  # fmt: skip
    record = Record(
        "onrecord/1.1", MadeBy("0", Model("none", "0" * 64), "PLOVER 2.0", {}), report, actors, [], [], [], [statement], [event], {},
    )  # fmt: skip
    return Filed(record, text.encode(), signature(text, report.blocks), {})
