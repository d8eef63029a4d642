"""The tallies of `keeping.tallies`, counted up when a report's items are there and down before they go.

Each tally is one question asked of the items of the reports in hand; asked of all reports it gives the whole tally, which is what `check` compares with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.keeping import tallies
from onrecord.keeping.bulk import among, many, run

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sqlalchemy import Connection, Table

_MINE = "items.report IN :values"
_ONCE = "items.kind = 'event' AND items.same_as IS NULL"
_PAIR = (
    "FROM items JOIN roles AS a ON a.item = items.id AND a.part = 'actor' JOIN roles AS b ON b.item = items.id AND b.part = 'recipient'"
    f" WHERE {_MINE} AND {_ONCE} AND a.identity <> b.identity"
)
_ABOUT = (
    "SELECT DISTINCT items.id AS item, w.identity AS speaker, p.identity AS about FROM items JOIN roles AS w ON w.item = items.id AND w.part = 'word'"
    " JOIN roles AS p ON p.item = items.id AND p.part IN ('actor', 'recipient')"
    f" WHERE {_MINE} AND {_ONCE} AND w.identity <> p.identity"
)
_PART = f"FROM items JOIN roles ON roles.item = items.id WHERE {_MINE} AND (items.kind = 'statement' OR items.same_as IS NULL)"
_DAY = (
    f"FROM items WHERE {_MINE} AND (items.kind = 'statement' OR items.same_as IS NULL) AND NOT items.echo"
    " AND items.first_day IS NOT NULL AND items.last_day - items.first_day < 7"
)
_OUTLET = "FROM items JOIN reports ON reports.seq = items.report"
_SITE = f"FROM items WHERE {_MINE} AND items.site IS NOT NULL AND (items.kind = 'statement' OR items.same_as IS NULL)"

_SELECTS: tuple[tuple[Table, tuple[str, ...]], ...] = (
    (tallies.dyads, (
        f"SELECT a.identity, b.identity, items.type, count(*) {_PAIR} GROUP BY a.identity, b.identity, items.type",
        f"SELECT a.identity, b.identity, '', count(*) {_PAIR} GROUP BY a.identity, b.identity",
    )),
    (tallies.speaking, (f"SELECT speaker, about, count(*) FROM ({_ABOUT}) AS told GROUP BY speaker, about",)),
    (tallies.voices, (
        f"SELECT roles.identity, roles.part, count(*) {_PART} GROUP BY roles.identity, roles.part",
        f"SELECT roles.identity, '', count(DISTINCT items.id) {_PART} GROUP BY roles.identity",
    )),
    (tallies.series, (f"SELECT items.kind, coalesce(items.type, items.act), items.first_day, count(*) {_DAY} GROUP BY 1, 2, 3",)),
    (tallies.quoting, (
        f"SELECT reports.outlet, roles.identity, count(*) {_OUTLET} JOIN roles ON roles.item = items.id AND roles.part = 'speaker'"
        f" WHERE {_MINE} AND reports.outlet IS NOT NULL GROUP BY reports.outlet, roles.identity",
    )),
    (tallies.publishing, (
        f"SELECT reports.outlet, items.kind, count(*) {_OUTLET} WHERE {_MINE} AND reports.outlet IS NOT NULL GROUP BY reports.outlet, items.kind",
        "SELECT outlet, 'report', count(*) FROM reports WHERE seq IN :values AND outlet IS NOT NULL GROUP BY outlet",
    )),
    (tallies.sited, (
        f"SELECT items.site, coalesce(items.type, 'say'), count(*) {_SITE} GROUP BY 1, 2",
        f"SELECT items.site, '', count(*) {_SITE} GROUP BY items.site",
    )),
)  # fmt: skip


def tally(connection: Connection, reports: Collection[int], sign: int) -> None:
    """Counts the items of these reports up (`sign` 1) or down (-1)."""
    for table, selects in _SELECTS:
        columns = [column.name for column in table.columns]
        keys = ", ".join(columns[:-1])
        for select in selects:
            rows = among(connection, select, reports)
            if rows:
                insert = (
                    f"INSERT INTO {table.name} ({keys}, items) VALUES ({', '.join('?' * len(columns))})"
                    f" ON CONFLICT ({keys}) DO UPDATE SET items = {table.name}.items + excluded.items"
                )
                many(connection, insert if connection.dialect.name == "sqlite" else insert.replace("?", "%s"), sorted((*row[:-1], sign * row[-1]) for row in rows))
        if sign < 0:
            run(connection, f"DELETE FROM {table.name} WHERE items = 0")


def tally_all(connection: Connection) -> None:
    """Counts everything anew, as when an older store is brought up to date."""
    for table in tallies.TALLIES:
        run(connection, f"DELETE FROM {table.name}")
    seqs = [seq for (seq,) in run(connection, "SELECT seq FROM reports ORDER BY seq")]
    for at in range(0, len(seqs), 500):
        tally(connection, seqs[at : at + 500], 1)


def wrong(connection: Connection) -> Iterator[str]:
    """Tallies that do not add up, in words."""
    for table, selects in _SELECTS:
        kept = {tuple(row[:-1]): row[-1] for row in run(connection, f"SELECT * FROM {table.name}")}
        there: dict[tuple[object, ...], int] = {}
        for select in selects:
            whole = select.replace(_MINE, "1 = 1").replace("seq IN :values", "1 = 1")
            there |= {tuple(row[:-1]): row[-1] for row in run(connection, whole)}
        if kept != there:
            differ = sum(kept.get(key) != there.get(key) for key in {*kept, *there})
            yield f"{table.name}: {differ} tallies are not what is there"
