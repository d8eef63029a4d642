"""The ledgers of a store: made of its records, whenever what hangs together has changed, and given by name."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, cast

from onrecord.corroborating.ledger import ledger
from onrecord.corroborating.linking import Regrouped, groups, link, regroup
from onrecord.corroborating.profile import profiles
from onrecord.corroborating.told import Told
from onrecord.errors import UnknownError
from onrecord.keeping.bulk import among, run
from onrecord.keeping.claims_index import SqlIndex
from onrecord.keeping.retrieving import FEWEST
from onrecord.keeping.rows import unpacked
from onrecord.record import Claim, ItemRef

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import Connection

    from onrecord.corroborating.index import Index, Pair
    from onrecord.corroborating.told import Status
    from onrecord.keeping.protocol import Filed
    from onrecord.keeping.totals import Totals
    from onrecord.record import Record

_LAST = "g"  # follows every hexadecimal digit


class Linking:
    """Ties what is added to what is there, and keeps the ledgers of what that changes (`protocol.Linker`)."""

    def link(self, index: Index, record: Record, filed: Filed) -> None:
        """Files and ties the items of a report."""
        kept = _kept(index)
        kept.records[record.report.id] = record
        _written(kept, link(kept, profiles(record, filed.vectors)))

    def regroup(self, index: Index, items: Sequence[ItemRef]) -> None:
        """Groups anew what hangs together with these items."""
        kept = _kept(index)
        _written(kept, regroup(kept, items))


def claim(connection: Connection, name: str, totals: Totals, *, at: str) -> Claim:
    """The ledger of a claim, by its id, an unambiguous beginning of it, or an id that leads there. Raises UnknownError."""
    whole = resolved(connection, name)
    kept = run(connection, "SELECT ledger FROM claims WHERE id = ?", whole)[0][0]
    if kept is not None:
        return Claim.from_json(zlib.decompress(kept))
    select = "SELECT reports.id, key FROM items JOIN reports ON seq = items.report WHERE claim = ?"
    members = [ItemRef(report, key) for report, key in run(connection, select, whole)]
    component = SqlIndex(connection, totals, at=at).component(members)
    heard = told(connection, {ref.report for ref in members})
    group = next(group for group in groups(component) if group.id == whole)
    return ledger(group, heard, component.pairs, component.judged)


def resolved(connection: Connection, name: str) -> str:
    """The whole id of the claim that is called so. Raises UnknownError."""
    short = name.strip().lower()
    for at, found in (("claims", "id"), ("redirects", "new")):
        column = "id" if at == "claims" else "old"
        exact = run(connection, f"SELECT {found} FROM {at} WHERE {column} = ?", short)  # noqa: S608  names of this module
        if exact:
            return str(exact[0][0])
    if len(short) >= FEWEST:
        found_ids = {row[0] for row in run(connection, "SELECT id FROM claims WHERE id >= ? AND id < ? LIMIT 2", short, short + _LAST)}
        found_ids |= {row[0] for row in run(connection, "SELECT new FROM redirects WHERE old >= ? AND old < ? LIMIT 2", short, short + _LAST)}
        if len(found_ids) == 1:
            return str(found_ids.pop())
        if found_ids:
            message = f"{name}: several claims have an id that begins so"
            raise UnknownError(message)
    message = f"{name}: no such claim in the store" + ("" if len(short) >= FEWEST else f"; give at least {FEWEST} characters of its id")
    raise UnknownError(message)


def told(connection: Connection, reports: Collection[str], read: dict[str, Record] | None = None) -> dict[str, Told]:
    """Reports as ledgers see them, by id; `read` are records that are at hand and need not be taken from the store: those that are taken join them."""
    records: dict[str, Record] = {} if read is None else read
    select = "SELECT r.id, o.id, r.status, r.seq, r.origin FROM reports r JOIN reports o ON o.seq = r.origin WHERE r.id IN :values"
    rows = among(connection, select, reports)
    select = "SELECT reports.id, record FROM readings JOIN reports ON seq = readings.report WHERE reports.id IN :values"
    records.update({id_: unpacked(data) for id_, data in among(connection, select, set(reports) - records.keys())})
    corrects: dict[int, list[str]] = {}
    select = "SELECT report, id FROM relations JOIN reports ON seq = other WHERE kind = 'corrects' AND report IN :values"
    for seq, other in among(connection, select, [row[3] for row in rows]):
        corrects.setdefault(seq, []).append(other)
    wires = _wires(connection, {row[4] for row in rows})
    return {
        id_: Told(records[id_], origin, cast("Status", status), corrects.get(seq, []), wires.get(number)) for id_, origin, status, seq, number in rows
    }  # fmt: skip


def _wires(connection: Connection, origins: Collection[int]) -> dict[int, str]:
    """The agency that the earliest of the copies of one origin to name one names, by the number of the origin."""
    named = among(connection, "SELECT origin, published, id, agency FROM reports WHERE agency IS NOT NULL AND origin IN :values", origins)
    return {origin: agency for origin, _, _, agency in sorted(named, key=lambda row: (row[1] is None, row[1] or "", row[2]), reverse=True)}


def _kept(index: Index) -> SqlIndex:
    kept = cast("SqlIndex", index)
    kept.ledgers_follow = True
    return kept


def _written(index: SqlIndex, made: Regrouped) -> None:
    """Writes the ledgers of the groups as they now are."""
    heard = told(index.connection, {ref.report for group in made.groups for ref in group.members}, index.records)
    inside: dict[str, list[Pair]] = {}
    home = {ref: group.id for group in made.groups for ref in group.members}
    for pair in made.component.pairs:
        if home.get(pair.a) == home.get(pair.b):
            inside.setdefault(home[pair.a], []).append(pair)
    index.summarise([ledger(group, heard, inside.get(group.id, ()), made.component.judged) for group in made.groups])
