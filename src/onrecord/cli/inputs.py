"""What the arguments of `onrecord read` and `onrecord add` name: files, the files of folders, web addresses, standard input."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.opening import is_web

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.opening import Source

OWN = b'{"format":"onrecord/'
"""How a file of records begins."""
_RECORDS = "records"

_DATA = (".csv", ".tsv", ".toml", ".yaml", ".yml", ".ini", ".sqlite", ".parquet")  # in a folder of reports they are no reports


@dataclass(frozen=True)
class Input:
    """One report to be read: `name` is what messages call it, `folder` the argument in which it was found, `size` its bytes where known."""

    source: Source
    name: str
    folder: str | None = None
    size: int = 0


@dataclass
class Inputs:
    """The reports in order, why some things in folders are left out (counted), and the arguments that name nothing."""

    reports: list[Input] = field(default_factory=list)
    skipped: dict[str, int] = field(default_factory=dict)
    unreadable: list[tuple[str, str]] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)

    def skip(self, reason: str) -> None:
        """Counts something that is left out."""
        self.skipped[reason] = self.skipped.get(reason, 0) + 1


def gather(arguments: tuple[str, ...], *, records: bool = False) -> Inputs:
    """The reports that the arguments name, folders walked in sorted order; nothing is read yet. Files of records in folders count where `records`."""
    found = Inputs()
    for argument in arguments:
        if argument == "-":
            found.reports.append(Input(sys.stdin.buffer, "standard input"))
        elif is_web(argument):
            found.reports.append(Input(argument, argument))
        elif os.path.isdir(argument):  # noqa: PTH112  a path with a null byte is no folder, and no error
            found.folders.append(argument)
            found.reports += _walk(argument, found, records=records)
        else:
            found.reports.append(Input(argument, argument, size=_size(argument)))
    return found


def _walk(folder: str, found: Inputs, *, records: bool) -> Iterator[Input]:
    def refused(error: OSError) -> None:
        found.unreadable.append((str(error.filename), (error.strerror or str(error)).lower()))

    for top, folders, files in os.walk(folder, onerror=refused):
        for name in [name for name in folders if name.startswith(".")]:
            folders.remove(name)
            found.skip("hidden")
        folders.sort()
        for name in sorted(files):
            path = os.path.join(top, name)  # noqa: PTH118  the path as the user began it: "./a" stays "./a"
            reason = _why_not(name, path)
            if reason is not None and not (records and reason == _RECORDS):
                found.skip(reason)
            else:
                yield Input(path, path, folder, _size(path))


def _why_not(name: str, path: str) -> str | None:
    """Why a file in a folder is no report at all; null where it may be one."""
    if name.startswith("."):
        return "hidden"
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116
            return "not regular files"
        if name.endswith((".json", ".jsonl")):
            with open(path, "rb") as opened:  # noqa: PTH123
                return _RECORDS if opened.read(len(OWN)) == OWN else "data"
        if name.endswith(_DATA):
            return "data"
    except OSError:
        return None  # reading it will say what is wrong
    return None


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)  # noqa: PTH202
    except (OSError, ValueError):
        return 0
