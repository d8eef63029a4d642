"""`onrecord find`: what the reports of a store say, by a query."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onrecord.cli.asking import Asking, query_of
from onrecord.cli.rows import csv_rows, forms, json_lines, nothing, one_form
from onrecord.cli.storing import opened, store_option

if TYPE_CHECKING:
    from onrecord.keeping.protocol import Hit

LIMIT = 50


@click.command(cls=Asking)
@click.argument("query", nargs=-1, metavar="QUERY...")
@click.option("--kind", type=click.Choice(["report", "statement", "event"]), metavar="KIND", help="Show reports, statements or events alone.")
@forms
@click.option("--limit", type=click.IntRange(min=1), default=LIMIT, show_default=True, metavar="N", help="Show at most this many.")
@click.option("--after", metavar="CURSOR", help="Go on after the row with this cursor.")
@store_option
def find(
    query: tuple[str, ...], *, kind: str | None, as_json: bool, as_csv: bool, limit: int, after: str | None, store: str | None
) -> int:
    """Find reports, statements and events, newest first.

    QUERY is words, "phrases" and fields, as speaker:"Kim Yong-hyun" act:deny since:2025-03; docs/find.md has them all. With --kind report the reports
    of whatever is found are shown. Nothing found is no failure.
    """
    one_form(as_json=as_json, as_csv=as_csv)
    with opened(store) as there:
        hits = there.find(query_of(query), kind=kind, limit=limit + 1, after=after)
    more, hits = len(hits) > limit, hits[:limit]
    if not hits:
        nothing("nothing found")
    show(hits, as_json=as_json, as_csv=as_csv)
    if more and not as_json and not as_csv:
        click.echo(f"onrecord: there is more: --after {hits[-1].cursor}", err=True)
    return 0


def show(hits: list[Hit], *, as_json: bool, as_csv: bool) -> None:
    """Writes hits in the form that is asked for."""
    if as_json:
        json_lines(hits)
    elif as_csv:
        from onrecord.keeping.protocol import Hit as Row  # noqa: PLC0415  not needed for --help

        csv_rows(Row.__struct_fields__, ({name: getattr(hit, name) for name in Row.__struct_fields__} for hit in hits))
    elif hits:
        from onrecord.cli.terminal.hits import draw  # noqa: PLC0415  rich is needed for pages alone
        from onrecord.cli.terminal.printing import printed  # noqa: PLC0415

        printed(lambda to: draw(hits, to))
