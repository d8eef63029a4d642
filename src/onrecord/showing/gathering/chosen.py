"""The items that a query chooses, for tallies that were not kept: the newest, at most so many that counting them takes no time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from onrecord.keeping.bulk import among
from onrecord.keeping.query.fields import find_fields
from onrecord.keeping.query.parsing import parse
from onrecord.keeping.query.rows import ALL, Rows
from onrecord.keeping.query.terms import And, Coded

if TYPE_CHECKING:
    from sqlalchemy import Connection

MOST = 5_000
_ORIGINS = "SELECT items.id, claim, origin, origin = seq, echo FROM items JOIN reports ON seq = items.report WHERE items.id IN :values"


class Counted(msgspec.Struct, frozen=True):
    """What was counted: how many items, and whether these are all that the query asks for or the newest of them."""

    items: int
    all: bool


def chosen(
    connection: Connection, query: str, kind: Literal["statement", "event"], *, once: bool = False, most: int = MOST
) -> tuple[list[int], Counted]:  # fmt: skip
    """The numbers of the items that a query asks for, newest first; with `once` one of each origin and claim alone. Raises QueryError."""
    term = And((Coded("kind", (kind,)), parse(query, find_fields())))
    found = Rows(connection, term).below(ALL, most + 1)
    ids = found[:most]
    kept = _once(connection, ids) if once else ids
    return kept, Counted(len(kept), len(found) <= most)


def _once(connection: Connection, ids: list[int]) -> list[int]:
    """Of items of one claim that reports of one origin have, one; of items in no claim those of the report that the others are copies of.

    Forty reprints of a wire count once, and what an outlet adds to its reprint counts still.
    """
    rows = {row[0]: row[1:] for row in among(connection, _ORIGINS, ids)}
    seen: set[tuple[str, int]] = set()
    kept = set()
    for number in sorted(ids, key=lambda number: (rows[number][3], number)):  # the first to arrive stands for all, an echo for echoes alone
        claim, origin, own, _ = rows[number]
        if own if claim is None else (claim, origin) not in seen:
            kept.add(number)
            seen.add((claim, origin))
    return [number for number in ids if number in kept]
