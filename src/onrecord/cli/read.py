"""`onrecord read`: reports in, records out."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from onrecord.cli.inputs import Inputs
    from onrecord.facts.custom import Own
    from onrecord.listing import Lists

MAX_BYTES = 10_000_000


@click.command(no_args_is_help=False)
@click.argument("sources", nargs=-1, required=True, metavar="PATH|URL|-...")
@click.option("--json", "as_json", is_flag=True, help="Write JSON Lines on stdout, one record a line.")
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="Write one file a report into DIR, and nothing on stdout.")
@click.option("--why", is_flag=True, help="Show why each decision was made.")
@click.option("--no-text", is_flag=True, help="Leave out the report's text and the texts of spans.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Read N reports at a time.  [default: the number of processors, at most 4]")
@click.option("--conllu", is_flag=True, help="Write CoNLL-U instead of records: sentences, words, parts of speech, dependencies, names.")
@click.option("--list", "lists", multiple=True, metavar="FILE", help="Mark actors whose names are like one on a list; may be given several times.")
@click.option("--ontology", metavar="FILE", help="Code events by the types of this file too.")
@click.option("--published", metavar="DATE", help="When the reports were published, ISO 8601, as 2021-03-05 or 2021-03-05T09:30+01:00.")
@click.option("--publisher", metavar="NAME", help="Who published the reports.")
@click.option("--timezone", metavar="ZONE", help="The outlet's time zone, an IANA name, as Europe/Oslo.")
@click.option("--max-bytes", type=click.IntRange(min=1), default=MAX_BYTES, show_default=True, metavar="N", help="Refuse reports larger than this.")
def read(  # noqa: PLR0913  one argument an option
    sources: tuple[str, ...], *, as_json: bool, out: Path | None, why: bool, no_text: bool, jobs: int | None, conllu: bool, lists: tuple[str, ...],
    ontology: str | None, max_bytes: int,
    **told: Any,  # noqa: ANN401  options of ReadingOptions
) -> int:  # fmt: skip
    """Read reports and show their records.

    Reports are files, the files of folders, web addresses, or "-" for standard input; whether one is text or a web page is told by its content.

    The exit status is 0 where all were read, 1 where some could not be (each is named on stderr with the reason), 2 for wrong usage.
    """
    if as_json and conllu:
        message = "--json and --conllu are two formats; ask for one"
        raise click.UsageError(message)
    if conllu and (why or no_text):
        message = "--conllu has neither reasons nor a form without text; leave out --why and --no-text"
        raise click.UsageError(message)
    if conllu and lists:
        message = "--conllu has no actors; leave out --list"
        raise click.UsageError(message)
    if conllu and ontology is not None:
        message = "--conllu has no events; leave out --ontology"
        raise click.UsageError(message)
    from onrecord.cli.inputs import gather  # noqa: PLC0415  not needed for --help
    from onrecord.cli.run import Run  # noqa: PLC0415
    from onrecord.cli.sinks import sink_for  # noqa: PLC0415
    from onrecord.errors import UsageError, WritingError  # noqa: PLC0415
    from onrecord.reading.options import ReadingOptions  # noqa: PLC0415

    try:
        sink = sink_for(out=out, as_json=as_json, conllu=conllu, why=why, text=not no_text)
        ReadingOptions(**told)
        listed, own = _listed(lists), _opened(ontology)
    except (UsageError, WritingError) as error:
        raise click.UsageError(str(error)) from None
    inputs: Inputs = gather(sources)
    return Run(inputs, sink, jobs=jobs or min(4, os.cpu_count() or 1), max_bytes=max_bytes, told=told, conllu=conllu, lists=listed, own=own).go()


def _opened(file: str | None) -> Own | None:
    """The ontology, read before any report is. Raises OntologyError."""
    if file is None:
        return None
    from onrecord.facts.custom import load  # noqa: PLC0415  needed with --ontology alone

    return load(file)


def _listed(files: tuple[str, ...]) -> Lists | None:
    """The lists, read before any report is. Raises ListError."""
    if not files:
        return None
    from onrecord.listing import Lists  # noqa: PLC0415  needed with --list alone

    return Lists(files)
