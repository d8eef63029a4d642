"""The index that linking works on (`corroborating.index.Index`), on the tables of a store and within the transaction of its writer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.corroborating.index import Component, Pair, Profile
from onrecord.keeping import claim_rows, schema
from onrecord.keeping.bulk import among, among_update, many, put, run
from onrecord.record import Because, ItemRef, Judged

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from sqlalchemy import Connection

    from onrecord.corroborating.index import Group
    from onrecord.keeping.totals import Totals
    from onrecord.record import Claim, Record

_PROFILE = msgspec.msgpack.Decoder(Profile)
_REASONS = msgspec.json.Decoder(list[Because])
_PAIR = (
    "INSERT INTO pairs (a, b, score, reasons) VALUES (?, ?, ?, ?) ON CONFLICT (a, b) DO UPDATE SET score = excluded.score, reasons = excluded.reasons"
)


class SqlIndex:
    """The index of one store, within one transaction. `report` is the report being linked, whose own items are never near; `at` is when, ISO 8601.

    Profiles that were had or filed are kept for as long as the index is, and so are `records` by report: those that come together meet the same. `ledgers_follow` is set by who calls `summarise` after grouping: the rows of claims are then written once, from their ledgers.
    """

    def __init__(self, connection: Connection, totals: Totals, *, at: str, report: str | None = None) -> None:
        self._connection, self._totals, self._now, self.report = connection, totals, at, report
        self._had: dict[int, Profile] = {}
        self._numbers: dict[ItemRef, int] = {}
        self._loaded: set[str] = set()
        self._judged: list[Judged] | None = None
        self.ledgers_follow = False
        self.were: dict[str, claim_rows.State] = {}
        self.records: dict[str, Record] = {}

    def turn_to(self, report: str | None, *, at: str) -> None:
        """Says which report is linked from now on, null for none, and when that is."""
        self.report, self._now = report, at

    def near(self, blocks: Collection[int], *, least: int = 1) -> list[Profile]:
        """The items of other reports that were filed under at least so many of these keys, sorted."""
        select = f"SELECT item FROM blocks WHERE block IN :values GROUP BY item HAVING count(*) >= {int(least)}"  # noqa: S608  a number
        found = self._at(row[0] for row in among(self._connection, select, set(blocks)))
        return sorted((profile for profile in found.values() if profile.ref.report != self.report), key=_ref)

    def file(self, profiles: Sequence[Profile]) -> None:
        """Keeps items under their keys; the keys they had are gone. An item that is not in the store is not filed."""
        numbers = self._number([profile.ref for profile in profiles])
        there = [(numbers[profile.ref], profile) for profile in profiles if profile.ref in numbers]
        for table in ("profiles", "blocks"):
            among_update(self._connection, f"DELETE FROM {table} WHERE item IN :values", (), numbers.values())  # noqa: S608  names of this module
        self._had |= dict(there)
        put(self._connection, schema.profiles, ("item", "data"), [(number, msgspec.msgpack.encode(profile)) for number, profile in there])
        put(self._connection, schema.blocks, ("block", "item"), [(block, number) for number, profile in there for block in sorted(set(profile.keys))])

    def tie(self, pairs: Sequence[Pair]) -> None:
        """Keeps pairs; one that is there is replaced."""
        numbers = self._number({ref for pair in pairs for ref in (pair.a, pair.b)})
        rows = [
            (numbers[pair.a], numbers[pair.b], pair.score, msgspec.json.encode(pair.reasons).decode())
            for pair in pairs
            if pair.a in numbers and pair.b in numbers
        ]
        if rows:
            statement = _PAIR if self._connection.dialect.name == "sqlite" else _PAIR.replace("?", "%s")
            many(self._connection, statement, rows)

    def component(self, items: Collection[ItemRef]) -> Component:
        """Everything that hangs together with these items by pairs and by judgements of "same", sorted."""
        same = self._same()
        numbers = self._number(items)
        refs: dict[int, Profile] = self._at(numbers.values())
        edge = set(refs)
        pairs: dict[tuple[int, int], tuple[Any, ...]] = {}
        while edge:
            found = among(self._connection, "SELECT a, b, score, reasons FROM pairs WHERE a IN :values", edge)
            found += among(self._connection, "SELECT a, b, score, reasons FROM pairs WHERE b IN :values", edge)
            pairs |= {(row[0], row[1]): row for row in found}
            beside = {number for row in found for number in row[:2]}
            if same:
                beside |= set(self._number({ref for at in edge for ref in same.get(refs[at].ref, ())}).values())
            new = self._at(beside - set(refs))
            refs |= new
            edge = set(new)
        tied = [Pair(refs[a].ref, refs[b].ref, score, _REASONS.decode(reasons)) for a, b, score, reasons in pairs.values() if a in refs and b in refs]
        there = {profile.ref for profile in refs.values()}
        judged = [each for each in self._judgements() if any(ref in there for ref in each.items)]
        return Component(sorted(refs.values(), key=_ref), sorted(tied, key=lambda pair: (pair.a, pair.b)), judged)

    def claims_of(self, items: Collection[ItemRef]) -> dict[ItemRef, str]:
        """The claim that each item is in now."""
        numbers = self._number(items)
        claims = dict(among(self._connection, "SELECT id, claim FROM items WHERE claim IS NOT NULL AND id IN :values", numbers.values()))
        return {ref: claims[number] for ref, number in numbers.items() if number in claims}

    def regroup(self, old: Collection[str], groups: Sequence[Group], redirects: dict[str, str]) -> None:
        """Puts groups in the place of claims, each with a summary as its rows give it; identifiers that are gone lead on."""
        numbers = self._number({ref for group in groups for ref in group.members})
        members = {group.id: [numbers[ref] for ref in group.members if ref in numbers] for group in groups}
        self.were = claim_rows.states(self._connection, members)
        among_update(self._connection, "UPDATE items SET claim = NULL WHERE claim IN :values", (), old)
        for claim, items in members.items():
            among_update(self._connection, "UPDATE items SET claim = ? WHERE id IN :values", (claim,), items)
        gone = set(old) - set(members)
        if self.ledgers_follow:
            claim_rows.remove(self._connection, gone, self._totals)
        else:
            claim_rows.replace(self._connection, gone, members, self._totals, at=self._now)
        among_update(self._connection, "DELETE FROM redirects WHERE old IN :values", (), members)
        for before, after in redirects.items():
            run(self._connection, "DELETE FROM redirects WHERE old = ? OR old = ?", before, after)
            run(self._connection, "UPDATE redirects SET new = ? WHERE new = ?", after, before)
            put(self._connection, schema.redirects, ("old", "new"), [(before, after)])

    @property
    def connection(self) -> Connection:
        """The connection whose transaction this is."""
        return self._connection

    def summarise(self, claims: Collection[Claim]) -> None:
        """Keeps what lists show of claims and what moved in them, and the ledgers of those with members of several reports."""
        claim_rows.summarise(self._connection, claims, self.were, self._totals, at=self._now)

    def _number(self, refs: Iterable[ItemRef]) -> dict[ItemRef, int]:
        """The numbers of those items that are in the store."""
        wanted = list(refs)
        missing = {ref.report for ref in wanted if ref not in self._numbers} - self._loaded
        if missing:
            select = "SELECT reports.id, key, items.id FROM items JOIN reports ON seq = items.report WHERE reports.id IN :values"
            self._numbers |= {ItemRef(report, key): number for report, key, number in among(self._connection, select, missing)}
            self._loaded |= missing
        return {ref: self._numbers[ref] for ref in wanted if ref in self._numbers}

    def _at(self, numbers: Iterable[int]) -> dict[int, Profile]:
        """The profiles of the items with these numbers, of those that have one."""
        wanted = list(numbers)
        missing = [number for number in wanted if number not in self._had]
        for number, data in among(self._connection, "SELECT item, data FROM profiles WHERE item IN :values", missing):
            self._had[number] = profile = _PROFILE.decode(data)
            self._numbers[profile.ref] = number
        return {number: self._had[number] for number in wanted if number in self._had}

    def _judgements(self) -> list[Judged]:
        """What people have said of two items; few, so all are had at once."""
        if self._judged is None:
            select = (
                "SELECT who, at, verdict, report, key, other_report, other_key FROM judgements"
                " WHERE other_key IS NOT NULL AND NOT undone AND NOT orphaned ORDER BY id"
            )
            self._judged = [
                Judged(who, at, verdict, sorted((ItemRef(report, key), ItemRef(other, other_key))))
                for who, at, verdict, report, key, other, other_key in run(self._connection, select)
            ]
        return self._judged

    def _same(self) -> dict[ItemRef, set[ItemRef]]:
        same: dict[ItemRef, set[ItemRef]] = {}
        for judged in self._judgements():
            if judged.verdict == "same":
                for ref in judged.items:
                    same.setdefault(ref, set()).update(judged.items)
        return same


def _ref(profile: Profile) -> ItemRef:
    return profile.ref
