"""Claims that moved: what analysts want to see first."""

from __future__ import annotations

import zlib
from heapq import nlargest
from typing import TYPE_CHECKING

from onrecord.keeping.bulk import among
from onrecord.record import Claim

if TYPE_CHECKING:
    from collections.abc import Collection

    from onrecord.keeping.protocol import ClaimRow
    from onrecord.keeping.store import SqlStore

MOVES = ("denial", "figure", "corroborated", "standing", "voice")
"""What may move in a claim that is not new, the most telling first."""


def moved(store: SqlStore, *, limit: int = 20, moves: tuple[str, ...] = MOVES) -> list[ClaimRow]:
    """The claims that moved last in one of these ways, the last first."""
    found = [row for move in moves for row in store.claims(f"moved:{move}", limit=limit)]
    return nlargest(limit, found, key=lambda row: (row.changed, row.id))


def ledgers(store: SqlStore, claims: Collection[str]) -> list[Claim]:
    """Those of these claims whose ledgers are kept, which they are where several reports speak of them."""
    with store.database.reading() as connection:
        rows = among(connection, "SELECT ledger FROM claims WHERE ledger IS NOT NULL AND id IN :values", claims)
    return [Claim.from_json(zlib.decompress(data)) for (data,) in rows]
