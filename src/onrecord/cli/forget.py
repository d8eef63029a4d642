"""`onrecord forget`: a report out of a store, for real."""

from __future__ import annotations

import sys

import click

from onrecord.cli.storing import opened, store_option


@click.command()
@click.argument("reports", nargs=-1, required=True, metavar="ID...")
@click.option("--who", metavar="NAME", help="Who has it removed, for the log.")
@click.option("--yes", is_flag=True, help="Do not ask; on a terminal it is asked otherwise.")
@store_option
def forget(reports: tuple[str, ...], *, who: str | None, yes: bool, store: str | None) -> int:
    """Remove reports from a store for real: bytes, record, items, and what people judged of them. The log keeps that it was done."""
    with opened(store) as there:
        for report in reports:
            record = there.record(report).report
            title = record.title.value if record.title is not None else "without a title"
            if not yes and sys.stdin.isatty() and not click.confirm(f"Remove {record.id[:12]} ({title})?"):
                continue
            there.forget(record.id, who=who)
            click.echo(f"{record.id[:12]} is removed")
    return 0
