"""A record with what of it is exported, and what the ids in it stand for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.corroborating.days import days, iso

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from onrecord.record import Actor, Dated, Event, Located, Place, Record, Span, Stance, Statement


class Chosen:
    """A record; `keys` are the items that a query found (null: all of them), `claims` the claims that items are members of, by key."""

    def __init__(self, record: Record, keys: frozenset[str] | None = None, claims: Mapping[str, str] | None = None) -> None:
        self.record, self.keys, self.claims = record, keys, claims or {}

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Actors by id."""
        return {actor.id: actor for actor in self.record.actors}

    @cached_property
    def places(self) -> dict[str, Place]:
        """Places by id."""
        return {place.id: place for place in self.record.places}

    @cached_property
    def said(self) -> dict[str, Statement]:
        """Statements by id."""
        return {statement.id: statement for statement in self.record.statements}

    @property
    def outlet(self) -> str | None:
        """Who published the report, else whose report it is."""
        stated = self.record.report.publisher or self.record.report.agency
        return stated.value if stated is not None else None

    @property
    def published(self) -> str | None:
        """When the report was published, as it says."""
        return self.record.report.published.value if self.record.report.published is not None else None

    @property
    def title(self) -> str | None:
        """The report's title."""
        return self.record.report.title.value if self.record.report.title is not None else None

    def statements(self) -> Iterator[Statement]:
        """The statements that are exported."""
        return (statement for statement in self.record.statements if self.keys is None or statement.key in self.keys)

    def events(self) -> Iterator[Event]:
        """The events that are exported."""
        return (event for event in self.record.events if self.keys is None or event.key in self.keys)

    def happenings(self) -> Iterator[tuple[Event, list[Event]]]:
        """Each happening of the report once: its first mention, and all its mentions; one is enough that a query found."""
        later: dict[str, list[Event]] = {}
        for event in self.record.events:
            later.setdefault(event.same_as or event.id, []).append(event)
        for first in self.record.events:
            mentions = later.get(first.id, [])
            if first.same_as is None and (self.keys is None or any(event.key in self.keys for event in mentions)):
                yield first, mentions

    def names(self, ids: Iterable[str]) -> list[str]:
        """Names of actors."""
        return [self.actors[id_].name for id_ in ids]

    def place(self, located: Located) -> Place | None:
        """The place that something is located at."""
        return self.places.get(located.ref) if located.ref is not None else None

    def voices(self, stances: Iterable[Stance]) -> list[str]:
        """Who stands for an event, each once: names of speakers, else the words for the source, "the report" for its own voice."""
        out: list[str] = []
        for stance in stances:
            out += ["the report"] if stance.by is None else self.speakers(self.said[stance.by])
        return list(dict.fromkeys(out))

    def speakers(self, statement: Statement) -> list[str]:
        """Who says a statement: names, else that nobody is named."""
        return self.names(statement.speakers) or [f"unnamed ({statement.source_kind})"]


def window(dated: Dated) -> tuple[str | None, str | None]:
    """First and last day of a time, ISO 8601; null where it tells none."""
    found = days(dated.value)
    return (iso(found[0]), iso(found[1])) if found is not None else (None, None)


def flat(words: str) -> str:
    """Words in one line."""
    return " ".join(words.split())


def quoted(spans: Iterable[Span]) -> str:
    """Spans as one line, a gap between them marked."""
    return " … ".join(flat(span.text) for span in spans)
