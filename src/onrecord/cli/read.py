"""`onrecord read`: reports in, records out."""

from __future__ import annotations

import sys

import click


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="PATH|URL|-...")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines on stdout, one record a line.")
def read(sources: tuple[str, ...], as_json: bool) -> int:
    """Read reports and print their records."""
    from onrecord.pipeline import Failure, Reader  # noqa: PLC0415

    status = 0
    for outcome in Reader().records(sources):
        if isinstance(outcome, Failure):
            click.echo(f"onrecord: {outcome.path}: {outcome.message}", err=True)
            status = 1
        else:
            sys.stdout.buffer.write(outcome.to_json() + b"\n")
    return status
