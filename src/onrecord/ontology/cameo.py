"""The crosswalk between CAMEO and PLOVER, dated and corrected (`resources/cameo.csv`), and the way back (`cameo_back.csv`), which loses something."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec

from onrecord.record.items import PloverType

if TYPE_CHECKING:
    from collections.abc import Iterable

CROSSWALK = "CAMEO2PLOVER-2021, corrected 2026-11-24"


class Row(msgspec.Struct, frozen=True):
    """A CAMEO code and what it is in PLOVER; `source_*` is what the published file has in that line, `why` the reason where it was corrected."""

    cameo: str
    type: PloverType
    mode: str | None
    contexts: list[str]
    source_line: str
    source_type: str
    source_mode: str
    source_contexts: str
    corrected: bool
    why: str


class Code(msgspec.Struct, frozen=True, rename={"code": "cameo"}):
    """The CAMEO code for a type with a mode and a context; `loss` says what the code cannot tell, or what it adds."""

    type: PloverType
    mode: str | None
    context: str | None
    code: str
    loss: str | None


class _Crosswalk(msgspec.Struct, frozen=True):
    forward: list[Row]
    back: list[Code]


@cache
def _crosswalk() -> _Crosswalk:
    return msgspec.json.decode(files("onrecord").joinpath("data/cameo.json").read_bytes(), type=_Crosswalk)


@cache
def _back() -> dict[tuple[PloverType, str | None, str | None], Code]:
    return {(row.type, row.mode, row.context): row for row in _crosswalk().back}


def rows() -> list[Row]:
    """The corrected crosswalk, by code."""
    return _crosswalk().forward


def of_cameo(code: str) -> Row | None:
    """What this CAMEO code is in PLOVER, or null; statements (010 to 019) and appeals (02) are no events in PLOVER."""
    return next((row for row in rows() if row.cameo == code), None)


def back(name: PloverType, mode: str | None = None, contexts: Iterable[str] = ()) -> Code | None:
    """The most specific CAMEO code for this type, mode and contexts: the first context that has a code of its own with the mode decides.

    A mode that the type does not have is left out.
    """
    known = mode if (name, mode, None) in _back() else None
    for context in contexts:
        row = _back().get((name, known, context))
        if row is not None:
            return row
    return _back().get((name, known, None))


def cameo(name: PloverType, mode: str | None = None, contexts: Iterable[str] = ()) -> str | None:
    """The most specific CAMEO code for this type, mode and contexts."""
    row = back(name, mode, contexts)
    return None if row is None else row.code
