"""What finding actors asks of the world: which words name a state, who led it when, what a body is. `onrecord.facts` answers."""

from __future__ import annotations

from typing import Literal, Protocol

import msgspec

StateForm = Literal["name", "alias", "demonym", "people", "capital", "seat"]


class StateName(msgspec.Struct, frozen=True):
    """A state that some words name: `code` ISO 3166 alpha-3, `name` its short English name, `form` how the words name it.

    `shared` words name much else too: they count only in a report that names the state otherwise.
    """

    code: str
    name: str
    form: StateForm
    shared: bool = False


class Holder(msgspec.Struct, frozen=True):
    """Who holds an office: a name, its wikidata id, the state's code."""

    name: str
    wikidata: str | None
    country: str


class Body(msgspec.Struct, frozen=True):
    """An organization that is known: its name, PLOVER sectors, country (null for the international), whether it publishes or bears arms."""

    name: str
    sectors: tuple[str, ...]
    country: str | None
    kind: Literal["organization", "armed_group", "outlet", "government"]
    wikidata: str | None = None


class Knowledge(Protocol):
    """Read-only facts about the world; every answer may be empty."""

    def states(self, words: str) -> list[StateName]:
        """The states that these words may name, likeliest first; "the" is not part of them."""
        ...

    def state(self, code: str) -> str | None:
        """The short English name of a state by its alpha-3 code."""
        ...

    def holder(self, code: str, office: str, on: str | None) -> Holder | None:
        """Who alone held the office ("president", "prime minister", "leader") in the state on that day (ISO 8601), or null."""
        ...

    def leader(self, name: str, on: str | None) -> Holder | None:
        """The leader of this full name who was in office on that day or not long before it, or null."""
        ...

    def body(self, name: str) -> Body | None:
        """The organization of this name or acronym, or null."""
        ...
