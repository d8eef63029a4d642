"""The same search in plain Python, over records one by one: what the databases' answers are held against, and a way to search without a store."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING

import msgspec

from onrecord.corroborating.days import day, days
from onrecord.corroborating.identity import identities
from onrecord.keeping.query.terms import And, Begins, Coded, Days, Named, Not, Number, Or, Term, Words
from onrecord.keeping.rows import filing_of, span_of, words_of
from onrecord.keeping.words import together, words
from onrecord.record import Event, Record, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HOW = {">": operator.gt, ">=": operator.ge, "<": operator.lt, "<=": operator.le, "=": operator.eq}


Windows = dict[str, tuple[int, int]]


class Kept(msgspec.Struct, frozen=True):
    """A record as a store has it: its status, and the claim and its standing by the keys of items."""

    record: Record
    status: str = "current"
    claims: dict[str, tuple[str, str]] = {}


class Row(msgspec.Struct, frozen=True):
    """What can be asked of a report, a statement or an event; `parts` are identities, `names` words, `codes` one code each."""

    report: str
    key: str
    words: list[str]
    parts: dict[str, set[str]]
    names: dict[str, list[str]]
    codes: dict[str, str]
    days: Windows
    confidence: float | None
    claim: str | None


def search(term: Term, kept: Sequence[Kept]) -> list[tuple[str, str]]:
    """The rows of which a term holds, as report and key, the last report first; the report itself before what is in it, in the order of the text."""
    spelt: dict[str, list[list[str]]] = {}
    for each in kept:
        who = identities(each.record)
        for actor in each.record.actors:
            spelt.setdefault(who[actor.id][0], []).append(words(actor.name))
    return [(row.report, row.key) for each in reversed(kept) for row in rows_of(each) if holds(term, row, spelt)]


def rows_of(kept: Kept) -> Iterator[Row]:
    """The report's own row, then one for each statement and event."""
    record, report = kept.record, kept.record.report
    filing = filing_of(report, 0)
    names = {"outlet": words(filing.outlet or ""), "agency": words(report.agency.value if report.agency is not None else "")}
    published = day(filing.published)
    codes = {"status": kept.status}
    when = {} if published is None else {"published": (published, published)}
    own = {**when, "time": when["published"]} if when else {}
    title = filing.title or ""
    text = words(report.text if title in report.text else f"{title} {report.text}")
    yield Row(report.id, report.id, text, {}, names, {**codes, "kind": "report"}, own, None, None)
    who = {local: lines[0] for local, lines in identities(record).items()}
    speakers = {statement.id: statement.speakers for statement in record.statements}
    items: list[Statement | Event] = [*record.statements, *record.events]
    for item in sorted(items, key=_place_in_text):
        if isinstance(item, Statement):
            parts = {"speaker": {who[a] for a in item.speakers}}
            coded = {"kind": "statement", "act": item.act, "form": item.form}
        else:
            word = {who[a] for said in item.said_by for a in speakers.get(said, ())}
            parts = {"actor": {who[a] for a in item.actors}, "recipient": {who[a] for a in item.recipients}, "by": word}
            coded = {"kind": "event", "type": item.type, "certainty": item.certainty, "polarity": item.polarity}
            coded |= {"mode": item.mode} if item.mode is not None else {}
        yield _row(kept, item, parts, codes | coded, names, when)


def _place_in_text(item: Statement | Event) -> tuple[int, str, str]:
    return span_of(item)[0], "statement" if isinstance(item, Statement) else "event", item.key


def _row(
    kept: Kept, item: Statement | Event, parts: dict[str, set[str]], codes: dict[str, str], names: dict[str, list[str]], published: Windows
) -> Row:
    place = next((p for p in kept.record.places if p.id == item.place.ref), None)
    if place is not None:
        names = {**names, "place": words(place.name)}
        codes = codes | ({"country": place.country} if place.country is not None else {})
    claim, standing = kept.claims.get(item.key, (None, None))
    if standing is not None:
        codes = {**codes, "standing": standing}
    span = days(item.time.value)
    when = published | ({"time": span} if span is not None else {})
    return Row(kept.record.report.id, item.key, words(words_of(item)), parts, names, codes, when, item.confidence, claim)


def holds(term: Term, row: Row, spelt: dict[str, list[list[str]]]) -> bool:
    """Whether a term holds of a row; `spelt` are the spellings of each identity, in words."""
    if isinstance(term, And | Or):
        return (all if isinstance(term, And) else any)(holds(inner, row, spelt) for inner in term.terms)
    if isinstance(term, Not):
        return not holds(term.term, row, spelt)
    if isinstance(term, Words):
        return together(term.words, row.words, beginning=term.beginning)
    if isinstance(term, Named) and term.field in ("speaker", "actor", "recipient", "by"):
        return any(together(term.words, name) for identity in row.parts.get(term.field, ()) for name in spelt[identity])
    if isinstance(term, Named):
        return together(term.words, row.names.get(term.field, ()))
    if isinstance(term, Coded):
        return row.codes.get(term.field) in term.codes
    if isinstance(term, Days):
        span = row.days.get(term.field)
        return span is not None and (term.first is None or span[1] >= term.first) and (term.last is None or span[0] <= term.last)
    if isinstance(term, Number):
        return row.confidence is not None and _HOW[term.how](row.confidence, term.value)
    return _begins(term, row)


def _begins(term: Begins, row: Row) -> bool:
    identifier = row.report if term.field == "report" else row.claim
    return identifier is not None and identifier.startswith(term.digits)
