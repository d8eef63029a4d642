"""A report as the ledger sees it: its record, who its actors are across reports, and what the store knows of it beside the record."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

import msgspec

from onrecord.corroborating.answers import Reply, replies
from onrecord.corroborating.identity import identities
from onrecord.corroborating.mentions import told_under
from onrecord.corroborating.wording import fold
from onrecord.record import Actor, Event, Party, Record, Statement, Step

if TYPE_CHECKING:
    from collections.abc import Iterable

Status = Literal["current", "superseded", "retracted"]


class Told(msgspec.Struct, frozen=True, dict=True):
    """`origin` is the same for all copies of one wire (the report's own id where it is nobody's copy); `corrects` the reports that it corrects.

    `wire` is the agency that the earliest of these copies to name one names, null where none does.
    """

    record: Record
    origin: str
    status: Status = "current"
    corrects: list[str] = []
    wire: str | None = None

    @cached_property
    def who(self) -> dict[str, list[str]]:
        """Each actor's identities, from narrow to wide."""
        return identities(self.record)

    @cached_property
    def lines(self) -> dict[str, list[str]]:
        """The identities of each actor, from narrow to wide, by the narrowest."""
        return {line[0]: line for line in reversed(self.who.values())}

    @cached_property
    def items(self) -> dict[str, Event | Statement]:
        """Events and statements by their keys."""
        every: list[Event | Statement] = [*self.record.statements, *self.record.events]
        return {item.key: item for item in every}

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Actors by their local id."""
        return {actor.id: actor for actor in self.record.actors}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Statements by their local id."""
        return {statement.id: statement for statement in self.record.statements}

    @property
    def outlet(self) -> str | None:
        """Who publishes the report: its publisher, else its agency."""
        report = self.record.report
        stated = report.publisher or report.agency
        return None if stated is None else stated.value

    @property
    def voice(self) -> str:
        """Whose own words the report's own words are: its agency's, else those of the wire it copies."""
        agency = self.record.report.agency.value if self.record.report.agency is not None else self.wire
        return self.origin if agency is None else fold(agency)

    @property
    def published(self) -> str | None:
        """When it was published, as the report says it."""
        return None if self.record.report.published is None else self.record.report.published.value

    def party(self, actor: str) -> Party:
        """An actor of the report across reports."""
        found = self.actors[actor]
        return Party(self.who[actor][0], found.name, found.country)

    def parties(self, actors: Iterable[str]) -> list[Party]:
        """Several of them, in order."""
        return [self.party(actor) for actor in actors if actor in self.actors]

    @cached_property
    def under(self) -> dict[str, Event]:
        """For each event of which claims are made, by its local id, the mention that it stands under."""
        return told_under(self.record)

    @cached_property
    def replies(self) -> dict[str, Reply]:
        """Statements that reply to a question, by their local ids."""
        return replies(self.record)

    def events(self, keys: Iterable[str]) -> list[Event]:
        """The events with these keys, and those that stand under one of them, in order of the text."""
        found = [event for key in set(keys) for event in self._mentions.get(key, ())]
        return sorted(found, key=lambda event: event.trigger.start)

    @cached_property
    def _mentions(self) -> dict[str, list[Event]]:
        out: dict[str, list[Event]] = {}
        for event in self.record.events:
            if event.id in self.under:
                out.setdefault(self.under[event.id].key, []).append(event)
        return out

    def chain(self, statement: Statement | None) -> list[Step]:
        """The way a word came: the report's own chain, then what the text adds for the statement."""
        steps = [Step(link.name, link.link, link.span, link.from_) for link in self.record.report.chain]
        if statement is not None:
            steps += [Step(link.name, link.link, link.span, link.from_) for link in statement.chain]
        return steps
