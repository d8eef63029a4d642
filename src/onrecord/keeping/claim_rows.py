"""What lists show of claims: rows drawn from the members when they are grouped, and from the ledger once it is made."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.corroborating.days import days
from onrecord.keeping import schema
from onrecord.keeping.bulk import among, among_update, put
from onrecord.keeping.rows import LEVEL
from onrecord.record import Claim

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy import Connection

    from onrecord.keeping.totals import Totals

_COLUMNS = (
    "id", "kind", "type", "label", "reports", "outlets", "origins", "standing", "first_day", "last_day", "first_affirmed", "first_denied", "changed",
    "moved", "ledger",
)  # fmt: skip


def replace(connection: Connection, gone: Collection[str], members: Mapping[str, list[int]], totals: Totals, *, at: str) -> None:
    """Takes out the rows of claims that are gone and writes those of groups anew, as far as the rows of their members tell.

    The standing is told by the number of origins alone, until the ledger is made.
    """
    there = dict(among(connection, "SELECT id, moved FROM claims WHERE id IN :values", {*gone, *members}))
    among_update(connection, "DELETE FROM claims WHERE id IN :values", (), there)
    rows = _rows(connection, members)
    put(connection, schema.claims, _COLUMNS, [(*row, at, there.get(row[0], "new"), None) for row in rows])
    totals.add("claims", len(rows) - len(there))


class State(NamedTuple):
    """How a claim stood: its standing, whether anybody had denied it, how many origins and figures it had."""

    standing: str
    denied: bool
    origins: int
    figures: int


def states(connection: Connection, members: Mapping[str, list[int]]) -> dict[str, State]:
    """How the claims stood that these items are in now, by the claim that they are to be in; of several the one with the most origins."""
    select = "SELECT items.id, claims.standing, first_denied, origins, ledger FROM items JOIN claims ON claims.id = claim WHERE items.id IN :values"
    found = {row[0]: row for row in among(connection, select, {number for numbers in members.values() for number in numbers})}
    out = {}
    for claim, numbers in members.items():
        held = [found[number] for number in numbers if number in found]
        if held:
            _, standing, denied, origins, ledger = max(held, key=lambda row: (row[3], row[0]))
            out[claim] = State(standing, denied is not None, origins, 0 if ledger is None else len(Claim.from_json(zlib.decompress(ledger)).figures))
    return out


def moved(before: State | None, claim: Claim) -> str | None:
    """What moved in a claim: new, denial, corroborated, figure, standing or voice, the weightiest first; null where nothing did."""
    if before is None:
        return "new"
    if claim.first_denied is not None and not before.denied:
        return "denial"
    if claim.standing != before.standing:
        return "corroborated" if claim.standing == "corroborated" else "standing"
    if claim.counts.reports > 1 and len(claim.figures) > max(before.figures, 1):
        return "figure"
    return "voice" if claim.counts.origins > before.origins else None


def _rows(connection: Connection, members: Mapping[str, list[int]]) -> list[tuple[Any, ...]]:
    select = (
        "SELECT items.id, kind, type, words, first_day, last_day, items.report, outlet, origin, published, reports.id"
        " FROM items JOIN reports ON seq = items.report WHERE items.id IN :values"
    )
    items = {row[0]: row for row in among(connection, select, {number for numbers in members.values() for number in numbers})}
    out = []
    for claim, numbers in members.items():
        held = sorted((items[number] for number in numbers), key=lambda row: (row[9] is None, row[9] or "", row[10], row[0]))
        if not held:
            continue
        origins = len({row[8] for row in held})
        published = [row[9] for row in held if row[9] is not None]
        out.append(
            (
                claim, held[0][1], held[0][2], held[0][3], len({row[6] for row in held}), len({row[7] for row in held if row[7] is not None}),
                origins, "reported" if origins == 1 else "corroborated", min((row[4] for row in held if row[4] is not None), default=None),
                max((row[5] for row in held if row[5] is not None), default=None), min(published, default=None), None,
            )
        )  # fmt: skip
    return out


def summarise(connection: Connection, claims: Collection[Claim], before: Mapping[str, State], totals: Totals, *, at: str) -> None:
    """Writes the rows of claims from their ledgers, one that is there already anew; `before` is how they stood."""
    there = dict(among(connection, "SELECT id, moved FROM claims WHERE id IN :values", [claim.id for claim in claims]))
    among_update(connection, "DELETE FROM claims WHERE id IN :values", (), there)
    put(connection, schema.claims, _COLUMNS, [_row(claim, moved(before.get(claim.id), claim) or there.get(claim.id, "new"), at) for claim in claims])
    totals.add("claims", len(claims) - len(there))


def remove(connection: Connection, gone: Collection[str], totals: Totals) -> None:
    """Takes out the rows of claims that are gone."""
    there = among(connection, "SELECT id FROM claims WHERE id IN :values", gone)
    among_update(connection, "DELETE FROM claims WHERE id IN :values", (), [row[0] for row in there])
    totals.add("claims", -len(there))


def _row(claim: Claim, moved: str, at: str) -> tuple[Any, ...]:
    def said(entry: int | None) -> str | None:
        return None if entry is None else claim.entries[entry].published or claim.entries[entry].said

    first, last = days(claim.window.from_), days(claim.window.to)
    ledger = zlib.compress(claim.to_json(), LEVEL) if claim.counts.reports > 1 else None
    return (
        claim.id, claim.kind, claim.type, claim.label.span.text, claim.counts.reports, claim.counts.outlets, claim.counts.origins, claim.standing,
        first[0] if first else None, last[1] if last else None, said(claim.first_affirmed), said(claim.first_denied), at, moved, ledger,
    )  # fmt: skip
