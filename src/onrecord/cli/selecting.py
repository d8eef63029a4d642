"""What of a store a query selects, record by record, for commands that go through records."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from onrecord.exporting.chosen import Chosen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.keeping.protocol import Hit
    from onrecord.keeping.store import SqlStore
    from onrecord.record import Claim

_PAGE = 500


def found(store: SqlStore, query: str, *, kind: str | None = None) -> Iterator[Hit]:
    """Everything that a query finds, newest first, page by page."""
    after = None
    while page := store.find(query, kind=kind, limit=_PAGE, after=after):
        yield from page
        after = page[-1].cursor


def chosen(store: SqlStore, query: str) -> Iterator[Chosen]:
    """Records in order of arrival; with a query those in which it finds something, newest first, each with what it finds."""
    if not query.strip():
        for _, record in store.records():
            yield Chosen(record, None, store.memberships(record.report.id))
        return
    for report, hits in groupby(found(store, query), key=lambda hit: hit.report):
        keys = frozenset(hit.key for hit in hits)
        yield Chosen(store.record(report), keys, store.memberships(report))


def claims(store: SqlStore, query: str) -> Iterator[Claim]:
    """The ledgers of all claims that pass a query, last changed first."""
    after = None
    while page := store.claims(query, limit=_PAGE, after=after):
        for row in page:
            yield store.claim(row.id)
        after = page[-1].cursor
