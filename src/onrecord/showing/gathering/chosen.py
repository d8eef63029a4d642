"""The items that a query chooses, for tallies that were not kept: the newest, at most so many that counting them takes no time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from onrecord.keeping.query.fields import find_fields
from onrecord.keeping.query.parsing import parse
from onrecord.keeping.query.rows import ALL, Rows
from onrecord.keeping.query.terms import And, Coded

if TYPE_CHECKING:
    from sqlalchemy import Connection

MOST = 5_000


class Counted(msgspec.Struct, frozen=True):
    """What was counted: how many items, and whether these are all that the query asks for or the newest of them."""

    items: int
    all: bool


def chosen(connection: Connection, query: str, kind: Literal["statement", "event"], *, most: int = MOST) -> tuple[list[int], Counted]:
    """The numbers of the items that a query asks for, newest first. Raises QueryError."""
    term = And((Coded("kind", (kind,)), parse(query, find_fields())))
    found = Rows(connection, term).below(ALL, most + 1)
    return found[:most], Counted(min(len(found), most), len(found) <= most)
