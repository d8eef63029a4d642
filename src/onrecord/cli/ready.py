"""Records that were read before: files of `onrecord read --json` and `--out`, told by how they begin, line by line ready to be kept."""

from __future__ import annotations

import hashlib
import io
from contextlib import closing
from typing import IO, TYPE_CHECKING, cast

from onrecord.cli.inputs import OWN, Input
from onrecord.opening import is_web

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.keeping.protocol import Filed
    from onrecord.record import Record


def is_records(report: Input) -> bool:
    """Whether an input is a file of records; of a stream, nothing is taken by looking."""
    source = report.source
    if isinstance(source, str):
        if is_web(source):
            return False
        try:
            with open(source, "rb") as opened:  # noqa: PTH123  a path with a null byte is no file, and no fault
                return opened.read(len(OWN)) == OWN
        except (OSError, ValueError):
            return False  # reading it says what is wrong
    return isinstance(source, io.BufferedReader) and source.peek(len(OWN))[: len(OWN)] == OWN


def lines(report: Input, fail: Callable[[str, str], None]) -> Iterator[Filed]:
    """The records of a file, each with its bytes where they are at hand; a line that is none is told to `fail` with its number."""
    import msgspec  # noqa: PLC0415  not needed for --help

    from onrecord.corroborating.signature import signature  # noqa: PLC0415
    from onrecord.keeping.checking import unsound  # noqa: PLC0415
    from onrecord.keeping.protocol import Filed  # noqa: PLC0415
    from onrecord.record import Record  # noqa: PLC0415

    with closing(_opened(report)) as opened:
        for number, line in enumerate(opened, 1):
            if not line.strip():
                continue
            try:
                record = Record.from_json(line)
            except msgspec.MsgspecError as error:
                fail(f"{report.name}, line {number}", f"it is no record that can be kept: {error}")
                continue
            wrong = _wrong(record) or unsound(record)
            if wrong is not None:
                fail(f"{report.name}, line {number}", wrong)
                continue
            yield Filed(record, _bytes(record), signature(record.report.text, record.report.blocks), {})


def _opened(report: Input) -> IO[bytes]:
    if isinstance(report.source, str):
        return open(report.source, "rb")  # noqa: PTH123  closed by the caller
    return cast("IO[bytes]", report.source)


def _wrong(record: Record) -> str | None:
    """What is wrong with the report of a record, in words; null where nothing is."""
    if hashlib.sha256(record.report.text.encode()).hexdigest() != record.report.text_sha256:
        return "its text is not the one it was read in"
    return None


def _bytes(record: Record) -> bytes | None:
    """The bytes that a record was read from: those of its text where they are the same, else of the file that it names, if they still are."""
    wanted, location = record.report.origin.sha256, record.report.origin.location
    data = record.report.text.encode()
    if hashlib.sha256(data).hexdigest() == wanted:
        return data
    if location is None or is_web(location):
        return None
    try:
        with open(location, "rb") as opened:  # noqa: PTH123
            data = opened.read()
    except (OSError, ValueError):
        return None
    return data if hashlib.sha256(data).hexdigest() == wanted else None
