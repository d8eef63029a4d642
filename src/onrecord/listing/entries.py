"""What a list has in it: entries, each with the names it goes by."""

from __future__ import annotations

from typing import Literal

import msgspec

EntryKind = Literal["person", "entity"]


class Called(msgspec.Struct, frozen=True, gc=False):
    """One name of an entry as the list writes it; `weak` where the list itself calls it of low quality, `own` for the entry's main name."""

    text: str
    weak: bool = False
    own: bool = False


class Entry(msgspec.Struct, frozen=True, gc=False):
    """Who is listed: `id` the reference number or the CSV's id, `kind` null where the list does not say, `countries` ISO 3166 alpha-3."""

    id: str
    kind: EntryKind | None
    names: list[Called]
    countries: list[str]


class Listing(msgspec.Struct, frozen=True):
    """One list as it was read: the file's name, the hash of its bytes, and its entries in the file's order."""

    name: str
    sha256: str
    entries: list[Entry]
