"""The cast of a report: its actors, and which characters speak of whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from onrecord.record import Actor, Event, Mention
    from onrecord.understanding.marks import Marks


@dataclass(frozen=True)
class Cast:
    """`actors` with provisional ids; `literal` the names of places used as places; `heads` maps head tokens of mentions to actor ids.

    `behind` maps head tokens of names of states used as places or adjectives to the state's actor, which may be on `standby`: no actor until something
    is done by it or to it.
    """

    actors: list[Actor]
    literal: list[Mention]
    marks: Marks
    heads: dict[int, list[str]]
    behind: dict[int, str] = field(default_factory=dict)
    standby: list[Actor] = field(default_factory=list)

    @cached_property
    def by_id(self) -> dict[str, Actor]:
        """The actors by id, those on standby included."""
        return {actor.id: actor for actor in (*self.actors, *self.standby)}

    def called(self, events: list[Event]) -> list[Actor]:
        """The actors, and those on standby that take part in one of the events."""
        parties = {i for event in events for i in (*event.actors, *event.recipients)}
        return [*self.actors, *(actor for actor in self.standby if actor.id in parties)]

    @cached_property
    def _within(self) -> dict[int, tuple[int, list[str]]]:
        """For each token inside a name or pronoun mention the length of the shortest one and the actors it speaks of."""
        out: dict[int, tuple[int, list[str]]] = {}
        for actor in self.actors:
            for mention in actor.mentions:
                size = mention.end - mention.start
                if mention.form == "nominal":
                    continue
                for i in self.marks.between(mention.start, mention.end):
                    if i not in out or size < out[i][0]:
                        out[i] = (size, [actor.id])
                    elif size == out[i][0] and actor.id not in out[i][1]:
                        out[i][1].append(actor.id)
        return out

    def of_token(self, i: int) -> list[str]:
        """The actors that the mention headed by this token speaks of, or that the name it stands in names; empty where there is none."""
        if i in self.heads:
            return list(self.heads[i])
        return list(self._within[i][1]) if i in self._within else []

    @cached_property
    def _persons(self) -> dict[int, str]:
        """The person whose name a token is part of."""
        return {
            i: actor.id for actor in self.actors if actor.kind == "person" for m in actor.mentions if m.form == "name" for i in self.marks.between(m.start, m.end)
        }

    def person_at(self, i: int) -> str | None:
        """The person whose name this token is part of, whatever wider mention the parse makes it the head of ("President Ruiz and Chile's President Soto")."""
        return self._persons.get(i)

    def at(self, start: int, end: int) -> list[str]:
        """The actors that this character range names: by its head, coordinated heads included; empty where there is none."""
        head = self.marks.head_of(start, end)
        if head is None:
            return []
        inside = self.marks.between(start, end)
        out = self._head(head)
        for k in self._coordinated(head, inside):
            out += [i for i in self._head(k) if i not in out]
        return out or self._only(start, end)

    def _head(self, i: int) -> list[str]:
        """The actors of a head; a title whose name hangs on it speaks of the name's bearer."""
        found = self.of_token(i)
        if found:
            return found
        for k in self.marks.children[i]:
            if self.marks.tokens[k].relation in ("appos", "flat") and self.of_token(k):
                return self.of_token(k)
        return []

    def _coordinated(self, head: int, inside: range) -> list[int]:
        """The later conjuncts of a head within a range of tokens, in order."""
        out, todo = [], [head]
        while todo:
            for k in self.marks.children[todo.pop()]:
                if self.marks.tokens[k].relation == "conj" and k in inside:
                    out.append(k)
                    todo.append(k)
        return sorted(out)

    def _only(self, start: int, end: int) -> list[str]:
        """The actor of the only mention that lies within the range, or that covers it; empty where there are several."""
        inside = {a.id for a in self.actors for m in a.mentions if start <= m.start and m.end <= end and m.form != "demonym"}
        if len(inside) == 1:
            return sorted(inside)
        covering = {a.id for a in self.actors for m in a.mentions if m.start <= start and end <= m.end and m.form not in ("demonym", "nominal")}
        return sorted(covering) if len(covering) == 1 and not inside else []

    def is_place(self, start: int, end: int) -> bool:
        """Whether this range is, or is headed by, a name used as a place."""
        head = self.marks.head_of(start, end)
        token = self.marks.tokens[head] if head is not None else None
        return any((m.start == start and m.end == end) or (token is not None and m.start <= token.start and token.end <= m.end) for m in self.literal)

    def state_behind(self, start: int, end: int) -> str | None:
        """The state that a name used as a place or an adjective belongs to, where that state is an actor of the report."""
        head = self.marks.head_of(start, end)
        return self.behind.get(head) if head is not None else None

    def with_actors(self, actors: list[Actor], heads: dict[int, list[str]]) -> Cast:
        """The same cast with these actors and heads."""
        return Cast(actors, self.literal, self.marks, heads, self.behind, self.standby)


def heard(actor: Actor, mention: Mention) -> Actor:
    """The actor with one more mention, in order of position; one that it has already is not added again."""
    if any(m.start == mention.start and m.end == mention.end for m in actor.mentions):
        return actor
    mentions = sorted([*actor.mentions, mention], key=lambda m: (m.start, m.end))
    return msgspec.structs.replace(actor, mentions=mentions)
