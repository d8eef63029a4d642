"""One profile as comparisons ask for it: sets of words, identities and nouns, each made when it is first asked for and kept with the profile."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from onrecord.corroborating.counting import LOSSES
from onrecord.corroborating.weights import tells
from onrecord.corroborating.wording import stem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.corroborating.index import Profile

Part = Literal["actors", "recipients", "speakers", "places"]

PARTS: tuple[Part, ...] = ("actors", "recipients", "speakers", "places")
_ANYBODY = frozenset("person people man other victim dead body them individual".split())  # who they are is not said


class View:
    """A profile and what follows from it. Identities, words and figures are as `Profile` has them; a party's noun is "" where it tells nothing ("people").

    `trigger` is the word that names it, "" for none; `day` the first of its days, else that of the saying or of publication, 0 where none is known; `days_long` the
    days from the first to the last.
    """

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.trigger = profile.words[0] if profile.words else ""
        self.day = profile.days[0] if profile.days else profile.said or profile.published or 0
        self.days_long = profile.days[1] - profile.days[0] if profile.days else 0

    @cached_property
    def heads(self) -> Mapping[Part, frozenset[str]]:
        """The narrowest identity of each party."""
        return {part: frozenset(line[0] for line in self._lines(part)) for part in PARTS}

    @cached_property
    def names(self) -> Mapping[Part, frozenset[str]]:
        """All identities of all parties."""
        return {part: frozenset(name for line in self._lines(part) for name in line) for part in PARTS}

    @cached_property
    def known(self) -> Mapping[Part, frozenset[str]]:
        """Identities of those of whom more is known than a noun: who has a name, or belongs to one who has."""
        return {part: frozenset(name for name in self.names[part] if not name.startswith("role:")) for part in PARTS}

    @cached_property
    def nouns_here(self) -> Mapping[Part, frozenset[str]]:
        """Identities and nouns, so that a noun meets the same one of `nouns_there` unless both have a state and these differ."""
        return {
            part: self._with(part, [t for noun, state in self._called(part) for t in ([f"{noun}|{state}", f"{noun}|?"] if state else [f"{noun}|!"])])
            for part in PARTS
        }

    @cached_property
    def nouns_there(self) -> Mapping[Part, frozenset[str]]:
        """The other side of `nouns_here`."""
        return {part: self._with(part, [t for noun, state in self._called(part) for t in (f"{noun}|{state or '?'}", f"{noun}|!")]) for part in PARTS}

    @cached_property
    def triggers(self) -> frozenset[str]:
        """The word that names it, if there is one."""
        return frozenset(self.profile.words[:1])

    @cached_property
    def words(self) -> frozenset[str]:
        """Words of the clause, with the one that names it."""
        return frozenset(self.profile.words)

    @cached_property
    def clause(self) -> frozenset[str]:
        """Words of the clause, without the one that names it."""
        return frozenset(self.profile.words[1:])

    @cached_property
    def scene(self) -> frozenset[str]:
        """Names that the report has."""
        return frozenset(self.profile.scene)

    @cached_property
    def clause_tells(self) -> float:
        """How much the words of the clause tell together."""
        return sum(map(tells, self.clause))

    @cached_property
    def scene_tells(self) -> float:
        """How much the names of the report tell together."""
        return sum(map(tells, self.scene))

    @cached_property
    def counted(self) -> frozenset[str]:
        """What its figures count."""
        return frozenset(kind for kind, _, _ in self.profile.figures)

    @cached_property
    def bounds(self) -> frozenset[tuple[float | None, float | None]]:
        """The bounds of its figures."""
        return frozenset((low, high) for _, low, high in self.profile.figures)

    @cached_property
    def victims(self) -> list[tuple[str, str]]:
        """Those who were killed or hurt: the noun for them and their state, each empty where it is not told."""
        if not any(kind in LOSSES for kind in self.counted):
            return []
        return [(noun, _state(line)) for line in self.profile.recipients if (noun := _noun(line)) is not None]

    def _lines(self, part: Part) -> list[list[str]]:
        lines: list[list[str]] = getattr(self.profile, part)
        return lines

    def _called(self, part: Part) -> list[tuple[str, str]]:
        """Those who are called by a noun that tells something, each with its state."""
        return [(noun, _state(line)) for line in self._lines(part) if (noun := _noun(line))]

    def _with(self, part: Part, tokens: list[str]) -> frozenset[str]:
        return self.names[part].union(tokens) if tokens else self.names[part]


def other_victims(a: View, b: View) -> bool:
    """Whether both tell who was killed or hurt, and it is somebody else: another noun, or of another state."""
    return bool(a.victims) and bool(b.victims) and not any(_may_be_one(x, y) for x in a.victims for y in b.victims)


def _may_be_one(a: tuple[str, str], b: tuple[str, str]) -> bool:
    if a[1] and b[1]:
        return a[1] == b[1]
    return not a[0] or not b[0] or a[0] == b[0]


def _noun(line: list[str]) -> str | None:
    """The noun by which one is called who has no name; "" where it tells nothing, null for who has a name."""
    if not line[0].startswith("role:"):
        return None
    noun = stem(line[0][5:].partition("@")[0].rpartition(" ")[2])
    return "" if noun in _ANYBODY else noun


def _state(line: list[str]) -> str:
    return line[-1] if line[-1].startswith("state:") else ""
