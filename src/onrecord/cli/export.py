"""`onrecord export`: what a store holds, in the formats of others."""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.storing import opened, store_option

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType
    from typing import BinaryIO, Self

    from onrecord.exporting.registry import Format
    from onrecord.keeping.store import SqlStore

NAMES = ("jsonl", "csv", "plover", "cameo", "event-report", "statements", "ledger", "corrections")


@click.command()
@click.option("--to", "name", type=click.Choice(NAMES), required=True, metavar="FORMAT", help=f"The format: {', '.join(NAMES)}.")
@click.option("--query", metavar="Q", default="", help="Only what this query finds; of claims for the ledger.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE|DIR", help="Write here; a folder for a format of several tables.")
@click.option("--no-text", is_flag=True, help="Leave out the reports' words: texts, contents, clauses, cues.")
@click.option("--parquet", is_flag=True, help="Write tables as Parquet.")
@click.option("--loss", type=click.Path(path_type=Path), metavar="FILE", help="With cameo: write what is lost, event by event, as JSON Lines.")
@store_option
def export(
    name: str, *, query: str, out: Path | None, no_text: bool, parquet: bool, loss: Path | None, store: str | None
) -> int:
    """Write records, events, statements, claims or judgements in a format that others read.

    The exit status is 0 where all was written, 1 where it could not be, 2 for wrong usage.
    """
    from onrecord.exporting.registry import FORMATS  # noqa: PLC0415  not needed for --help
    from onrecord.exporting.writing import export as write  # noqa: PLC0415
    from onrecord.exporting.writing import refuse  # noqa: PLC0415

    form = FORMATS[name]
    if loss is not None and name != "cameo":
        message = "--loss goes with --to cameo"
        raise click.UsageError(message)
    if query and form.of == "judgements":
        message = f"--query does not go with --to {name}"
        raise click.UsageError(message)
    with opened(store) as there:
        refuse(form, out=out, parquet=parquet)
        with _Losses(loss) as losses:
            subjects = _subjects(there, form, query)
            counts = write(form, losses.watched(subjects) if name == "cameo" else subjects, out=out, text=not no_text, parquet=parquet)
    losses.tell()
    if not any(counts.values()):
        click.echo("onrecord: nothing to export", err=True)
    return 0


def _subjects(store: SqlStore, form: Format, query: str) -> Iterable[Any]:
    """What the format is made of."""
    from onrecord.cli import selecting  # noqa: PLC0415  not needed for --help
    from onrecord.exporting.corrections import judged  # noqa: PLC0415

    if form.of == "records":
        return selecting.chosen(store, query)
    if form.of == "claims":
        return selecting.claims(store, query)
    return judged(store.judgements(), store.record)


class _Losses:
    """What a CAMEO export does not say: counted, and written one by one into the file `to`, where one is given."""

    def __init__(self, to: Path | None) -> None:
        self._to = to
        self._file: BinaryIO | None = None
        self._stack = ExitStack()
        self._counts: Counter[tuple[bool, str]] = Counter()

    def __enter__(self) -> Self:
        from onrecord.exporting.writing import opened_file  # noqa: PLC0415  not needed for --help

        self._file = self._stack.enter_context(opened_file(self._to)) if self._to is not None else None
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stack.__exit__(kind, error, trace)

    def watched(self, subjects: Iterable[Any]) -> Iterator[Any]:
        """The same records, their losses counted on the way."""
        import msgspec  # noqa: PLC0415  not needed for --help

        from onrecord.exporting.cameo import losses  # noqa: PLC0415

        for subject in subjects:
            for loss in losses(subject):
                self._counts[loss.left_out, loss.reason] += 1
                if self._file is not None:
                    self._file.write(msgspec.json.encode(loss) + b"\n")
            yield subject

    def tell(self) -> None:
        """Says on stderr how many events have no row, or a row that says less, and for what reasons."""
        for left_out, head in ((True, "events without a row"), (False, "events whose row says less")):
            counted = sorted((-n, reason) for (out, reason), n in self._counts.items() if out == left_out)
            if counted:
                click.echo(f"onrecord: {head}: {', '.join(f'{-n} {reason}' for n, reason in counted)}", err=True)
