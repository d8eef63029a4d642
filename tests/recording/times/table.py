"""`cases/times.csv`: an expression in braces in an invented sentence, and what the record must say of it."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord import Reader
    from onrecord.record import Time

TABLE = Path(__file__).resolve().parents[3] / "cases" / "times.csv"
NO_TIME = "no time"


@dataclass(frozen=True)
class Case:
    """One row: the text without its braces, the characters they held, what is told beside it, and what is wanted (kind, value, timex3, basis)."""

    id: str
    part: str
    text: str
    start: int
    end: int
    published: str | None
    timezone: str | None
    kind: str
    value: str | None
    timex3: str | None
    basis: str


def table(part: str) -> list[Case]:
    """The rows of one part of the table: "holds" or "known wrong"."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return [_case(row) for row in csv.DictReader(lines) if row["part"] == part]


def _case(row: dict[str, str]) -> Case:
    before, _, rest = row["text"].partition("{")
    words, _, after = rest.partition("}")
    end = len(before) + len(words)
    told = row["published"] or None, row["timezone"] or None
    return Case(
        row["id"],
        row["part"],
        before + words + after,
        len(before),
        end,
        *told,
        row["kind"],
        row["value"] or None,
        row["timex3"] or None,
        row["basis"],
    )


def found(reader: Reader, case: Case) -> list[Time]:
    """The times that the pipeline finds where the braces were."""
    record = reader.read_text(case.text, published=case.published, timezone=case.timezone)
    assert record.report.language == "en", f"{case.text}: read as {record.report.language}"
    return [time for time in record.times if time.start < case.end and case.start < time.end]


def told(times: list[Time]) -> list[tuple[str, str, str | None, str | None, str]]:
    """What the record says of them: words, kind, value, timex3, basis."""
    return [(time.text, time.kind, time.value, time.timex3, time.basis) for time in times]


def wanted(case: Case) -> list[tuple[str, str, str | None, str | None, str]]:
    """What the row wants, in the form of `told`."""
    if case.kind == NO_TIME:
        return []
    return [(case.text[case.start : case.end], case.kind, case.value, case.timex3, case.basis)]
