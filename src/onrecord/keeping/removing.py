"""What a report put into the tables, taken out again: its items, its words, and the actors that nobody else knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from onrecord.keeping import claim_rows, fulltext, schema, tallying
from onrecord.keeping.bulk import among, among_update, run

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection

    from onrecord.keeping.totals import Totals


def filings(connection: Connection, seq: int, text: str) -> list[fulltext.Filing]:
    """What the index of words holds of a report, made from the tables as it was when it was filed."""
    report = row(connection, seq)
    items = connection.execute(select(schema.items).where(schema.items.c.report == seq).order_by(schema.items.c.id)).mappings().all()
    roles: dict[int, list[tuple[str, int]]] = {}
    for item, part, who in among(connection, "SELECT item, part, identity FROM roles WHERE item IN :values", [item["id"] for item in items]):
        roles.setdefault(item, []).append((part, who))
    return fulltext.filings(report, text, [dict(item) for item in items], roles)


def take_out(connection: Connection, seq: int, text: str, totals: Totals) -> tuple[set[str], set[int]]:
    """Takes out the items, actors and words of a report, whose row stays; gives the claims and identities that may have lost their last holder."""
    tallying.tally(connection, [seq], -1)
    fulltext.remove(connection, filings(connection, seq, text))
    for kind, count in run(connection, "SELECT kind, count(*) FROM items WHERE report = ? GROUP BY kind", seq):
        totals.add(f"{kind}s", -count)
    claims = {row[0] for row in run(connection, "SELECT DISTINCT claim FROM items WHERE report = ? AND claim IS NOT NULL", seq)}
    known = {row[0] for row in run(connection, "SELECT DISTINCT identity FROM actors WHERE report = ?", seq)}
    run(connection, "DELETE FROM items WHERE report = ?", seq)
    run(connection, "DELETE FROM actors WHERE report = ?", seq)
    return claims, known


def shrink(connection: Connection, claims: Collection[str], totals: Totals, *, at: str) -> None:
    """Writes the rows of claims anew that have lost members; those without any are gone."""
    members: dict[str, list[int]] = {}
    for claim, item in among(connection, "SELECT claim, id FROM items WHERE claim IN :values", claims):
        members.setdefault(claim, []).append(item)
    gone = set(claims) - set(members)
    claim_rows.replace(connection, gone, members, totals, at=at)
    among_update(connection, "DELETE FROM redirects WHERE new IN :values", (), gone)


def forget_unknown(connection: Connection, identities: Collection[int], totals: Totals) -> None:
    """Forgets those of the identities that no report names any more, and the names that none of them is called by any longer."""
    still = {row[0] for row in among(connection, "SELECT DISTINCT identity FROM actors WHERE identity IN :values", identities)}
    gone = set(identities) - still
    fulltext.unspell(connection, identities)
    among_update(
        connection,
        "UPDATE identities SET name = (SELECT min(name) FROM actors WHERE identity = identities.id)"
        " WHERE NOT EXISTS (SELECT 1 FROM actors WHERE identity = identities.id AND actors.name = identities.name) AND id IN :values",
        (),
        still,
    )
    among_update(connection, "DELETE FROM identities WHERE id IN :values", (), gone)
    totals.add("actors", -len(gone))


def row(connection: Connection, seq: int) -> dict[str, Any]:
    """A report's row."""
    return dict(connection.execute(select(schema.reports).where(schema.reports.c.seq == seq)).mappings().one())
