"""Looking things up in a record: where words stand, whose mention they are, which statements and events they belong to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.record import Actor, Event, Mention, Quantity, Record, Span, Statement, Time


def places_of(record: Record, words: str) -> list[int]:
    """Every position at which `words` stand in the text as whole words."""
    return [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", record.report.text)]


def where(record: Record, words: str, nth: int = 0) -> tuple[int, int]:
    """Start and end of the `nth` time that `words` stand in the text (-1: the last). Raises LookupError where they do not."""
    starts = places_of(record, words)
    if not starts:
        raise LookupError(words)
    return starts[nth], starts[nth] + len(words)


def touches(span: Span | Mention | Quantity | Time | None, at: tuple[int, int]) -> bool:
    """Whether a span and a range share a character."""
    return span is not None and span.start < at[1] and at[0] < span.end


def covers(spans: list[Span], at: tuple[int, int]) -> bool:
    """Whether one of the spans holds the whole range."""
    return any(span.start <= at[0] and at[1] <= span.end for span in spans)


def block_at(record: Record, position: int) -> str:
    """Kind of the block in which a character stands."""
    return next((block.kind for block in record.report.blocks if block.start <= position < block.end), "none")


def actor(record: Record, actor_id: str | None) -> Actor | None:
    return next((a for a in record.actors if a.id == actor_id), None)


def person(record: Record, name: str) -> Actor | None:
    """The actor of that full name."""
    return next((a for a in record.actors if a.name == name), None)


def bare(words: str) -> str:
    """Words without article and possessive, for comparing mentions."""
    return re.sub(r"['’]s?$", "", re.sub(r"^(?:the|The) ", "", words))


def called(record: Record, words: str) -> list[Actor]:
    """Actors with a mention that reads `words` (article and possessive aside)."""
    return [a for a in record.actors if any(bare(m.text) == bare(words) for m in a.mentions)]


def mentions_at(record: Record, at: tuple[int, int]) -> Iterator[tuple[Actor, Mention]]:
    """Mentions of actors that share a character with a range."""
    for a in record.actors:
        for m in a.mentions:
            if touches(m, at):
                yield a, m


def statements_at(record: Record, at: tuple[int, int]) -> list[Statement]:
    """Statements whose content takes in the whole range."""
    return [s for s in record.statements if covers(s.content, at)]


def events_at(record: Record, at: tuple[int, int]) -> list[Event]:
    """Events whose trigger shares a character with a range."""
    return [e for e in record.events if touches(e.trigger, at)]


def state(record: Record, code: str) -> Actor | None:
    """The government of the state with that alpha-3 code: the state itself as one actor."""
    return next((a for a in record.actors if a.kind == "government" and a.country == code and a.part_of is None), None)


def id_of(found: Actor | None) -> str:
    return found.id if found is not None else "(none)"


def countries(record: Record, actor_ids: list[str]) -> list[str | None]:
    """Countries of actors, sorted."""
    return sorted((a.country if (a := actor(record, i)) is not None else None for i in actor_ids), key=str)
