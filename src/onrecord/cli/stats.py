"""`onrecord stats`: what a store holds."""

from __future__ import annotations

import click

from onrecord.cli.rows import json_lines
from onrecord.cli.storing import opened, store_option


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object.")
@store_option
def stats(*, as_json: bool, store: str | None) -> int:
    """Count what the store holds: reports, statements, events, actors, claims, outlets, origins."""
    with opened(store) as there:
        counts, url = there.stats(), there.url
    if as_json:
        json_lines([counts])
        return 0
    click.echo(url)
    for name in counts.__struct_fields__:
        click.echo(f"{name:<12}{getattr(counts, name):>12,}".replace(",", " "))
    return 0
