"""Reports written for a test: a title, a text, who published it and when."""

from __future__ import annotations

import hashlib

from msgspec.structs import replace

from onrecord.keeping.protocol import Filed
from onrecord.record import (
    CODEBOOK,
    FORMAT,
    Actor,
    Block,
    Dated,
    Located,
    MadeBy,
    Mention,
    Model,
    Origin,
    Record,
    Report,
    Span,
    Stated,
    Statement,
)

MODEL = Model("a", "a" * 64)


def written(
    title: str, body: str, outlet: str | None = "Northwire", published: str | None = "2031-03-04T10:00+00:00", location: str | None = None,
    modified: str | None = None, model: Model = MODEL,
) -> Filed:  # fmt: skip
    """A report whose only items are what "X said Y." says in its body."""
    text = f"{title}\n\n{body}"
    sha = hashlib.sha256(text.encode()).hexdigest()
    id_ = hashlib.sha256(f"{text}|{outlet}|{published}|{location}".encode()).hexdigest()[:32]
    report = Report(
        id_, sha, text, [Block("title", 0, len(title)), Block("body", len(title) + 2, len(text))], Stated(title, Span(0, len(title), title), "text"),
        Stated(outlet, None, "metadata") if outlet else None, None, [], None, Stated(published, None, "metadata") if published else None,
        Stated(modified, None, "metadata") if modified else None, [], "en", Origin(location, "text/plain", sha, None),
    )  # fmt: skip
    actors, statements = _said(text, sha)
    record = Record(FORMAT, MadeBy("0.1.0", model, CODEBOOK, {}), report, actors, [], [], [], statements, [], {})
    return Filed(record, text.encode(), b"", {})


def changed(filed: Filed, **fields: object) -> Filed:
    """The same report with other fields in its record."""
    return Filed(replace(filed.record, **fields), filed.data, filed.signature, filed.vectors)


def _said(text: str, sha: str) -> tuple[list[Actor], list[Statement]]:
    mentions: dict[str, list[Mention]] = {}
    statements = []
    at = 0
    while (cue := text.find(" said ", at)) >= 0:
        start = max(text.rfind(". ", 0, cue) + 2, text.rfind("\n", 0, cue) + 1)
        end = text.find(".", cue)
        end = len(text) if end < 0 else end
        name = text[start:cue]
        mentions.setdefault(name, []).append(Mention(start, cue, name, "name"))
        speaker = f"a{list(mentions).index(name) + 1}"
        content = Span(cue + 6, end, text[cue + 6 : end])
        key = hashlib.sha256(f"statement|{cue + 1}|{cue + 5}|{sha}".encode()).hexdigest()[:32]
        statements.append(
            Statement(
                f"s{len(statements) + 1}", key, [speaker], Span(start, cue, name), Span(cue + 1, cue + 5, "said"), "named", None, [content], [], "indirect",
                "say", "neutral", None, None, None, [], Dated(), Located(), None, None, [], None, 0.9,
            )
        )  # fmt: skip
        at = end
    actors = [Actor(f"a{n}", name, "person", None, [], [], None, None, found) for n, (name, found) in enumerate(mentions.items(), 1)]
    return actors, statements
