"""A CSV of names and aliases to entries."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from onrecord.errors import ListError
from onrecord.facts import states
from onrecord.listing.entries import Called, Entry

if TYPE_CHECKING:
    from onrecord.listing.entries import EntryKind

COLUMNS = ("name", "id", "kind", "aliases", "country")
KINDS: dict[str, EntryKind | None] = {
    "": None, "person": "person", "individual": "person", "entity": "entity", "organization": "entity", "organisation": "entity", "company": "entity",
    "government": "entity", "armed_group": "entity", "outlet": "entity",
}  # fmt: skip
_CODE = re.compile(r"[A-Za-z]{3}")


def entries(data: bytes) -> list[Entry]:
    """One entry a row that has a name. Raises ListError, which says the line, where the table cannot be meant."""
    text = _decoded(data)
    header = text.split("\n", 1)[0]
    delimiter = next((mark for mark in ",;\t" if mark in header), ",")
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        columns = [(column or "").strip().lower() for column in reader.fieldnames or []]
        if "name" not in columns:
            has = ", ".join(column for column in columns if column)[:80] or "nothing"
            message = f'line 1: there is no column "name"; the header has {has}'
            raise ListError(message)
        reader.fieldnames = columns
        found = [_entry(row, reader.line_num) for row in reader]
    except csv.Error as error:
        message = f"line {reader.reader.line_num}: the CSV is malformed: {error}"
        raise ListError(message) from None
    return [entry for entry in found if entry is not None]


def _decoded(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"line {line}: it is not UTF-8 (byte 0x{data[error.start]:02x})"
        raise ListError(message) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        message = f"line {line}: there are null bytes; it is no table"
        raise ListError(message)
    return text


def _entry(row: dict[str | None, str | list[str] | None], line: int) -> Entry | None:
    if row.get(None):
        message = f"line {line}: there are more fields than the header has; put a name with a comma between quotation marks"
        raise ListError(message)
    told = {str(column): " ".join(value.split()) for column, value in row.items() if isinstance(value, str)}
    if not any(told.values()):
        return None
    if not told["name"]:
        message = f"line {line}: the name is empty"
        raise ListError(message)
    kind = told.get("kind", "").lower().replace(" ", "_")
    if kind not in KINDS:
        message = f"line {line}: the kind must be one of {', '.join(filter(None, KINDS))}, or empty, not {told['kind']!r}"
        raise ListError(message)
    aliases = [" ".join(alias.split()) for alias in re.split(r"[;|]", told.get("aliases", ""))]
    names = [Called(told["name"], own=True), *(Called(alias) for alias in dict.fromkeys(aliases) if alias and alias != told["name"])]
    return Entry(told.get("id") or f"line {line}", KINDS[kind], names, _countries(told.get("country", "")))


def _countries(told: str) -> list[str]:
    """Alpha-3 codes of states given by code or by name, several between ';' or '|'; what is neither is left out."""
    out: set[str] = set()
    for words in re.split(r"[;|]", told):
        word = words.strip()
        if _CODE.fullmatch(word) and states.name(word.upper()) is not None:
            out.add(word.upper())
        else:
            out |= {naming.code for naming in states.named(word) if naming.form in ("name", "alias")}
    return sorted(out)
