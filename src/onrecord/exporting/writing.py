"""Exports as they are written, row by row, in constant memory: CSV and JSON Lines, each file whole or not at all; Parquet by way of DuckDB."""

from __future__ import annotations

import contextlib
import csv
import io
import os
import sys
from typing import TYPE_CHECKING, Any

from onrecord.errors import UsageError, WritingError
from onrecord.exporting.columns import cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import BinaryIO

    from onrecord.exporting.columns import Column, Table
    from onrecord.exporting.registry import Format

_TYPES = {"text": "VARCHAR", "list": "VARCHAR", "whole": "BIGINT", "number": "DOUBLE", "flag": "BOOLEAN"}


def export(form: Format, subjects: Iterable[Any], *, out: Path | None, text: bool = True, parquet: bool = False) -> dict[str, int]:
    """Writes subjects in a format to `out`: a file, a folder for a format of several tables, stdout where it is null. Gives the rows of each file.

    Raises UsageError where that cannot be (several tables without a folder, Parquet of lines, DuckDB missing) and WritingError.
    """
    refuse(form, out=out, parquet=parquet)
    with contextlib.ExitStack() as stack:
        if form.lines is not None:
            file = stack.enter_context(opened_file(out))
            return {form.name: sum(_put(file, line + b"\n") for subject in subjects for line in form.lines(subject, text=text))}
        places = [(table, _place(form, table, out, parquet=parquet)) for table in form.tables]
        sheets = [stack.enter_context(_sheet(form, table, place, text=text, parquet=parquet)) for table, place in places]
        for subject in subjects:
            for sheet in sheets:
                sheet.put(subject)
    return {sheet.table.name: sheet.count for sheet in sheets}


def refuse(form: Format, *, out: Path | None, parquet: bool) -> None:
    """Raises UsageError where a format cannot be written so."""
    if parquet and form.lines is not None:
        message = f"{form.name} is lines of JSON and has no columns; --parquet goes with {_tabular()}"
        raise UsageError(message)
    if parquet and out is None:
        message = "Parquet is no text; name a file with --out"
        raise UsageError(message)
    if len(form.tables) > 1 and out is None:
        message = f"{form.name} is {len(form.tables)} tables; name a folder for them with --out"
        raise UsageError(message)
    if parquet:
        _duckdb()


def _tabular() -> str:
    from onrecord.exporting.registry import FORMATS  # noqa: PLC0415  the registry knows this module's types

    return ", ".join(form.name for form in FORMATS.values() if form.tables)


def _place(form: Format, table: Table, out: Path | None, *, parquet: bool) -> Path | None:
    """The file of a table."""
    if out is None or len(form.tables) == 1:
        return out
    return out / f"{table.name}{'.parquet' if parquet else form.suffix}"


class _Sheet:
    """A table that is being written."""

    def __init__(self, table: Table, file: BinaryIO, delimiter: str, *, text: bool) -> None:
        self.table, self.count, self._text = table, 0, text
        self._file, self._buffer = file, io.StringIO()
        self._writer = csv.writer(self._buffer, delimiter=delimiter, lineterminator="\n")
        self._line([column.name for column in table.shown(text=text)])

    def put(self, subject: Any) -> None:  # noqa: ANN401  a record, a claim, a judgement
        for values in self.table.lines(subject, text=self._text):
            self._line([cell(value) for value in values])
            self.count += 1

    def _line(self, cells: list[str]) -> None:
        self._writer.writerow(cells)
        _put(self._file, self._buffer.getvalue().encode("utf-8", "replace"))
        self._buffer.seek(0)
        self._buffer.truncate()


@contextlib.contextmanager
def _sheet(form: Format, table: Table, to: Path | None, *, text: bool, parquet: bool) -> Iterator[_Sheet]:
    if not parquet or to is None:
        with opened_file(to) as file:
            yield _Sheet(table, file, form.delimiter, text=text)
        return
    beside = to.with_name(f".onrecord-{os.getpid()}-{table.name}.csv")
    try:
        with opened_file(beside) as file:
            yield _Sheet(table, file, ",", text=text)
        _to_parquet(beside, to, table.shown(text=text))
    finally:
        beside.unlink(missing_ok=True)


@contextlib.contextmanager
def opened_file(to: Path | None) -> Iterator[BinaryIO]:
    """A file that comes to be when all is written, or stdout. Raises WritingError."""
    if to is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    beside = to.with_name(f".onrecord-{os.getpid()}-{to.name}.part")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            yield file
        beside.replace(to)
    except OSError as error:
        message = f"{to}: it cannot be written: {(error.strerror or str(error)).lower()}"
        raise WritingError(message) from None
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def _put(file: BinaryIO, data: bytes) -> int:
    """Writes bytes; one more is written."""
    file.write(data)
    return 1


def _to_parquet(source: Path, to: Path, shown: tuple[Column, ...]) -> None:
    """A CSV file as Parquet, its columns in their types. Raises WritingError."""
    duckdb = _duckdb()
    types = ", ".join(f"'{column.name}': '{_TYPES[column.kind]}'" for column in shown)
    read = f"read_csv({_literal(source)}, header=true, delim=',', quote='\"', escape='\"', nullstr='', all_varchar=false, columns={{{types}}})"
    try:
        with duckdb.connect() as connection:
            connection.execute(f"COPY (SELECT * FROM {read}) TO {_literal(to)} (FORMAT parquet, COMPRESSION zstd)")  # noqa: S608  own names
    except duckdb.Error as error:
        message = f"{to}: it cannot be written: {error}"
        raise WritingError(message) from None


def _literal(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def _duckdb() -> Any:  # noqa: ANN401  a module
    try:
        import duckdb  # noqa: PLC0415  an extra
    except ModuleNotFoundError:
        message = "Parquet needs the extra: pip install 'onrecord[parquet]'"
        raise UsageError(message) from None
    return duckdb
