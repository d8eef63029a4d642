"""Rows as JSON Lines and as CSV, for every command that lists something."""

from __future__ import annotations

import csv
import io
import sys
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Command = TypeVar("Command", bound="Callable[..., object]")


def forms(command: Command) -> Command:
    """Gives a command the options `--json` and `--csv`."""
    with_csv = click.option("--csv", "as_csv", is_flag=True, help="Write CSV with a header.")(command)
    return click.option("--json", "as_json", is_flag=True, help="Write JSON Lines, one object a line.")(with_csv)


def one_form(*, as_json: bool, as_csv: bool) -> None:
    """Raises click.UsageError where two forms are asked for."""
    if as_json and as_csv:
        message = "--json and --csv are two formats; ask for one"
        raise click.UsageError(message)


def json_lines(rows: Iterable[Any]) -> None:
    """Writes rows (msgspec structs, dicts) as JSON Lines."""
    import msgspec  # noqa: PLC0415  not needed for --help

    for row in rows:
        sys.stdout.buffer.write(msgspec.json.encode(row) + b"\n")
    sys.stdout.buffer.flush()


def csv_rows(columns: tuple[str, ...], rows: Iterable[dict[str, Any]]) -> None:
    """Writes rows as CSV with a header; lists have " | " between their values."""
    from onrecord.exporting.columns import cell  # noqa: PLC0415  not needed for --help

    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([cell(row[column]) for column in columns])
    sys.stdout.buffer.write(buffer.getvalue().encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def nothing(what: str) -> None:
    """Says that nothing was found, which is no failure."""
    click.echo(f"onrecord: {what}", err=True)
