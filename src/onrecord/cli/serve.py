"""`onrecord serve`: the desk over a store, for people and programs."""

from __future__ import annotations

import click

PORT = 8017


@click.command()
@click.option("--store", metavar="URL", help="The store: an SQLAlchemy URL or a path.  [default: your own]")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="The address to serve at; others than loopback need a user.")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, metavar="N", help="The port to serve at; 0 takes a free one.")
@click.option("--demo", is_flag=True, help="Serve the bundled stories from a store that is thrown away at the end.")
def serve(*, store: str | None, host: str, port: int, demo: bool) -> int:
    """Serve the desk: pages for people, an API for programs.

    It ends at Ctrl-C; what was kept stays kept.
    """
    from onrecord.keeping.opening import open_store  # noqa: PLC0415  not needed for --help
    from onrecord.showing.server import serve as run  # noqa: PLC0415
    from onrecord.showing.settings import Settings  # noqa: PLC0415

    with open_store(store) as opened:
        run(opened, Settings(host=host, port=port, demo=demo), ready=lambda address: click.echo(f"The desk is open at {address} (Ctrl-C closes it)"))
    return 0
