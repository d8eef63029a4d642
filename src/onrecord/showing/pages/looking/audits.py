"""How an outlet quotes: kinds of sources, forms and acts of saying, counted in its latest reports."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from onrecord.keeping import retrieving
from onrecord.keeping.bulk import run
from onrecord.showing.gathering.remembered import remembered
from onrecord.showing.pages.looking.rows import Count

if TYPE_CHECKING:
    from onrecord.keeping.store import SqlStore

_READ = 30


class Manner(NamedTuple):
    """Counts of statements in the `read` latest reports."""

    kinds: list[Count]
    forms: list[Count]
    acts: list[Count]
    read: int


@remembered
def manner(store: SqlStore, outlet: str) -> Manner:
    """How an outlet tells its sources and their words."""
    kinds, forms, acts = Counter[str](), Counter[str](), Counter[str]()
    with store.database.reading() as connection:
        rows = run(connection, "SELECT seq FROM reports WHERE outlet = ? ORDER BY seq DESC LIMIT ?", outlet, _READ)
        for (seq,) in rows:
            for statement in retrieving.record(connection, seq).statements:
                kinds[statement.source_kind] += 1
                forms[statement.form] += 1
                acts[statement.act] += 1
    return Manner(_counts(kinds), _counts(forms), _counts(acts), len(rows))


def _counts(counted: Counter[str]) -> list[Count]:
    return [Count(*pair) for pair in counted.most_common(12)]
