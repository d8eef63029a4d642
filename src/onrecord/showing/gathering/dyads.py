"""Who does what to whom: pairs of actors by type of event."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.keeping.bulk import among, run
from onrecord.showing.gathering.chosen import Counted, chosen
from onrecord.showing.gathering.naming import Named, named
from onrecord.showing.gathering.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from sqlalchemy import Connection

    from onrecord.keeping.store import SqlStore

_PAIRS = 600  # the greatest pairs from which a matrix is made
_GREATEST = "SELECT actor, recipient, items FROM dyads WHERE type = ? AND items > 0 ORDER BY items DESC, actor, recipient LIMIT ?"
_ONE = "SELECT actor, recipient, type, items FROM dyads WHERE actor = ? AND recipient = ? AND type <> '' AND items > 0"
_CHOSEN = (
    "SELECT a.identity, b.identity, items.type, count(*) FROM items JOIN roles AS a ON a.item = items.id AND a.part = 'actor'"
    " JOIN roles AS b ON b.item = items.id AND b.part = 'recipient' WHERE items.id IN :values AND items.same_as IS NULL AND a.identity <> b.identity"
    " GROUP BY a.identity, b.identity, items.type"
)


class Dyad(msgspec.Struct, frozen=True):
    """Events between two, by type."""

    actor: Named
    recipient: Named
    items: int
    types: dict[str, int]


class Matrix(msgspec.Struct, frozen=True):
    """The pairs with most events among the actors that have most, greatest first; `counted` tells of what, null where all is counted."""

    actors: list[Named]
    dyads: list[Dyad]
    counted: Counted | None


@remembered
def matrix(store: SqlStore, query: str = "", *, type: str | None = None, once: bool = False, most: int = 20) -> Matrix:  # noqa: A002  PLOVER's word
    """The matrix of what a query chooses (without one of all), of one type where it is told; with `once` a wire counts once. Raises QueryError."""
    with store.database.reading() as connection:
        if not query.strip() and not once:
            pairs = run(connection, _GREATEST, type or "", _PAIRS)
            top = _top([(actor, recipient, items) for actor, recipient, items in pairs], most)
            inside = [pair for pair in pairs if pair[0] in top and pair[1] in top]
            rows = [(a, b, type, items) for a, b, items in inside] if type is not None else _types(connection, inside)
            return _matrix(connection, top, rows, None)
        ids, counted = chosen(connection, query, "event", once=once)
        rows = [row for row in among(connection, _CHOSEN, ids) if type in (None, row[2])]
        top = _top([(actor, recipient, items) for actor, recipient, _, items in rows], most)
        return _matrix(connection, top, [row for row in rows if row[0] in top and row[1] in top], counted)


def _top(pairs: Sequence[tuple[int, int, int]], most: int) -> list[int]:
    """The actors that are in most events, greatest first."""
    weights: dict[int, int] = {}
    for actor, recipient, items in pairs:
        for one in (actor, recipient):
            weights[one] = weights.get(one, 0) + items
    return sorted(weights, key=lambda one: (-weights[one], one))[:most]


def _matrix(connection: Connection, top: list[int], rows: Sequence[Any], counted: Counted | None) -> Matrix:
    who = named(connection, top)
    return Matrix([who[number] for number in top if number in who], _dyads(rows, who), counted)


def dyads_of(connection: Connection, number: int, *, limit: int = 30) -> list[Dyad]:
    """The pairs that one actor is in, greatest first."""
    select = "SELECT actor, recipient, items FROM dyads WHERE {} = ? AND type = '' AND items > 0 ORDER BY items DESC LIMIT ?"
    found = [*run(connection, select.format("actor"), number, limit), *run(connection, select.format("recipient"), number, limit)]
    pairs = [(row[0], row[1]) for row in sorted(found, key=lambda row: (-row[2], row[0], row[1]))[:limit]]
    who = named(connection, {one for pair in pairs for one in pair})
    return _dyads(_types(connection, pairs), who)


def _types(connection: Connection, pairs: Sequence[Any]) -> list[tuple[Any, ...]]:
    """The events of pairs by type."""
    return [row for actor, recipient, *_ in pairs for row in run(connection, _ONE, actor, recipient)]


def _dyads(rows: Sequence[Any], who: dict[int, Named]) -> list[Dyad]:
    types: dict[tuple[int, int], dict[str, int]] = {}
    for actor, recipient, type_, items in rows:
        types.setdefault((actor, recipient), {})[type_] = items
    out = [
        Dyad(who[a], who[b], sum(told.values()), dict(sorted(told.items(), key=lambda each: (-each[1], each[0]))))
        for (a, b), told in types.items()
        if a in who and b in who
    ]
    return sorted(out, key=lambda dyad: (-dyad.items, dyad.actor.identity, dyad.recipient.identity))
