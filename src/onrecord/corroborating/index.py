"""What linking knows of one item (Profile), what it found of two (Pair), and what it asks of a store (Index)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

import msgspec

from onrecord.corroborating.views import View
from onrecord.record import Because, ItemRef, Judged

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


class Profile(msgspec.Struct, frozen=True, dict=True):
    """What tells whether an item of one report speaks of the same thing as an item of another; made with the record and kept beside it.

    Each party and place is a list of identities from narrow to wide ("org:coast guard@ISL", "state:ISL"); days are ordinals as
    `date.toordinal` gives, first and last included, null where nothing tells; `figures` are (what is counted, low, high), what is counted as a quantity has it or "other:" and its noun; `words` are lemmas of the clause,
    that of the trigger or cue first; `scene` are identities that the report names, the most spoken of first; `vector` is one signed byte a dimension. `takes_up` is the
    key of the item of the same report that this one speaks of without saying it again, and why; `keys` (63 bits) are those it is filed under; `said` is the day of the
    saying where that lies before the report.
    """

    ref: ItemRef
    kind: str
    type: str | None
    mode: str | None
    actors: list[list[str]]
    recipients: list[list[str]]
    speakers: list[list[str]]
    places: list[list[str]]
    days: tuple[int, int] | None
    published: int | None
    figures: list[tuple[str, float | None, float | None]]
    words: list[str]
    scene: list[str]
    vector: bytes
    takes_up: tuple[str, Because] | None = None
    keys: list[int] = []
    said: int | None = None

    @cached_property
    def view(self) -> View:
        """What comparisons ask of it."""
        return View(self)


class Pair(msgspec.Struct, frozen=True):
    """Two items that may speak of the same thing: `a` is the smaller reference; the score (0 to 1) is the sum of its reasons, squeezed."""

    a: ItemRef
    b: ItemRef
    score: float
    reasons: list[Because]


class Component(msgspec.Struct, frozen=True):
    """All items that hang together by pairs or by a person's judgement of "same", with everything that ties or parts them."""

    profiles: list[Profile]
    pairs: list[Pair]
    judged: list[Judged]


class Group(msgspec.Struct, frozen=True):
    """The members of one claim, sorted; `id` is the hash of the earliest of them."""

    id: str
    members: list[ItemRef]


class Index(Protocol):
    """What linking asks of a store. All calls are within one transaction of the store's."""

    def near(self, blocks: Collection[int], *, least: int = 1) -> list[Profile]:
        """The items of other reports that were filed under at least so many of these keys (63 bits each)."""
        ...

    def file(self, profiles: Sequence[Profile]) -> None:
        """Keeps items under their keys; the keys that they had are gone."""
        ...

    def tie(self, pairs: Sequence[Pair]) -> None:
        """Keeps pairs that were found; a pair that is there already is replaced."""
        ...

    def component(self, items: Collection[ItemRef]) -> Component:
        """Everything that hangs together with these items, over any number of steps; the items themselves included."""
        ...

    def claims_of(self, items: Collection[ItemRef]) -> dict[ItemRef, str]:
        """The claim that each item is in now; items that are in none are left out."""
        ...

    def regroup(self, old: Collection[str], groups: Sequence[Group], redirects: dict[str, str]) -> None:
        """Puts groups in the place of the claims `old`; an identifier that is gone leads to another from now on."""
        ...
