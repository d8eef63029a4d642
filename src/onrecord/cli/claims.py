"""`onrecord claims` lists claims; `onrecord claim` prints the ledger of one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from onrecord.cli.asking import Asking, query_of
from onrecord.cli.rows import csv_rows, forms, json_lines, nothing, one_form
from onrecord.cli.storing import opened, store_option

if TYPE_CHECKING:
    from onrecord.record import Claim

LIMIT = 50


@click.command(cls=Asking)
@click.argument("query", nargs=-1, metavar="[QUERY]...")
@forms
@click.option("--limit", type=click.IntRange(min=1), default=LIMIT, show_default=True, metavar="N", help="Show at most this many.")
@click.option("--after", metavar="CURSOR", help="Go on after the row with this cursor.")
@store_option
def claims(query: tuple[str, ...], *, as_json: bool, as_csv: bool, limit: int, after: str | None, store: str | None) -> int:
    """List claims, the last changed first.

    QUERY filters them, as standing:contested origins:>=2 actor:Iceland denied:yes; docs/find.md has all fields. Nothing found is no failure.
    """
    one_form(as_json=as_json, as_csv=as_csv)
    with opened(store) as there:
        rows = there.claims(query_of(query), limit=limit + 1, after=after)
    more, rows = len(rows) > limit, rows[:limit]
    if not rows:
        nothing("no claims found")
    if as_json:
        json_lines(rows)
    elif as_csv:
        from onrecord.keeping.protocol import ClaimRow  # noqa: PLC0415  not needed for --help

        csv_rows(ClaimRow.__struct_fields__, ({name: getattr(row, name) for name in ClaimRow.__struct_fields__} for row in rows))
    elif rows:
        from onrecord.cli.terminal.claim_rows import table  # noqa: PLC0415  rich is needed for pages alone
        from onrecord.cli.terminal.printing import printed  # noqa: PLC0415

        printed(lambda to: to.print(table(rows, to.width)))
        if more:
            click.echo(f"onrecord: there is more: --after {rows[-1].cursor}", err=True)
    return 0


@click.command()
@click.argument("name", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object.")
@store_option
def claim(name: str, *, as_json: bool, store: str | None) -> int:
    """Print the ledger of a claim: who affirmed it and who denied it, when, through whom, in which report, in which words; and its figures.

    ID is an identifier of a claim, or six or more digits of it.
    """
    with opened(store) as there:
        found = there.claim(name)
    show_claim(found, as_json=as_json)
    return 0


def show_claim(found: Claim, *, as_json: bool) -> None:
    """Writes a ledger."""
    if as_json:
        sys.stdout.buffer.write(found.to_json() + b"\n")
        return
    from onrecord.cli.terminal.ledger import draw  # noqa: PLC0415  rich is needed for pages alone
    from onrecord.cli.terminal.printing import printed  # noqa: PLC0415

    printed(lambda to: draw(found, to))
