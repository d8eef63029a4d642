"""`onrecord schema`: the format as JSON Schema."""

from __future__ import annotations

import json

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    from onrecord.record import schema as described  # noqa: PLC0415  not needed for --help

    click.echo(json.dumps(described(), indent=2, ensure_ascii=False))
