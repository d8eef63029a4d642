"""Why items are one claim, which others are near and kept apart, and what people said of that."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from onrecord.keeping.bulk import among, run
from onrecord.keeping.judging import members
from onrecord.record import Because, ItemRef

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import Any

    from sqlalchemy import Connection

    from onrecord.keeping.store import SqlStore

SHOWN = 60
"""Members whose ties are looked up; of a claim of more, those that came first."""
_NEAR = 6
_ITEM = "SELECT items.id, reports.id, key, kind, words, outlet, published, claim FROM items JOIN reports ON seq = items.report WHERE"
_CLAIM = "SELECT id, label, standing, origins, reports FROM claims WHERE id IN :values"
_SAID = (
    "SELECT id, who, at, verdict, report, key, other_report, other_key FROM judgements WHERE other_key IS NOT NULL AND NOT undone"
    " AND ({column} IN :values) ORDER BY id"
)
_REASONS = msgspec.json.Decoder(list[Because])


class Item(NamedTuple):
    """A statement or event, and whose report it stands in."""

    number: int
    report: str
    key: str
    kind: str
    words: str
    outlet: str | None
    published: str | None
    claim: str | None

    @property
    def ref(self) -> ItemRef:
        """What it is known by."""
        return ItemRef(self.report, self.key)


class Member(NamedTuple):
    """An item of the claim and the item of it that it is nearest to; `known_by`: the claim is known by this one."""

    item: Item
    nearest: Item | None
    score: float | None
    reasons: list[Because]
    known_by: bool


class Near(NamedTuple):
    """Another claim, and the two items by which it is nearest."""

    claim: str
    label: str
    standing: str
    origins: int
    reports: int
    here: Item
    there: Item
    score: float
    reasons: list[Because]


class Said(NamedTuple):
    """What somebody said at one time: the judgements of one verdict, and where they are of two items only, the words of both."""

    who: str
    at: str
    verdict: str
    numbers: list[int]
    words: tuple[str, str] | None


class Together(NamedTuple):
    """All of it. `more` members are not among those shown."""

    members: list[Member]
    more: int
    near: list[Near]
    said: list[Said]


class _Tie(NamedTuple):
    """A pair, seen from an item of the claim."""

    here: int
    there: int
    score: float

    @property
    def pair(self) -> tuple[int, int]:
        """What it has in common with the same pair seen from the other side."""
        return (min(self.here, self.there), max(self.here, self.there))


def together(store: SqlStore, claim: str) -> Together:
    """What holds a claim together, by its whole id."""
    with store.database.reading() as connection:
        refs = members(connection, claim)
        found = _items(connection, "items.claim = ? ORDER BY published, items.id LIMIT ?", claim, SHOWN)
        ties = _ties(connection, {item.number for item in found})
        every = {item.number: item for item in found}
        every |= {item.number: item for item in _among(connection, {tie.there for tie in ties} - every.keys())}
        within: dict[int, _Tie] = {}
        across: dict[str, _Tie] = {}
        for tie in ties:  # the best come first
            other = every[tie.there].claim
            if other == claim:
                within.setdefault(tie.here, tie)
            elif other is not None:
                across.setdefault(other, tie)
        outside = dict(islice(across.items(), _NEAR))
        why = {tie.pair: _why(connection, tie) for tie in (*within.values(), *outside.values())}
        rows = {row[0]: row for row in among(connection, _CLAIM, outside)}
        near = [_near(rows[other], tie, every, why) for other, tie in outside.items() if other in rows]
        shown = [
            Member(item, every[tie.there] if tie else None, tie.score if tie else None, why[tie.pair] if tie else [], item.ref == refs[0])
            for item in found for tie in (within.get(item.number),)
        ]  # fmt: skip
        return Together(sorted(shown, key=lambda one: not one.known_by), len(refs) - len(found), near, _said(connection, refs))


def _near(row: tuple[Any, ...], tie: _Tie, every: Mapping[int, Item], why: Mapping[tuple[int, int], list[Because]]) -> Near:
    claim, label, standing, origins, reports = row
    return Near(claim, label, standing, origins, reports, every[tie.here], every[tie.there], tie.score, why[tie.pair])


def _items(connection: Connection, condition: str, *values: object) -> list[Item]:
    return [Item(*row) for row in run(connection, f"{_ITEM} {condition}", *values)]


def _among(connection: Connection, numbers: Collection[int]) -> list[Item]:
    return [Item(*row) for row in among(connection, f"{_ITEM} items.id IN :values", numbers)]


def _ties(connection: Connection, own: Collection[int]) -> list[_Tie]:
    """All pairs that these items are in, the best first."""
    out = [_Tie(*row) for row in among(connection, "SELECT a, b, score FROM pairs WHERE a IN :values", own)]
    out += [_Tie(b, a, score) for a, b, score in among(connection, "SELECT a, b, score FROM pairs WHERE b IN :values", own)]
    return sorted(out, key=lambda tie: (-tie.score, tie.pair))


def _why(connection: Connection, tie: _Tie) -> list[Because]:
    """The reasons of a pair, the weightiest first."""
    a, b = tie.pair
    found = run(connection, "SELECT reasons FROM pairs WHERE a = ? AND b = ? UNION ALL SELECT reasons FROM pairs WHERE a = ? AND b = ?", a, b, b, a)
    return sorted(_REASONS.decode(found[0][0]), key=lambda reason: -abs(reason.weight)) if found else []


def _said(connection: Connection, refs: Collection[ItemRef]) -> list[Said]:
    """Judgements on two items of which one is the claim's; what one person said at one moment is one."""
    own, keys = set(refs), {ref.key for ref in refs}
    rows = {row[0]: row for side in ("key", "other_key") for row in among(connection, _SAID.format(column=side), keys)}
    told: dict[tuple[str, str, str], list[tuple[int, ItemRef, ItemRef]]] = {}
    for number, who, at, verdict, *two in (rows[number] for number in sorted(rows, reverse=True)):
        one, other = ItemRef(*two[:2]), ItemRef(*two[2:])
        if own & {one, other}:
            told.setdefault((who, at, verdict), []).append((number, one, other))
    words = _words(connection, {ref for of in told.values() for _, *pair in of for ref in pair})
    return [
        Said(who, at, verdict, [number for number, *_ in of], (words.get(of[0][1], ""), words.get(of[0][2], "")) if len(of) == 1 else None)
        for (who, at, verdict), of in told.items()
    ]


def _words(connection: Connection, refs: Collection[ItemRef]) -> dict[ItemRef, str]:
    select = "SELECT reports.id, key, words FROM items JOIN reports ON seq = items.report WHERE reports.id IN :values"
    return {ref: words for report, key, words in among(connection, select, {ref.report for ref in refs}) if (ref := ItemRef(report, key)) in refs}
