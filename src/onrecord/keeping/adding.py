"""One report into a store, within the transaction of its writer."""

from __future__ import annotations

from dataclasses import astuple
from typing import TYPE_CHECKING, Any

from onrecord.keeping import fulltext, relating, schema, tallies
from onrecord.keeping.bulk import among, put, put_new, run
from onrecord.keeping.protocol import Added

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onrecord.keeping.rows import ItemRow, Known, Rows
    from onrecord.keeping.totals import Totals


def add(connection: Connection, rows: Rows, totals: Totals) -> tuple[Added, int, set[int]]:
    """Keeps a report, unless it is there; gives what became of it, its number, and those of others whose origin or status that changed."""
    there = run(connection, "SELECT seq FROM reports WHERE id = ?", rows.id)
    if there:
        return Added(rows.id, "known"), there[0][0], set()
    seq = totals.number("report")
    ties = relating.ties(connection, seq, rows)
    if rows.data is not None:
        put_new(connection, schema.originals, ("sha256", "data", "size"), [(rows.sha256, rows.data, rows.size)])
    outlet = rows.report["outlet"]
    if outlet is not None and not run(connection, "SELECT 1 FROM reports WHERE outlet = ? LIMIT 1", outlet):
        totals.add("outlets", 1)
    report = {"seq": seq, **rows.report, "status": "current", "story": seq, "origin": seq, "linked": False}
    put(connection, schema.reports, tuple(report), [tuple(report.values())])
    put(connection, schema.readings, ("report", "record", "signature", "vectors"), [(seq, *rows.reading)])
    put(connection, schema.anchors, ("anchor", "report"), [(anchor, seq) for anchor in rows.anchors])
    add_items(connection, report, rows, totals)
    totals.add("reports", 1)
    totals.add("origins", 1)
    added, touched = relating.tie(connection, seq, rows, ties, totals)
    run(connection, "INSERT INTO log (at, what, report) VALUES (?, 'add', ?)", rows.report["added"], rows.id)
    return added, seq, touched


def add_items(connection: Connection, report: dict[str, Any], rows: Rows, totals: Totals, claims: dict[str, str] | None = None) -> None:
    """Keeps actors and items of a report, and files its words; `report` is its row, `claims` the claims its items are in, by key."""
    seq = report["seq"]
    numbers, called = identified(connection, rows.known, totals)
    put(connection, schema.actors, ("report", "local", "identity", "name"), [(seq, local, numbers[who], name) for local, who, name in rows.actors])
    fulltext.spell(connection, dict.fromkeys((numbers[who], name) for _, who, name in rows.actors if called.get(who) != name))
    items, roles = numbered(seq, rows.items, numbers)
    sites = _placed(connection, rows, totals)
    if items:
        columns = ("id", "report", *rows.items[0].columns, "claim", "site")
        held = claims or {}
        where = [sites[item.site] if item.site is not None else None for item in rows.items]
        lines = [(*item.values(), held.get(item["key"]), at) for item, at in zip(items, where, strict=True)]
        put(connection, schema.items, columns, lines[::-1])  # upward
    put(connection, schema.roles, ("item", "part", "identity"), sorted((item, part, who) for item, parts in roles.items() for part, who in parts))
    spelt = [(row, item.folded) for row, item in zip(items, rows.items, strict=True)]
    fulltext.index(connection, fulltext.filings_of(report, rows.folded, spelt, roles))
    for kind in ("statement", "event"):
        totals.add(f"{kind}s", sum(item["kind"] == kind for item in items))


def numbered(seq: int, items: list[ItemRow], numbers: dict[str, int]) -> tuple[list[dict[str, Any]], dict[int, list[tuple[str, int]]]]:
    """Items as rows with their numbers, and the parts that identities (by number) play in each."""
    rows = [{"id": fulltext.item_row(seq, position), "report": seq, **item.columns} for position, item in enumerate(items)]
    return rows, {row["id"]: [(part, numbers[who]) for part, who in item.roles] for row, item in zip(rows, items, strict=True)}


def identified(connection: Connection, known: dict[str, Known], totals: Totals) -> tuple[dict[str, int], dict[str, str]]:
    """The numbers of identities, and what those are called that the store knew; those that are new are kept."""
    there = among(connection, "SELECT identity, id, name FROM identities WHERE identity IN :values", known)
    numbers, called = {row[0]: row[1] for row in there}, {row[0]: row[2] for row in there}
    new = [who for who in known if who not in numbers]
    if new:
        first = totals.number("identity", len(new))
        rows = [(number, who, known[who].name, known[who].kind, known[who].country) for number, who in enumerate(new, first)]
        put(connection, schema.identities, ("id", "identity", "name", "kind", "country"), rows)
        numbers |= {row[1]: row[0] for row in rows}
        totals.add("actors", len(new))
    return numbers, called


def _placed(connection: Connection, rows: Rows, totals: Totals) -> dict[str, int]:
    """The numbers of the places at which something is; those that are new to the store are kept."""
    wanted = {item.site for item in rows.items if item.site is not None}
    numbers: dict[str, int] = dict(among(connection, "SELECT site, id FROM sites WHERE site IN :values", wanted))
    new = sorted(wanted - numbers.keys())
    if new:
        numbers |= dict(zip(new, range(totals.number("site", len(new)), totals.number("site", 0)), strict=True))
        columns = ("id", "site", "name", "kind", "country", "admin1", "latitude", "longitude", "geonames")
        put(connection, tallies.sites, columns, [(numbers[site], site, *astuple(rows.sites[site])) for site in new])
    return numbers
