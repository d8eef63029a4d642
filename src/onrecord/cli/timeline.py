"""`onrecord timeline`: what an actor did and said, what passed between two, or what was said of a claim, in time."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.rows import csv_rows, forms, json_lines, nothing, one_form
from onrecord.cli.storing import opened, store_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.keeping.protocol import Hit
    from onrecord.keeping.store import SqlStore
    from onrecord.record import Claim

COLUMNS = ("day", "basis", "kind", "who", "whom", "what", "certainty", "polarity", "words", "outlet", "report", "key", "claim")
MOST = 5_000
_IDENTIFIER = re.compile(r"[0-9a-f]{6,64}")


@click.command()
@click.argument("of", metavar="ACTOR|ACTOR,ACTOR|CLAIM")
@forms
@store_option
def timeline(of: str, *, as_json: bool, as_csv: bool, store: str | None) -> int:
    """Show what an actor did, suffered and said, what two did to each other, or the entries of a claim, in time.

    A day in brackets is that of publication: the text tells no other. Nothing found is no failure.
    """
    one_form(as_json=as_json, as_csv=as_csv)
    with opened(store) as there:
        rows = _rows(there, of)
    rows.sort(key=lambda row: (row["day"] is None, row["day"] or "", row["report"], row["key"]))
    if not rows:
        nothing(f"nothing found of {of}")
    if len(rows) == MOST:
        nothing(f"there is more; these are the {MOST} that came last into the store")
    if as_json:
        json_lines(rows)
    elif as_csv:
        csv_rows(COLUMNS, rows)
    elif rows:
        from onrecord.cli.terminal.printing import printed  # noqa: PLC0415  rich is needed for pages alone
        from onrecord.cli.terminal.times import table  # noqa: PLC0415

        printed(lambda to: to.print(table(rows)))
    return 0


def _rows(store: SqlStore, of: str) -> list[dict[str, Any]]:
    """The rows of a claim where the words are an identifier that one has, else those of an actor or two."""
    from onrecord.errors import UnknownError  # noqa: PLC0415  not needed for --help

    if _IDENTIFIER.fullmatch(of):
        try:
            return list(of_claim(store.claim(of)))
        except UnknownError:
            pass
    from onrecord.cli.selecting import found  # noqa: PLC0415  not needed for --help

    return [of_hit(hit) for hit in islice(found(store, query(of)), MOST)]


def query(of: str) -> str:
    """The query for an actor, or for two with a comma between them. Raises click.UsageError."""
    names = [f'"{name.strip()}"' for name in of.replace('"', " ").split(",")]
    if len(names) == 1:
        return f"speaker:{names[0]} OR actor:{names[0]} OR recipient:{names[0]}"
    if len(names) > 2:
        message = "a timeline is of one actor or of two, with a comma between them"
        raise click.UsageError(message)
    one, other = names
    return f"actor:{one} recipient:{other} OR actor:{other} recipient:{one}"


def of_hit(hit: Hit) -> dict[str, Any]:
    """A row; the day is the first that is told, else that of publication."""
    day, basis = (hit.when, "text") if hit.when is not None else (hit.published[:10], "publication") if hit.published else (None, "none")
    return {
        "day": day, "basis": basis, "kind": hit.kind, "who": hit.who, "whom": hit.whom, "what": hit.what, "certainty": hit.certainty,
        "polarity": hit.polarity, "words": hit.words, "outlet": hit.outlet, "report": hit.report, "key": hit.key, "claim": hit.claim,
    }  # fmt: skip


def of_claim(claim: Claim) -> Iterator[dict[str, Any]]:
    """An entry a row; what it says is its stance."""
    for entry in claim.entries:
        day, basis = (entry.said, "text") if entry.said is not None else (entry.published[:10], "publication") if entry.published else (None, "none")
        yield {
            "day": day, "basis": basis, "kind": claim.kind, "who": [party.name for party in entry.speakers], "whom": [], "what": entry.stance,
            "certainty": None, "polarity": None, "words": " … ".join(span.text for span in entry.words), "outlet": entry.outlet,
            "report": entry.report, "key": entry.item, "claim": claim.id,
        }  # fmt: skip
