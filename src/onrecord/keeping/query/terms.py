"""A query as a tree: what is asked of one row (a report, a statement, an event, a claim), and how the asks are joined."""

from __future__ import annotations

from typing import Literal

import msgspec

Row = Literal["report", "statement", "event"]
Compared = Literal[">", ">=", "<", "<=", "="]


class Words(msgspec.Struct, frozen=True):
    """These folded words stand together in the text; with `beginning` the last of them needs only begin so."""

    words: tuple[str, ...]
    beginning: bool = False


class Named(msgspec.Struct, frozen=True):
    """`field` has a name in which these folded words stand together: an actor's, an outlet's, a place's."""

    field: str
    words: tuple[str, ...]


class Coded(msgspec.Struct, frozen=True):
    """`field` is one of these codes."""

    field: str
    codes: tuple[str, ...]


class Begins(msgspec.Struct, frozen=True):
    """The identifier `field` begins with these digits."""

    field: str
    digits: str


class Days(msgspec.Struct, frozen=True):
    """The days of `field` (`time` or `published`) share one with these, ordinals, both ends included; null is open."""

    field: str
    first: int | None
    last: int | None


class Number(msgspec.Struct, frozen=True):
    """`field` compares so with `value`."""

    field: str
    how: Compared
    value: float


class Not(msgspec.Struct, frozen=True):
    """What is asked does not hold."""

    term: Term


class And(msgspec.Struct, frozen=True):
    """All hold; with none of them, everything does."""

    terms: tuple[Term, ...] = ()


class Or(msgspec.Struct, frozen=True):
    """One of them holds."""

    terms: tuple[Term, ...]


Term = Words | Named | Coded | Begins | Days | Number | Not | And | Or
EVERYTHING = And()
