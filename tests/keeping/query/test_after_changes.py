"""What was forgotten is not found any more, and what was read anew is found as it now is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from onrecord.keeping.fulltext import optimise
from onrecord.keeping.query.fields import find_fields
from onrecord.keeping.query.parsing import parse
from onrecord.keeping.query.plain import Kept, search
from tests.keeping.query.invented import filed, record

if TYPE_CHECKING:
    from onrecord.keeping.store import SqlStore
    from onrecord.record import Record

QUERIES = [
    "", "drone", '"border talks"', "strik*", "speaker:kim", "speaker:müller", "actor:ministry", "recipient:borduria", "by:kim", "act:deny",
    "-act:deny", "form:direct", "type:ASSAULT", "mode:visit", "certainty:possible", "polarity:negative", 'place:"port anders"', "country:ISL", "outlet:harbour", "agency:northwire",
    "when:2025-03", "since:2025-03-02", "until:2024-12-31", "published:2025-03..", "confidence:>0.5", "confidence:<0.3", "kind:report", "status:current",
    "drone speaker:kim", "(drone OR truce) -kind:report",
]  # fmt: skip
REPORTS = 12


def reread(one: Record, other: Record) -> Record:
    """A report with a newer model's reading of it: other items, actors and places over the same text, as far as it reaches."""
    length = len(one.report.text)

    def fits(span: object) -> bool:
        return span.end <= length and one.report.text[span.start : span.end] == span.text  # type: ignore[attr-defined]

    statements = [replace(s, act="warn", confidence=0.99) for s in one.statements[:1]]
    events = [replace(e, actors=[], polarity="negative", mode=None) for e in one.events if fits(e.evidence)]
    return replace(one, statements=statements, events=events, places=one.places or other.places, made_by=replace(one.made_by, onrecord="9"))


@pytest.fixture
def filled(store: SqlStore) -> SqlStore:
    for seed in range(REPORTS):
        store.add(filed(record(seed)), link=False)
    return store


def check(store: SqlStore, kept: list[Record]) -> None:
    for query in QUERIES:
        found = [(hit.report, hit.key) for hit in store.find(query, limit=1000)]
        plain = search(parse(query, find_fields()), [Kept(one) for one in kept])
        assert sorted(found) == sorted(plain), query
        assert [report for report, _ in found] == [report for report, _ in plain], query


def test_what_was_forgotten_is_not_found(filled: SqlStore) -> None:
    for seed in (0, 4, REPORTS - 1):
        filled.forget(record(seed).report.id)
    check(filled, [record(seed) for seed in range(REPORTS) if seed not in (0, 4, REPORTS - 1)])


def test_what_was_read_anew_is_found_as_it_now_is(filled: SqlStore) -> None:
    read = [reread(record(seed), record(seed + 50)) if seed % 2 else record(seed) for seed in range(REPORTS)]
    assert any(one.statements != record(seed).statements for seed, one in enumerate(read))
    for seed in range(1, REPORTS, 2):
        filled.reread(filed(read[seed]))
    check(filled, read)
    for seed in range(REPORTS):
        filled.forget(record(seed).report.id)
    check(filled, [])


def test_nothing_is_left_of_what_was_forgotten(filled: SqlStore) -> None:
    for seed in range(REPORTS):
        filled.forget(record(seed).report.id)
    with filled._database.writing() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM spellings").scalar() == 0
        terms = "words"
        if connection.dialect.name == "sqlite":  # no word of any row is left in the index, so each was taken out as it was put in
            optimise(connection)
            terms = "temp.terms"
            connection.exec_driver_sql("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, words, 'row')")
        assert connection.exec_driver_sql(f"SELECT count(*) FROM {terms}").scalar() == 0  # noqa: S608
