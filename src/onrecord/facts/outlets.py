"""Outlets and agencies by the names and domains they go by (`resources/outlets.csv`)."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

OutletKind = Literal["outlet", "agency", "broadcaster", "photo", "other"]
_MANY_LETTERS = 6


class Outlet(msgspec.Struct, frozen=True):
    """One who publishes. `name` is the form its credit lines use, `country` ISO 3166 alpha-3 of its seat, `state` whether a state runs it."""

    name: str
    aliases: list[str]
    domains: list[str]
    country: str | None
    timezone: str
    kind: OutletKind
    state: bool


@cache
def known() -> list[Outlet]:
    """All of them, agencies first."""
    return msgspec.json.decode(files("onrecord").joinpath("data/outlets.json").read_bytes(), type=list[Outlet])


def named(name: str, *, kind: OutletKind | None = None) -> Outlet | None:
    """The outlet that goes by this name, or null.

    "The" before it, "news agency" after it and a possessive do not matter; letter case does only for short names ("AP", "Time"), where the
    table's own form or capitals throughout are asked for.
    """
    found = _index().get(_key(name))
    if found is None:
        return None
    plain = _plain(name)
    for outlet, form in found:
        if (kind is None or outlet.kind == kind) and (len(form) >= _MANY_LETTERS or plain in (form, form.upper())):
            return outlet
    return None


def agency(name: str) -> Outlet | None:
    """The news agency that goes by this name, or null."""
    return named(name, kind="agency")


def of_domain(host: str) -> Outlet | None:
    """The outlet at this host name or one above it ("uk.reuters.com"), or null."""
    labels = host.lower().rstrip(".").split(".")
    for i in range(len(labels) - 1):
        outlet = _domains().get(".".join(labels[i:]))
        if outlet is not None:
            return outlet
    return None


def _plain(name: str) -> str:
    bare = re.sub(r"^(?:the|The|THE)\s+", "", " ".join(name.replace("’", "'").split()).strip(" .,;:|"))
    return bare.removesuffix("'s")


def _key(name: str) -> str:
    return _plain(name).casefold()


@cache
def _index() -> dict[str, list[tuple[Outlet, str]]]:
    index: dict[str, list[tuple[Outlet, str]]] = {}
    for outlet in known():
        for form in (outlet.name, *outlet.aliases):
            index.setdefault(_key(form), []).append((outlet, _plain(form)))
    return index


@cache
def _domains() -> dict[str, Outlet]:
    return {domain: outlet for outlet in reversed(known()) for domain in outlet.domains}
