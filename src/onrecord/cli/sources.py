"""`onrecord sources`: who is quoted."""

from __future__ import annotations

import click

from onrecord.cli.asking import Asking, query_of
from onrecord.cli.rows import csv_rows, forms, json_lines, nothing, one_form
from onrecord.cli.storing import opened, store_option


@click.command(cls=Asking)
@click.argument("query", nargs=-1, metavar="[QUERY]...")
@forms
@store_option
def sources(query: tuple[str, ...], *, as_json: bool, as_csv: bool, store: str | None) -> int:
    """Count who is quoted: how often, in which capacity, by which outlets, with which acts; and what share is of nobody named.

    With a QUERY the statements that it finds are counted, as outlet:Northwire since:2025.
    """
    one_form(as_json=as_json, as_csv=as_csv)
    from onrecord.cli.selecting import chosen  # noqa: PLC0415  not needed for --help
    from onrecord.exporting.sources import SOURCES  # noqa: PLC0415
    from onrecord.exporting.sources import sources as counted  # noqa: PLC0415

    with opened(store) as there:
        asked = query_of(query)
        rows = counted(chosen(there, f"kind:statement ({asked})" if asked.strip() else ""))
    if not rows:
        nothing("no statements found")
    if as_json:
        json_lines(rows)
    elif as_csv:
        csv_rows(tuple(column.name for column in SOURCES), rows)
    elif rows:
        from onrecord.cli.terminal.printing import printed  # noqa: PLC0415
        from onrecord.cli.terminal.quoted import table  # noqa: PLC0415  rich is needed for pages alone

        printed(lambda to: to.print(table(rows, to.width)))
    return 0
