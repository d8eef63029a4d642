"""What the desk says of itself: that it is well, what it holds, what was done at it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from onrecord import __version__
from onrecord.showing.accounts.audit import noted
from onrecord.showing.api.answers import Answer, json
from onrecord.showing.api.pages import After, Limit, page, position
from onrecord.showing.failing import Refused

if TYPE_CHECKING:
    from onrecord.showing.api.operations import Call


class Health(msgspec.Struct, frozen=True):
    """That the desk is well: it answers, and its store can be read."""

    status: Literal["well"]
    onrecord: str


class Log(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Parameters of the log."""

    limit: Limit = 50
    after: After | None = None


def health(call: Call) -> Answer:
    """Asks the store something small."""
    call.desk.store.stats()
    return json(Health("well", __version__))


def stats(call: Call) -> Answer:
    """What the store holds."""
    return json(call.desk.store.stats())


def audit(call: Call) -> Answer:
    """Who did what, newest first."""
    asked: Log = call.query
    before = position("audit", asked.after)
    if before is not None and not before.isdecimal():
        raise Refused(422, "after: it is no cursor of this list")
    found = noted(call.desk.store.database, limit=asked.limit + 1, before=int(before) if before else None)
    return json(page("audit", found, asked.limit, lambda one: str(one.id)))
