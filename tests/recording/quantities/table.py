"""`cases/quantities.csv`: a figure in braces in an invented sentence, and what the record must say of it."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord import Reader
    from onrecord.record import Quantity

TABLE = Path(__file__).resolve().parents[3] / "cases" / "quantities.csv"
NO_QUANTITY = "no quantity"
PUBLISHED = "2021-03-17T12:00+00:00"
Told = tuple[str, float | None, float | None, float | None, bool, str | None, str, str | None, str | None]


@dataclass(frozen=True)
class Case:
    """One row: the text without its braces, the characters they held, and what is wanted of them (null where it is no quantity)."""

    id: str
    part: str
    text: str
    start: int
    end: int
    wanted: Told | None


def table(part: str) -> list[Case]:
    """The rows of one part of the table: "holds" or "known wrong"."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return [_case(row) for row in csv.DictReader(lines) if row["part"] == part]


def _case(row: dict[str, str]) -> Case:
    before, _, rest = row["text"].partition("{")
    words, _, after = rest.partition("}")
    value, low, high = (float(row[name]) if row[name] else None for name in ("value", "low", "high"))
    told = (words, value, low, high, row["approximate"] == "yes", row["unit"] or None, row["counts"], row["change"] or None, row["as_of"] or None)
    start = len(before)
    return Case(row["id"], row["part"], before + words + after, start, start + len(words), None if row["counts"] == NO_QUANTITY else told)


def found(reader: Reader, case: Case) -> list[Quantity]:
    """The quantities that the pipeline finds where the braces were."""
    record = reader.read_text(case.text, published=PUBLISHED)
    assert record.report.language == "en", f"{case.text}: read as {record.report.language}"
    return [quantity for quantity in record.quantities if quantity.start < case.end and case.start < quantity.end]


def told(quantities: list[Quantity]) -> list[Told]:
    """What the record says of them: words, value, low, high, approximate, unit, counts, change, as of."""
    return [(q.text, q.value, q.low, q.high, q.approximate, q.unit, q.counts, q.change, q.as_of) for q in quantities]


def wanted(case: Case) -> list[Told]:
    """What the row wants, in the form of `told`."""
    return [] if case.wanted is None else [case.wanted]
