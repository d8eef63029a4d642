"""A person's word on items, kept beside what was read: bound to the report's id and the item's key, so that it outlives the reading."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.errors import UnknownError, UsageError
from onrecord.keeping.bulk import run
from onrecord.keeping.differences import overlap
from onrecord.keeping.ledgers import resolved
from onrecord.keeping.protocol import Change
from onrecord.keeping.retrieving import numbered, record
from onrecord.keeping.rows import items_of, span_of
from onrecord.record import ItemRef

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onrecord.record import Record

OF_TWO = ("same", "different", "unsure")
OF_ONE = ("accept", "reject", "correct")
FIELDS = ("span", "speaker", "type", "certainty")
_INSERT = (
    'INSERT INTO judgements (who, at, verdict, report, key, start, "end", other_report, other_key, field, value, undone, orphaned)'
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id"
)


def judge(
    connection: Connection, verdict: str, items: list[tuple[str, str]], *, who: str, at: str, field: str | None = None, value: Any = None  # noqa: ANN401  JSON
) -> tuple[int, list[ItemRef]]:  # fmt: skip
    """Keeps a verdict; gives its number and the items it is on. Raises UsageError and UnknownError."""
    _meant(verdict, items, who, field, value)
    found = [_item(connection, report, key) for report, key in items]
    if len(found) == 2 and found[0][0] == found[1][0]:
        message = "a verdict on two items needs two different ones"
        raise UsageError(message)
    first, (start, end) = found[0]
    other = found[1][0] if len(found) == 2 else None
    told = None if value is None else msgspec.json.encode(value).decode()
    other_report, other_key = (other.report, other.key) if other is not None else (None, None)
    number = run(connection, _INSERT, who, at, verdict, first.report, first.key, start, end, other_report, other_key, field, told, False, False)[0][0]  # noqa: FBT003
    detail = msgspec.json.encode({"judgement": number, "verdict": verdict}).decode()
    run(connection, "INSERT INTO log (at, what, report, who, detail) VALUES (?, 'judge', ?, ?, ?)", at, first.report, who, detail)
    return number, [ref for ref, _ in found]


def unite(connection: Connection, one: str, other: str, *, who: str, at: str) -> tuple[list[int], list[ItemRef]]:
    """Keeps that two claims are one; gives the judgements' numbers and the items of both. Raises UnknownError, and UsageError where they are one already.

    Claims are grouped by the average over all pairs of their items, so one pair of "same" would tear both apart around it: the first item of each claim
    is said to be the same as every item of the other and of its own.
    """
    claims = [resolved(connection, name) for name in (one, other)]
    if claims[0] == claims[1]:
        message = f"{other}: it is the same claim already"
        raise UsageError(message)
    sides = [members(connection, claim) for claim in claims]
    firsts = [side[0] for side in sides]
    pairs = dict.fromkeys((*sorted((first, ref)),) for first in firsts for side in sides for ref in side if ref != first)
    numbers = [judge(connection, "same", [(a.report, a.key), (b.report, b.key)], who=who, at=at)[0] for a, b in pairs]
    return numbers, [ref for side in sides for ref in side]


def members(connection: Connection, claim: str) -> list[ItemRef]:
    """The items of a claim by its whole id, the one that it is known by (`corroborating.index.Group`) first."""
    rows = run(connection, "SELECT reports.id, key FROM items JOIN reports ON seq = items.report WHERE claim = ? ORDER BY items.id", claim)
    return sorted((ItemRef(*row) for row in rows), key=lambda ref: known_by(ref) != claim)


def known_by(ref: ItemRef) -> str:
    """The id of a claim that is known by this item."""
    return sha256(f"{ref.report}\x1f{ref.key}".encode()).hexdigest()[:32]


def undo(connection: Connection, judgement: int, *, who: str, at: str) -> list[ItemRef]:
    """Takes a judgement back; gives the items it was on. Raises UnknownError, and UsageError where that was done before."""
    found = run(connection, "SELECT report, key, other_report, other_key, undone FROM judgements WHERE id = ?", judgement)
    if not found:
        message = f"{judgement}: no such judgement in the store"
        raise UnknownError(message)
    report, key, other_report, other_key, undone = found[0]
    if undone:
        message = f"{judgement}: this judgement was taken back before"
        raise UsageError(message)
    run(connection, "UPDATE judgements SET undone = ? WHERE id = ?", True, judgement)  # noqa: FBT003
    detail = msgspec.json.encode({"judgement": judgement}).decode()
    run(connection, "INSERT INTO log (at, what, report, who, detail) VALUES (?, 'undo', ?, ?, ?)", at, report, who, detail)
    return [ItemRef(report, key)] + ([ItemRef(other_report, other_key)] if other_key is not None else [])


def carry(connection: Connection, old_id: str, new: Record, same: dict[str, str], *, same_text: bool) -> list[Change]:
    """Binds the judgements on a report to its new reading; gives those that have no item any more, which are kept as orphans."""
    out: list[Change] = []
    select = 'SELECT id, verdict, report, key, other_report, other_key, start, "end" FROM judgements WHERE report = ? OR other_report = ?'
    there = {item.key: span_of(item) for item in items_of(new)}
    for number, verdict, report, key, other_report, other_key, start, end in run(connection, select, old_id, old_id):
        here: dict[str, Any] = {}
        lost = False
        if report == old_id:
            found = _bound(key, there, same, (start, end) if same_text and start is not None else None)
            here |= {"report": new.report.id, "key": found or key}
            lost |= found is None
        if other_report == old_id:
            found = _bound(other_key, there, same, None)
            here |= {"other_report": new.report.id, "other_key": found or other_key}
            lost |= found is None
        changes = ", ".join(f"{name} = ?" for name in here)
        run(connection, f"UPDATE judgements SET {changes}, orphaned = ? WHERE id = ?", *here.values(), lost, number)  # noqa: S608  names of ours
        if lost:
            out.append(Change("orphaned", "judgement", key, verdict))
    return out


def _bound(key: str, there: dict[str, tuple[int, int]], same: dict[str, str], span: tuple[int, int] | None) -> str | None:
    """The key that a judgement is bound to from now on."""
    if key in there:
        return key
    if key in same:
        return same[key]
    if span is None:
        return None
    best = max(there, key=lambda other: overlap(span, there[other]), default=None)
    return best if best is not None and overlap(span, there[best]) >= 0.5 else None


def _meant(verdict: str, items: list[tuple[str, str]], who: str, field: str | None, value: object) -> None:
    if verdict not in OF_TWO + OF_ONE:
        message = f"{verdict}: no verdict; one of {', '.join(OF_TWO + OF_ONE)}"
        raise UsageError(message)
    wanted = 2 if verdict in OF_TWO else 1
    if len(items) != wanted:
        message = f"{verdict} is said of {'two items' if wanted == 2 else 'one item'}, not of {len(items)}"
        raise UsageError(message)
    if not who.strip():
        message = "a judgement needs the name of whoever gives it"
        raise UsageError(message)
    if (verdict == "correct") != (field is not None) or (field is not None and field not in FIELDS):
        message = f"a correction is of one field ({', '.join(FIELDS)}), and nothing else is"
        raise UsageError(message)
    if (verdict == "correct") != (value is not None):
        message = "a correction has the value that is right, and nothing else has one"
        raise UsageError(message)


def _item(connection: Connection, report: str, key: str) -> tuple[ItemRef, tuple[int, int]]:
    """An item by its key or its local id ("s1"), and where it stands. Raises UnknownError."""
    seq, whole = numbered(connection, report)
    read = record(connection, seq)
    for item in items_of(read):
        if key in (item.key, item.id):
            return ItemRef(whole, item.key), span_of(item)
    message = f"{whole}: no such item in the report: {key}"
    raise UnknownError(message)
