"""`python -m benchmarks.claimed STORE [REPORTS]`: claims for a store of invented reports, cheaply, where linking all of them would take days.

What is claimed is a store of the size and shape that linking leaves, not its result. Items of the latest reports are grouped by type, parties and day; their ledgers are written
by the code that writes ledgers. Every item of the others is a claim of its own, a row as `claim_rows` writes it. SQLite alone.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.corroborating.index import Group, Pair, Profile
from onrecord.corroborating.ledger import ledger
from onrecord.corroborating.profile import profiles
from onrecord.keeping import schema
from onrecord.keeping.bulk import put, run
from onrecord.keeping.claim_rows import State
from onrecord.keeping.claims_index import SqlIndex
from onrecord.keeping.judging import known_by
from onrecord.keeping.ledgers import told
from onrecord.keeping.opening import open_store
from onrecord.keeping.rows import unpacked
from onrecord.keeping.totals import Totals
from onrecord.record import Because, ItemRef

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from onrecord.corroborating.told import Told
    from onrecord.keeping.store import SqlStore

_BATCH = 250  # reports whose items are grouped with each other
_MOST = 40  # members of a group
_ALONE = """
INSERT INTO claims (id, kind, type, label, reports, outlets, origins, standing, first_day, last_day, first_affirmed, first_denied, changed, moved, ledger)
SELECT claim, kind, type, words, 1, 1, 1, 'reported', first_day, last_day, published, NULL, added, 'new', NULL
FROM items JOIN reports ON seq = items.report WHERE items.report <= ? AND claim IS NOT NULL
"""
_CALLED = "UPDATE items SET claim = known_by((SELECT id FROM reports WHERE seq = items.report), key) WHERE report > ? AND report <= ? AND same_as IS NULL"


def claimed(store: SqlStore, latest: int) -> Iterator[str]:
    """Makes the claims; tells how far it is."""
    with store.database.reading() as connection:
        last = run(connection, "SELECT max(seq) FROM reports")[0][0]
    first = max(last - latest, 0)
    for at in range(0, first, 10_000):
        with store.database.writing() as connection:
            _driver(connection).create_function("known_by", 2, lambda report, key: known_by(ItemRef(report, key)), deterministic=True)
            run(connection, _CALLED, at, min(at + 10_000, first))
        yield f"{min(at + 10_000, first):,} reports have claims of their own"
    with store.database.writing() as connection:
        run(connection, _ALONE, first)
        totals = Totals(connection)
        totals.add("claims", run(connection, "SELECT count(*) FROM claims")[0][0])
        totals.write()
    for at in range(first, last, _BATCH):
        with store.database.writing() as connection:
            made = _grouped(connection, at, min(at + _BATCH, last))
        yield f"{min(at + _BATCH, last):,} of {last:,} reports, {made} ledgers in the last {_BATCH}"


def _grouped(connection: Connection, after: int, until: int) -> int:
    """Groups the items of reports, and writes the ledgers of groups of several reports; gives how many."""
    totals = Totals(connection)
    index = SqlIndex(connection, totals, at=run(connection, "SELECT added FROM reports WHERE seq = ?", until)[0][0])
    rows = run(connection, "SELECT record FROM readings WHERE report > ? AND report <= ? ORDER BY report", after, until)
    found = [profile for (data,) in rows for profile in profiles(unpacked(data), {})]
    numbers = index._number([profile.ref for profile in found])  # noqa: SLF001  what filing them would do as well
    _filed(connection, found, numbers)
    sets: dict[tuple[Any, ...], list[ItemRef]] = {}
    for profile in found:
        sets.setdefault(_alike(profile), []).append(profile.ref)
    parts = [refs[at : at + _MOST] for refs in sets.values() for at in range(0, len(refs), _MOST)]
    groups = [Group(known_by(refs[0]), sorted(refs)) for refs in parts]
    pairs = {group.id: _pairs(group) for group in groups}
    index.tie([pair for some in pairs.values() for pair in some])
    index.regroup(set(), groups, {})
    several = [group for group in groups if len({ref.report for ref in group.members}) > 1]
    heard: dict[str, Told] = told(connection, {ref.report for group in several for ref in group.members})
    index.were |= dict.fromkeys((group.id for group in several), State("reported", denied=False, origins=1, figures=0))  # as if their first report came before
    for group in several:
        index.summarise(ledger(group, heard, pairs[group.id]))
    totals.write()
    return len(several)


def _alike(profile: Profile) -> tuple[Any, ...]:
    """What items of one group have in common; a statement stands alone."""
    if profile.kind == "statement" or not profile.actors or not profile.recipients:
        return (profile.ref,)
    return (profile.type, profile.actors[0][-1], profile.recipients[0][-1], profile.days)


def _pairs(group: Group) -> list[Pair]:
    """Each member tied to the one before it."""
    reasons = [Because("same_type", "The same type of PLOVER", 0.8), Because("same_days", "The texts put them on days that meet", 1.2)]
    return [Pair(one, other, 0.8, reasons) for one, other in zip(group.members, group.members[1:], strict=False)]


def _filed(connection: Connection, found: list[Profile], numbers: dict[ItemRef, int]) -> None:
    put(connection, schema.profiles, ("item", "data"), [(numbers[one.ref], msgspec.msgpack.encode(one)) for one in found if one.ref in numbers])


def _driver(connection: Connection) -> Any:  # noqa: ANN401  sqlite3's own
    return connection.connection.driver_connection


if __name__ == "__main__":
    with open_store(sys.argv[1]) as opened:
        for said in claimed(opened, int(sys.argv[2]) if len(sys.argv) > 2 else 10_000):
            print(said, flush=True)
