"""The option `--store`, and the store that it names, opened for one run of a command."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.keeping.store import SqlStore

Command = TypeVar("Command", bound="Callable[..., object]")


def store_option(command: Command) -> Command:
    """Gives a command the option `--store`."""
    return click.option("--store", metavar="URL", help="The store: a path, or the URL of a database; by default your own.")(command)


@contextmanager
def opened(store: str | None, *, create: bool = False) -> Iterator[SqlStore]:
    """The store, which must be there unless it is to be made; what cannot be meant, queries included, ends the command with status 2."""
    from onrecord.errors import UsageError  # noqa: PLC0415  not needed for --help
    from onrecord.keeping.opening import open_store  # noqa: PLC0415

    try:
        with open_store(store, create=create) as there:
            yield there
    except UsageError as error:
        raise click.UsageError(str(error)) from None
