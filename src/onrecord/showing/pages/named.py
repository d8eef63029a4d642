"""The items of one record by their ids, with names in the place of ids: what a page says of each."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.corroborating.identity import identities
from onrecord.record import Party

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.record import Actor, Event, Place, Quantity, Reason, Record, Statement, Time

FAINT = 0.6
"""Below this a reading is shown as unsure."""


class Named:
    """One record to look things up in."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.actors: dict[str, Actor] = {a.id: a for a in record.actors}
        self.places: dict[str, Place] = {p.id: p for p in record.places}
        self.times: dict[str, Time] = {t.id: t for t in record.times}
        self.quantities: dict[str, Quantity] = {q.id: q for q in record.quantities}
        self.statements: dict[str, Statement] = {s.id: s for s in record.statements}
        self.events: dict[str, Event] = {e.id: e for e in record.events}

    @cached_property
    def who(self) -> dict[str, list[str]]:
        """Each actor's identities across reports, from narrow to wide."""
        return identities(self.record)

    def party(self, actor: str) -> Party:
        """An actor across reports."""
        found = self.actors[actor]
        return Party(self.who[actor][0], found.name, found.country)

    def parties(self, actors: Iterable[str]) -> list[Party]:
        """Several of them, in order."""
        return [self.party(actor) for actor in actors]

    def capacity(self, statement: Statement) -> str | None:
        """In what function its first speaker speaks, as the report has it."""
        for speaker in statement.speakers:
            for role in self.actors[speaker].roles:
                of = self.actors[role.of].name if role.of in self.actors else ""
                return f"{role.title}, {of}" if of and of.lower() not in role.title.lower() else role.title
        return None

    def place(self, ref: str | None) -> Place | None:
        """A place by its id."""
        return None if ref is None else self.places.get(ref)

    def item(self, key: str) -> Statement | Event | None:
        """A statement or event by its key or local id."""
        every: list[Statement | Event] = [*self.record.statements, *self.record.events]
        return next((item for item in every if key in (item.key, item.id)), None)

    def why(self, item: str) -> list[tuple[str, Reason]]:
        """The reasons of all decisions on an item, with the field each is of."""
        begin = f"{item}."
        found = [(key.removeprefix(begin), reason) for key, reasons in self.record.reasons.items() if key.startswith(begin) for reason in reasons]
        return sorted(found, key=lambda pair: pair[0])

    def tied(self, item: str) -> list[str]:
        """The ids that an item is tied to: what lights with it."""
        s, e = self.statements.get(item), self.events.get(item)
        if s is not None:
            ids = [*s.speakers, s.addressee, s.within, s.continues, *s.about, s.performs, s.time.ref, s.place.ref]
        elif e is not None:
            ids = [*e.actors, *e.recipients, *e.said_by, e.performed_by, e.time.ref, e.place.ref, *e.quantities]
        else:
            ids = []
        return [found for found in dict.fromkeys(ids) if found]
