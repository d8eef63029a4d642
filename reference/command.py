"""The command, from its click commands."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import click

from onrecord.cli.main import onrecord
from reference.markdown import code, page, table

if TYPE_CHECKING:
    from collections.abc import Iterator


def commands() -> Iterator[tuple[str, click.Command, click.Context]]:
    """Every command that does something, by the words one types."""
    top = click.Context(onrecord, info_name="onrecord", **onrecord.context_settings)  # type: ignore[arg-type]
    yield from _below(top, onrecord)


def _below(context: click.Context, group: click.Group) -> Iterator[tuple[str, click.Command, click.Context]]:
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        if found is None or found.hidden:
            continue
        own = click.Context(found, info_name=name, parent=context)
        if isinstance(found, click.Group):
            yield from _below(own, found)
        else:
            yield own.command_path, found, own


def _one(path: str, command: click.Command, context: click.Context) -> str:
    """One command: how it is called, what it does, its options."""
    usage = " ".join([path, *command.collect_usage_pieces(context)])
    options = [parameter for parameter in command.get_params(context) if isinstance(parameter, click.Option)]
    records = [record for option in options if (record := option.get_help_record(context)) is not None]
    rows = [(code(names.replace("\b", "")), means) for names, means in records]
    help_ = inspect.cleandoc(command.help or "").replace("\b\n", "")
    return "\n\n".join(part for part in (f"## {path}", f"    {usage}", help_, table(("option", "meaning"), rows)) if part)


def text() -> str:
    """The page of all commands."""
    lead = "Made from the command itself by `python -m reference`. What the commands print and how they end: [cli.md](../cli.md)."
    return page("Command", lead, *(_one(*each) for each in commands()))
