"""`onrecord serve`: the desk over a store, for people and programs."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

import click

from onrecord.cli.storing import opened, store_option

if TYPE_CHECKING:
    from onrecord.keeping.store import SqlStore

PORT = 8017


@click.command()
@store_option
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="The address to serve at; others than loopback need a user.")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, metavar="N", help="The port to serve at; 0 takes a free one.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="A name the desk also goes by; may be given several times.")
@click.option("--https", is_flag=True, help="People come to it over https, through a proxy on this machine.")
@click.option("--no-fetch", is_flag=True, help="Fetch no web addresses that people give to be read.")
@click.option("--demo", is_flag=True, help="Serve two bundled stories from a store that is thrown away at the end.")
def serve(*, store: str | None, host: str, port: int, names: tuple[str, ...], https: bool, no_fetch: bool, demo: bool) -> int:
    """Serve the desk: pages for people, an API for programs.

    It ends at Ctrl-C; what was kept stays kept.
    """
    if demo and store is not None:
        message = "--demo brings its own store; leave out --store"
        raise click.UsageError(message)
    from onrecord.showing import demo as stories  # noqa: PLC0415  not needed for --help
    from onrecord.showing.server import serve as run  # noqa: PLC0415
    from onrecord.showing.settings import Settings  # noqa: PLC0415
    from onrecord.showing.stopping import stoppable  # noqa: PLC0415

    told = Settings(host=host, port=port, hosts=names, https=https, demo=demo, fetches=not no_fetch)
    with ExitStack() as held:
        held.enter_context(stoppable())
        path = str(held.enter_context(stories.folder()) / "demo.sqlite") if demo else store
        there = held.enter_context(opened(path, create=True))
        if demo:
            _fill(there)
        run(there, told, ready=lambda address: click.echo(f"The desk is open at {address} (Ctrl-C closes it)"))
    click.echo("The desk is closed.", err=True)
    return 0


def _fill(store: SqlStore) -> None:
    """Reads the bundled stories, and says how far it is where somebody looks."""
    from onrecord.showing.demo import fill  # noqa: PLC0415

    shown = sys.stderr.isatty()

    def tell(done: int, of: int) -> None:
        if shown:
            click.echo(f"\rreading the bundled stories: {done} of {of}", nl=done == of, err=True)
        elif done == 0:
            click.echo(f"reading the {of} reports of the bundled stories", err=True)

    fill(store, tell=tell)
