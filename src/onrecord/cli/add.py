"""`onrecord add`: reports and records into a store."""

from __future__ import annotations

import os
from typing import Any

import click

from onrecord.cli.read import MAX_BYTES
from onrecord.cli.storing import opened, store_option


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="PATH|URL|-...")
@click.option("--no-link", is_flag=True, help="Do not tie what the reports say to what others say; `onrecord link` does it later.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Read N reports at a time.  [default: the number of processors, at most 4]")
@click.option("--published", metavar="DATE", help="When the reports were published, ISO 8601, as 2021-03-05 or 2021-03-05T09:30+01:00.")
@click.option("--publisher", metavar="NAME", help="Who published the reports.")
@click.option("--timezone", metavar="ZONE", help="The outlet's time zone, an IANA name, as Europe/Oslo.")
@click.option("--max-bytes", type=click.IntRange(min=1), default=MAX_BYTES, show_default=True, metavar="N", help="Refuse reports larger than this.")
@store_option
def add(
    sources: tuple[str, ...], *, no_link: bool, jobs: int | None, max_bytes: int, store: str | None,
    **told: Any,  # noqa: ANN401  options of ReadingOptions
) -> int:  # fmt: skip
    """Read reports and keep them, their bytes and their records in a store.

    Reports are given as for `onrecord read`; a file of records that it wrote is taken as it is. What the store has already is not read again, so
    a run that was interrupted goes on where it stopped.

    The exit status is 0 where all are in the store, 1 where some could not be read or kept (each is named on stderr with the reason), 2 for wrong
    usage.
    """
    from onrecord.cli.adding import Adding  # noqa: PLC0415  not needed for --help
    from onrecord.cli.inputs import gather  # noqa: PLC0415
    from onrecord.errors import UsageError  # noqa: PLC0415
    from onrecord.reading.options import ReadingOptions  # noqa: PLC0415

    try:
        ReadingOptions(**told)
    except UsageError as error:
        raise click.UsageError(str(error)) from None
    inputs = gather(sources, records=True)
    with opened(store, create=True) as there:
        return Adding(there, inputs, link=not no_link, jobs=jobs or min(4, os.cpu_count() or 1), max_bytes=max_bytes, told=told).go()
