"""Who speaks about whom: events that stand on the word of one and have the other as a party."""

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

_CHOSEN = (
    "SELECT speaker, about, count(*) AS items FROM (SELECT DISTINCT items.id, w.identity AS speaker, p.identity AS about FROM items"
    " JOIN roles AS w ON w.item = items.id AND w.part = 'word' JOIN roles AS p ON p.item = items.id AND p.part IN ('actor', 'recipient')"
    " WHERE items.id IN :values AND items.same_as IS NULL AND w.identity <> p.identity) AS told GROUP BY speaker, about"
)


class Spoken(msgspec.Struct, frozen=True):
    """How often one speaks about another."""

    speaker: Named
    about: Named
    items: int


class Network(msgspec.Struct, frozen=True):
    """The strongest ties between those who speak and those they speak about; `counted` tells of what, null where all is counted."""

    ties: list[Spoken]
    counted: Counted | None


@remembered
def network(store: SqlStore, query: str = "", *, once: bool = False, most: int = 120) -> Network:
    """The network of what a query chooses, of all there is without one; with `once` a wire counts once. Raises QueryError."""
    with store.database.reading() as connection:
        counted = None
        if query.strip() or once:
            ids, counted = chosen(connection, query, "event", once=once)
            rows = sorted(among(connection, _CHOSEN, ids), key=lambda row: (-row[2], row[0], row[1]))[:most]
        else:
            rows = run(connection, "SELECT speaker, about, items FROM speaking WHERE items > 0 ORDER BY items DESC, speaker, about LIMIT ?", most)
        return Network(_told(connection, rows), counted)


def about_whom(connection: Connection, number: int, *, limit: int = 20) -> list[Spoken]:
    """Of whom one speaks most."""
    select = "SELECT speaker, about, items FROM speaking WHERE speaker = ? AND items > 0 ORDER BY items DESC, about LIMIT ?"
    return _told(connection, run(connection, select, number, limit))


def of_whom(connection: Connection, number: int, *, limit: int = 20) -> list[Spoken]:
    """Who speaks most about one."""
    select = "SELECT speaker, about, items FROM speaking WHERE about = ? AND items > 0 ORDER BY items DESC, speaker LIMIT ?"
    return _told(connection, run(connection, select, number, limit))


def _told(connection: Connection, rows: Sequence[Any]) -> list[Spoken]:
    who = named(connection, {one for row in rows for one in row[:2]})
    return [Spoken(who[speaker], who[about], items) for speaker, about, items in rows if speaker in who and about in who]
