"""A file to a list: what it is is told by its content, and what is wrong with it is one line that says where."""

from __future__ import annotations

import hashlib
import os
from pathlib import PurePath

from onrecord.errors import ListError, MissingError, TooLargeError
from onrecord.listing import consolidated, table
from onrecord.listing.entries import Entry, Listing
from onrecord.opening import is_web, open_source

MAX_BYTES = 200_000_000
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def read_list(path: str | os.PathLike[str]) -> Listing:
    """The list in a file: the consolidated list of the UN (XML), or a CSV with a column "name". Raises ListError, which names the file."""
    told = os.fsdecode(path)
    try:
        data = _opened(path)
        found = _entries(data)
    except (ListError, MissingError, TooLargeError) as error:
        message = f"{told}: {error}"
        raise ListError(message) from None
    return Listing(PurePath(told).name, hashlib.sha256(data).hexdigest(), found)


def _entries(data: bytes) -> list[Entry]:
    found = consolidated.entries(data) if _is_xml(data) else table.entries(data)
    if not found:
        message = "there are no entries in it"
        raise ListError(message)
    return found


def _opened(path: str | os.PathLike[str]) -> bytes:
    if is_web(path):
        message = "a list must be a file; fetch it first"
        raise ListError(message)
    data = open_source(path, max_bytes=MAX_BYTES).data
    if not data.strip():
        message = "the file is empty"
        raise ListError(message)
    if data.startswith(_MARKS[1:]) and not _is_xml(data):
        message = "line 1: it is UTF-16; a CSV must be UTF-8"
        raise ListError(message)
    start = data[:1000].lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")):
        message = "it is a web page, not a list"
        raise ListError(message)
    return data


def _is_xml(data: bytes) -> bool:
    bare = data[:1000].replace(b"\0", b"")
    for mark in _MARKS:
        bare = bare.removeprefix(mark)
    return bare.lstrip().startswith(b"<")
