"""Claims: the list, and the ledger of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.record import Because, Entry, Figure
from onrecord.record.claim import Standing
from onrecord.showing.api.answers import Answer, json
from onrecord.showing.api.pages import Listing, page, position

if TYPE_CHECKING:
    from onrecord.showing.api.operations import Call


class Ledger(msgspec.Struct, frozen=True):
    """Who said what of a claim, in time, and how its figures moved; the first affirmation and denial by their place among the entries."""

    claim: str
    entries: list[Entry]
    figures: list[Figure]
    standing: Standing
    because: Because
    first_affirmed: int | None
    first_denied: int | None
    last_changed: str | None


def claims(call: Call) -> Answer:
    """Claims that pass a query, last changed first."""
    asked: Listing = call.query
    found = call.desk.store.claims(asked.q, limit=asked.limit + 1, after=position("claims", asked.after))
    return json(page("claims", found, asked.limit, lambda row: row.cursor))


def claim(call: Call) -> Answer:
    """A claim with everybody's word on it."""
    return Answer(call.desk.store.claim(call.path["id"]).to_json())


def ledger(call: Call) -> Answer:
    """The entries and figures of a claim."""
    found = call.desk.store.claim(call.path["id"])
    names = ("entries", "figures", "standing", "because", "first_affirmed", "first_denied", "last_changed")
    return json(Ledger(found.id, *(getattr(found, name) for name in names)))
