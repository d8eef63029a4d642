"""`onrecord user`: who may use a desk that others can reach."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.keeping.database import Database

ROLES = ("reader", "reviewer", "admin")
_store = click.option("--store", metavar="URL", help="The store: an SQLAlchemy URL or a path.  [default: your own]")


@click.group()
def user() -> None:
    """Say who may use the desk: readers look, reviewers judge and keep reports too, admins also see who did what."""


@user.command()
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), default="reader", show_default=True, help="What they may do.")
@_store
def add(*, name: str, role: str, store: str | None) -> None:
    """Add a user; the password is asked for, or read from standard input in a pipe."""
    from onrecord.showing.accounts import users  # noqa: PLC0415  not needed for --help

    if sys.stdin.isatty():
        password = click.prompt(f"Password for {name}", hide_input=True, confirmation_prompt=True)
    else:
        password = sys.stdin.readline().rstrip("\r\n")
    _with(store, lambda database: users.add(database, name, role, password), create=True)
    click.echo(f"{name} may use the desk as {role}")


@user.command(name="list")
@_store
def list_users(*, store: str | None) -> None:
    """List all users: name, role, when they were added, how many tokens they have."""
    from onrecord.showing.accounts import users  # noqa: PLC0415

    def show(database: Database) -> None:
        for one in users.listed(database):
            click.echo(f"{one.name}\t{one.role}\t{one.created}\t{one.tokens}")

    _with(store, show)


@user.command()
@click.argument("name")
@_store
def remove(*, name: str, store: str | None) -> None:
    """Remove a user; sessions and tokens end at once."""
    from onrecord.showing.accounts import users  # noqa: PLC0415

    _with(store, lambda database: users.remove(database, name))
    click.echo(f"{name} is removed")


@user.command()
@click.argument("name")
@click.option("--revoke", is_flag=True, help="Make all tokens of this user worthless instead.")
@_store
def token(*, name: str, revoke: bool, store: str | None) -> None:
    """Make a token for the API; it is shown once and kept as a hash."""
    from onrecord.showing.accounts import sessions  # noqa: PLC0415

    if revoke:
        _with(store, lambda database: click.echo(f"{sessions.revoke_tokens(database, name)} tokens revoked"))
    else:
        _with(store, lambda database: click.echo(sessions.new_token(database, name)))


def _with(store: str | None, do: Callable[[Database], None], *, create: bool = False) -> None:
    from onrecord.keeping.opening import open_store  # noqa: PLC0415

    with open_store(store, create=create) as opened:
        do(opened.database)
