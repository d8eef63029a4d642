"""`onrecord link`: what was added without linking is tied to what others say."""

from __future__ import annotations

import click

from onrecord.cli.storing import opened, store_option


@click.command()
@store_option
def link(*, store: str | None) -> int:
    """Link what was added with --no-link, report by report; a run that was interrupted goes on where it stopped."""
    with opened(store) as there:
        done = sum(1 for _ in there.link())
    click.echo(f"linked {done}")
    return 0
