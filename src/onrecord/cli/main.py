"""The command and its exit status: 0 all read, 1 some could not be read, 2 wrong usage."""

from __future__ import annotations

import os
import sys

import click

from onrecord import __version__
from onrecord.cli.add import add
from onrecord.cli.claims import claim, claims
from onrecord.cli.export import export
from onrecord.cli.find import find
from onrecord.cli.forget import forget
from onrecord.cli.judge import judge
from onrecord.cli.link import link
from onrecord.cli.read import read
from onrecord.cli.reread import reread
from onrecord.cli.schema import schema
from onrecord.cli.serve import serve
from onrecord.cli.show import show
from onrecord.cli.sources import sources
from onrecord.cli.stats import stats
from onrecord.cli.timeline import timeline
from onrecord.cli.upkeep import backup, check, compact
from onrecord.cli.user import user
from onrecord.errors import OnrecordError

INTERRUPTED = 130


def version_line() -> str:
    """Package, model and codebook in one line."""
    from onrecord.record import CODEBOOK  # noqa: PLC0415  not needed for --help
    from onrecord.understanding.weights import read_manifest  # noqa: PLC0415

    try:
        manifest = read_manifest()
        model = f"{manifest.name} ({manifest.sha256[:12]})"
    except OnrecordError:
        model = "none"
    return f"onrecord {__version__}, model {model}, codebook {CODEBOOK}"


def _print_version(context: click.Context, _parameter: click.Parameter, asked: bool) -> None:  # noqa: FBT001  click's signature
    if asked and not context.resilient_parsing:
        click.echo(version_line())
        context.exit()


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version, help="Print package, model and codebook.")
def onrecord() -> None:
    """Read news reports and write their record: who said what, who did what to whom, and on whose word it stands."""


for verb in (
    read, add, find, show, claims, claim, timeline, sources, stats, judge, export, reread, link, forget, backup, check, compact, schema, serve,
    user,
):  # fmt: skip
    onrecord.add_command(verb)


def main() -> None:
    """Runs the command and ends the process; what goes wrong is a line on stderr, never a traceback."""
    status = run()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            status = status or 1
    os._exit(status)  # threads that are still reading a report are not waited for


def run(arguments: list[str] | None = None) -> int:
    """Runs the command on `arguments` (the process's own by default). Returns the exit status."""
    try:
        result = onrecord.main(arguments, prog_name="onrecord", standalone_mode=False)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("onrecord: interrupted; what was written before is whole", err=True)
        return INTERRUPTED
    except SystemExit:  # click's answer to a pipe that nobody reads from, and to nothing else
        _close_stdout()
        click.echo("onrecord: nobody reads the output any more; stopped", err=True)
        return 1
    except OnrecordError as error:
        click.echo(f"onrecord: {error}", err=True)
        return 1
    return result if isinstance(result, int) else 0


def _close_stdout() -> None:
    """Sends what is left in the buffers nowhere."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return
