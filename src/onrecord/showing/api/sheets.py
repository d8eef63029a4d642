"""Tables for spreadsheets: CSV in which no cell is a formula, whatever a report says."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any

from onrecord.exporting.columns import cell
from onrecord.showing.api.answers import Answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CSV = "text/csv"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?(e[+-]?\d+)?", re.IGNORECASE)


def sheet(name: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Answer:
    """A table as CSV (RFC 4180, UTF-8) to be saved as `name`.csv."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([defused(cell(value)) for value in row] for row in rows)
    return Answer(out.getvalue().encode("utf-8", "replace"), "text/csv; charset=utf-8; header=present", headers=saved(f"{name}.csv"))


def defused(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe before what could be one, which a number is not."""
    return f"'{text}" if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text) else text


def saved(name: str) -> dict[str, str]:
    """The header by which a browser saves an answer; of the name only letters, digits, points and hyphens are left."""
    return {"content-disposition": f'attachment; filename="{re.sub(r"[^A-Za-z0-9.-]+", "-", name)[:120]}"'}
