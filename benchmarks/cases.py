"""The table of `cases/samples.csv` against the records of the sample reports: which rows hold."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.measure import Outcome
from benchmarks.system import record_of_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.record import Event, Record, Span, Statement

ROOT = Path(__file__).resolve().parents[1]
SAMPLES, TABLE = ROOT / "samples", ROOT / "cases/samples.csv"


class Case(NamedTuple):
    """One row: in `sample`, the item of a `kind` at the `nth` place of `words` has a `field` that is one of `wanted`."""

    number: int
    sample: str
    kind: str
    words: str
    nth: int
    field: str
    wanted: tuple[str, ...]


def table(path: Path = TABLE) -> list[Case]:
    """The rows of the table; numbers are lines of the file."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        Case(i, r["sample"], r["kind"], r["words"], int(r["nth"]), r["field"], tuple(r["wanted"].split("|"))) for i, r in enumerate(rows, start=2)
    ]


def cases() -> Iterator[Outcome]:
    """One outcome a sample: rows that hold of all its rows."""
    by_sample: dict[str, list[Case]] = defaultdict(list)
    for case in table():
        by_sample[case.sample].append(case)
    for sample, rows in by_sample.items():
        record = record_of_file(SAMPLES / sample)
        out = Outcome("cases", sample, 0, len(rows), len(rows))
        for case in rows:
            found = answers(record, case)
            if any(value in case.wanted for value in found):
                out.right += 1
            else:
                shown = f"{case.kind} “{case.words}”.{case.field}"
                out.miss(f"{case.number}", f"{shown} = {'|'.join(case.wanted)}", f"{' or '.join(found) or 'no such item'}")
        yield out


def answers(record: Record, case: Case) -> list[str]:
    """What the record has in that field of every item that fits, as words."""
    if case.kind == "report":
        return [_report(record, case.field)]
    at = _where(record.report.text, case.words, case.nth)
    if at is None:
        return []
    if case.kind == "block":
        return [b.kind for b in record.report.blocks if b.start <= at[0] < b.end]
    if case.kind == "statement":
        found = [s for s in record.statements if any(c.start <= at[0] and at[1] <= c.end for c in s.content)]
        return [x for s in found for x in _statement(record, s, case)]
    if case.kind == "event":
        return [x for e in record.events if _touches(e.trigger, at) for x in _event(record, e, case)]
    if case.kind == "actor":
        return [str(getattr(a, case.field)) for a in record.actors if any(m.start <= at[0] and at[1] <= m.end for m in a.mentions)]
    things = record.times if case.kind == "time" else record.quantities
    return [_plain(getattr(x, case.field)) for x in things if x.start < at[1] and at[0] < x.end]


def _report(record: Record, field: str) -> str:
    if field == "dateline":
        span = record.report.dateline and record.report.dateline.span
        return span.text.partition(",")[0].strip() if span else "null"
    value = getattr(record.report, field)
    return value.value if value else "null"


def _statement(record: Record, s: Statement, case: Case) -> list[str]:
    if case.field == "speaker":
        return [a.name for a in record.actors if a.id in s.speakers]
    if case.field in ("prompted", "reason"):
        return _holding(s.prompted_by if case.field == "prompted" else s.reason, case.wanted)
    return [_plain(getattr(s, case.field))]


def _event(record: Record, e: Event, case: Case) -> list[str]:
    if case.field in ("actor", "recipient"):
        return [a.name for a in record.actors if a.id in (e.actors if case.field == "actor" else e.recipients)]
    if case.field == "said_by":
        return [a.name for s in record.statements if s.id in e.said_by for a in record.actors if a.id in s.speakers]
    if case.field == "condition":
        return _holding(e.condition, case.wanted)
    return [_plain(getattr(e, case.field))]


def _holding(span: Span | None, wanted: tuple[str, ...]) -> list[str]:
    """The wanted words that the span holds, else what it says."""
    if span is None:
        return ["null"]
    return [w for w in wanted if w in span.text] or [span.text]


def _plain(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return {True: "true", False: "false", None: "null"}[value] if isinstance(value, bool | None) else str(value)


def _where(text: str, words: str, nth: int) -> tuple[int, int] | None:
    start = -1
    for _ in range(nth + 1):
        start = text.find(words, start + 1)
        if start < 0:
            return None
    return start, start + len(words)


def _touches(span: Span, at: tuple[int, int]) -> bool:
    return span.start < at[1] and at[0] < span.end
