"""Organizations and armed groups that are known by name (`resources/bodies.csv`)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

_SHORT = 6


class Body(msgspec.Struct, frozen=True, array_like=True):
    """An organization: its `names`, the table's first; PLOVER sectors; country (null for the international); kind."""

    names: list[str]
    sectors: list[str]
    country: str | None
    kind: Literal["organization", "armed_group", "outlet", "government"]


@cache
def _index() -> dict[str, list[tuple[Body, str]]]:
    index: dict[str, list[tuple[Body, str]]] = {}
    for body in msgspec.json.decode(files("onrecord").joinpath("data/bodies.json").read_bytes(), type=list[Body]):
        for name in body.names:
            index.setdefault(name.casefold(), []).append((body, name))
    return index


def named(name: str) -> Body | None:
    """The body of this name or acronym, or null; letter case matters for acronyms and other short names."""
    bare = " ".join(name.replace("’", "'").split()).removesuffix("'s")
    if bare[:4].lower() == "the ":
        bare = bare[4:]
    for body, spelt in _index().get(bare.casefold(), []):
        if len(spelt) > _SHORT or bare in (spelt, spelt.upper()):
            return body
    return None
