"""Claims that moved: what analysts want to see first."""

from __future__ import annotations

from heapq import nlargest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.keeping.protocol import ClaimRow
    from onrecord.keeping.store import SqlStore

MOVES = ("denial", "figure", "corroborated", "standing", "voice")
"""What may move in a claim that is not new, the most telling first."""


def moved(store: SqlStore, *, limit: int = 20, moves: tuple[str, ...] = MOVES) -> list[ClaimRow]:
    """The claims that moved last in one of these ways, the last first."""
    found = [row for move in moves for row in store.claims(f"moved:{move}", limit=limit)]
    return nlargest(limit, found, key=lambda row: (row.changed, row.id))
