"""`onrecord backup`, `check` and `compact`: a store as a whole."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.storing import opened, store_option
from onrecord.cli.terminal.words import flat


@click.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@store_option
def backup(file: Path, *, store: str | None) -> int:
    """Write a copy of a store into FILE while it is in use; the copy is a store itself."""
    with opened(store) as there:
        there.backup(file)
    click.echo(f"{file}: {file.stat().st_size:,} bytes")
    return 0


@click.command()
@store_option
def check(*, store: str | None) -> int:
    """Look for what is wrong with a store: the file, the tables, the records and their spans, the counts. Status 1 where something is."""
    with opened(store) as there:
        wrong = there.check()
        for line in wrong:
            click.echo(flat(line))
        if not wrong:
            click.echo(f"nothing is wrong with {there.stats().reports} reports")
    return 1 if wrong else 0


@click.command()
@store_option
def compact(*, store: str | None) -> int:
    """Give the space back that a store no longer needs."""
    with opened(store) as there:
        before, after = there.compact()
    click.echo(f"{before:,} bytes before, {after:,} now")
    return 0
