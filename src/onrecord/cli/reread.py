"""`onrecord reread`: reports of a store read again, from the bytes that it keeps."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.read import MAX_BYTES
from onrecord.cli.storing import opened, store_option
from onrecord.cli.terminal.words import flat
from onrecord.errors import ReadingError, UnknownError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.keeping.protocol import Change, Filed, Store
    from onrecord.pipeline import Reader
    from onrecord.record import Record

_LONG = 70


@click.command()
@click.argument("reports", nargs=-1, metavar="[ID]...")
@click.option("--diff", is_flag=True, help="Show what changed, item by item.")
@click.option("--dry-run", is_flag=True, help="Change nothing; only say what would change.")
@store_option
def reread(reports: tuple[str, ...], *, diff: bool, dry_run: bool, store: str | None) -> int:
    """Read reports of a store again with the model that is installed; without an ID, all that another model has read.

    Items that are still there keep their claims and what people have judged of them; judgements whose item is gone are kept and told of.

    The exit status is 0 where all were read, 1 where some could not be (each is named on stderr with the reason), 2 for wrong usage.
    """
    failed = 0
    counts: dict[str, int] = {}
    with opened(store) as there:
        again = _Again(diff=diff, keep=not dry_run)
        for record in _chosen(there, reports):
            try:
                changes = again.read(there, record)
            except (ReadingError, UnknownError) as error:
                failed += 1
                click.echo(f"onrecord: {record.report.id[:12]}: {flat(str(error))}", err=True)
                continue
            counts["read again"] = counts.get("read again", 0) + 1
            for change in changes:
                counts[change.what] = counts.get(change.what, 0) + 1
    click.echo(", ".join(f"{what} {counts.get(what, 0)}" for what in ("read again", "new", "changed", "moved", "gone", "orphaned")))
    return 1 if failed else 0


class _Again:
    """Reads what a store has; the model is loaded with the first report."""

    def __init__(self, *, diff: bool, keep: bool) -> None:
        self._diff, self._keep = diff, keep
        self._reader: Reader | None = None

    def read(self, store: Store, record: Record) -> list[Change]:
        """Puts a new reading in the place of a report's old one, and shows what that changed."""
        changes = store.reread(self._filed(store, record), keep=self._keep)
        if self._diff:
            for change in changes:
                click.echo(f"{record.report.id[:12]} {_line(change)}")
        return changes

    def _filed(self, store: Store, record: Record) -> Filed:
        from msgspec.structs import replace  # noqa: PLC0415  not needed for --help

        from onrecord.pipeline import Reader  # noqa: PLC0415  heavy

        if self._reader is None:
            warnings.simplefilter("ignore")  # a report in another language was told of when it was added
            self._reader = Reader()
        data = store.original(record.report.id)
        told = {name: record.made_by.options.get(name) for name in ("published", "publisher", "timezone")}
        source = _Kept(data, record.report.origin.location)
        filed = self._reader.file(source, max_bytes=max(MAX_BYTES, len(data)), **told)
        origin = replace(filed.record.report.origin, retrieved=record.report.origin.retrieved)
        return replace(filed, record=replace(filed.record, report=replace(filed.record.report, origin=origin)))


class _Kept(io.BytesIO):
    """Bytes of a store, under the name of the place they came from."""

    def __init__(self, data: bytes, name: str | None) -> None:
        super().__init__(data)
        self.name = name


def _chosen(store: Store, reports: tuple[str, ...]) -> Iterator[Record]:
    """The reports that are named, else all that were not read by the model that is installed."""
    from onrecord.understanding.weights import read_manifest  # noqa: PLC0415  not needed for --help

    if reports:
        yield from (store.record(report) for report in reports)
        return
    ours = read_manifest().sha256
    for _, record in store.records():
        model = record.made_by.model
        if model is None or model.sha256 != ours:
            yield record


def _line(change: Change) -> str:
    """A change in one line."""
    fields = "; ".join(f"{name}: {_value(old)} → {_value(new)}" for name, (old, new) in change.fields.items() if name != "words")
    return flat(f"{change.what} {change.kind} “{_short(change.words)}”{f': {fields}' if fields else ''}")


def _value(value: Any) -> str:  # noqa: ANN401  a field of an item
    if value is None or value == []:
        return "nothing"
    return ", ".join(_short(str(each)) for each in value) if isinstance(value, list) else _short(str(value))


def _short(words: str) -> str:
    return words if len(words) <= _LONG else f"{words[: _LONG - 1]}…"
