"""PLOVER 2.0: sixteen types, 67 pairs of type and mode, 37 contexts (`resources/plover_types.csv`, `plover_modes.csv`, `plover_contexts.csv`)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

from onrecord.record.items import PloverType

CODEBOOK = "PLOVER 2.0"


class Type(msgspec.Struct, frozen=True):
    """A type of event. `quad` is 1 to 4 (verbal and material cooperation, verbal and material conflict), `score` -10 to 10."""

    type: PloverType
    quad: int
    quad_name: str
    recipient_required: bool
    score: float
    definition: str


class Mode(msgspec.Struct, frozen=True):
    """How an event of this type is done; `score` stands in for the score of the type."""

    type: PloverType
    mode: str
    score: float
    meaning: str


class Context(msgspec.Struct, frozen=True, rename={"excludes": "not"}):
    """What an event is about: what the context covers and what it leaves out."""

    context: str
    covers: str
    excludes: str


class Reduction(msgspec.Struct, frozen=True):
    """A type with an auxiliary (future, hypothetical) and the single type that PLOVER writes for both; `mode` the mode it then has."""

    type: PloverType
    auxiliary: str
    becomes: PloverType
    mode: str | None
    why: str


class Codebook(msgspec.Struct, frozen=True):
    """All tables of PLOVER."""

    types: list[Type]
    modes: list[Mode]
    contexts: list[Context]
    reductions: list[Reduction]


@cache
def codebook() -> Codebook:
    """The tables of PLOVER 2.0."""
    return msgspec.json.decode(files("onrecord").joinpath("data/plover.json").read_bytes(), type=Codebook)


def types() -> list[PloverType]:
    """The sixteen types, in PLOVER's order."""
    return [row.type for row in codebook().types]


def of_type(name: PloverType) -> Type:
    """What PLOVER says of this type."""
    return next(row for row in codebook().types if row.type == name)


def modes(name: PloverType) -> list[Mode]:
    """The modes of this type; five types have none."""
    return [row for row in codebook().modes if row.type == name]


def is_mode(name: PloverType, mode: str) -> bool:
    """Whether PLOVER has this mode for this type."""
    return any(row.mode == mode for row in modes(name))
