"""One report into a store, within the transaction of its writer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.keeping import fulltext, relating, schema
from onrecord.keeping.bulk import among, put, put_new, run
from onrecord.keeping.filing import filings
from onrecord.keeping.protocol import Added

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from onrecord.keeping.filing import Item
    from onrecord.keeping.rows import ItemRow, Known, Rows
    from onrecord.keeping.totals import Totals

_REPORT = (
    "id", "text_sha256", "bytes_sha256", "location", "page", "media_type", "title", "outlet", "agency", "published", "day", "language", "added", "model",
    "notice",
)  # fmt: skip
_ITEM = (
    "key", "local", "kind", "type", "mode", "act", "form", "certainty", "polarity", "first_day", "last_day", "place", "country", "confidence", "echo",
    "same_as", "words",
)  # fmt: skip


def add(connection: Connection, rows: Rows, totals: Totals) -> tuple[Added, int]:
    """Keeps a report, unless it is there; gives what became of it and its number."""
    there = run(connection, "SELECT seq FROM reports WHERE id = ?", rows.id)
    if there:
        return Added(rows.id, "known"), there[0][0]
    seq = totals.number("report")
    ties = relating.ties(connection, seq, rows)
    if rows.data is not None:
        put_new(connection, schema.originals, ("sha256", "data", "size"), [(rows.sha256, rows.data, rows.size)])
    outlet = rows.filing.outlet
    if outlet is not None and not run(connection, "SELECT 1 FROM reports WHERE outlet = ? LIMIT 1", outlet):
        totals.add("outlets", 1)
    columns = ("seq", *_REPORT, "status", "story", "origin", "linked")
    put(connection, schema.reports, columns, [(seq, *rows.report, "current", seq, seq, False)])
    put(connection, schema.readings, ("report", "record", "signature", "vectors"), [(seq, *rows.reading)])
    put(connection, schema.anchors, ("anchor", "report"), [(anchor, seq) for anchor in rows.anchors])
    filed = add_items(connection, seq, rows, rows.items, totals)
    fulltext.index(connection, filings(seq, dict(zip(_REPORT, rows.report, strict=True)), rows.folded, filed))
    totals.add("reports", 1)
    totals.add("origins", 1)
    added = relating.tie(connection, seq, rows, ties, totals)
    run(connection, "INSERT INTO log (at, what, report, detail) VALUES (?, 'add', ?, NULL)", rows.report[_REPORT.index("added")], rows.id)
    return added, seq


def add_items(connection: Connection, seq: int, rows: Rows, items: list[ItemRow], totals: Totals, *, first: int = 0) -> dict[int, Item]:
    """Keeps actors and the given items of a report, whose positions count from `first`; gives what the index files of them, by number."""
    numbers = identified(connection, rows.known, totals)
    put(connection, schema.actors, ("report", "local", "identity", "name"), [(seq, local, numbers[who], name) for local, who, name in rows.actors])
    fulltext.spell(connection, [(numbers[who], name) for _, who, name in rows.actors])
    numbered = [(fulltext.item_row(seq, position), item) for position, item in enumerate(items, first)]
    put(connection, schema.items, ("id", "report", *_ITEM), [(number, seq, *item.columns) for number, item in numbered])
    add_roles(connection, numbered, numbers)
    for kind in ("statement", "event"):
        totals.add(f"{kind}s", sum(item.kind == kind for item in items))
    return {
        number: (dict(zip(_ITEM, item.columns, strict=True)), item.folded, [(part, numbers[who]) for part, who in item.roles])
        for number, item in numbered
    }  # fmt: skip


def add_roles(connection: Connection, numbered: Iterable[tuple[int, ItemRow]], numbers: dict[str, int]) -> None:
    """Keeps who plays which part in items; `numbers` are those of identities."""
    put(connection, schema.roles, ("item", "part", "identity"), [(number, part, numbers[who]) for number, item in numbered for part, who in item.roles])


def update_item(connection: Connection, number: int, item: ItemRow) -> None:
    """Puts new columns in the place of an item's old ones."""
    changes = ", ".join(f"{name} = ?" for name in _ITEM)
    run(connection, f"UPDATE items SET {changes} WHERE id = ?", *item.columns, number)


def identified(connection: Connection, known: dict[str, Known], totals: Totals) -> dict[str, int]:
    """The numbers of identities; those that are new to the store are kept."""
    numbers = dict(among(connection, "SELECT identity, id FROM identities WHERE identity IN :values", known))
    new = [who for who in known if who not in numbers]
    if new:
        first = totals.number("identity", len(new))
        rows = [(number, who, known[who].name, known[who].kind, known[who].country) for number, who in enumerate(new, first)]
        put(connection, schema.identities, ("id", "identity", "name", "kind", "country"), rows)
        numbers |= {row[1]: row[0] for row in rows}
        totals.add("actors", len(new))
    return numbers
