"""What waits for a person: readings that are not sure and that nobody has judged, and what was judged last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.keeping.bulk import among
from onrecord.showing.gathering.judgements import judgements

if TYPE_CHECKING:
    from collections.abc import Collection

    from onrecord.keeping.protocol import Hit
    from onrecord.keeping.store import SqlStore
    from onrecord.showing.gathering.judgements import Judgement

UNSURE = 0.6
_PAGE = 60


def waiting(store: SqlStore, *, kind: str = "", after: str | None = None) -> list[Hit]:
    """The next unsure items that nobody has judged, newest reports first."""
    query = f"confidence:<{UNSURE}" + (f" kind:{kind}" if kind in ("statement", "event") else "")
    found = store.find(query, limit=_PAGE, after=after)
    with store.database.reading() as connection:
        select = "SELECT report, key FROM judgements WHERE undone = FALSE AND verdict IN ('accept', 'reject', 'correct') AND key IN :values"
        judged = set(among(connection, select, {hit.key for hit in found}))
    return [hit for hit in found if (hit.report, hit.key) not in judged]


def of_item(store: SqlStore, report: str, key: str) -> list[Judgement]:
    """What people said of one item, newest first; what was taken back is left out."""
    return [one for one in judgements(store, report=report, limit=200) if one.key == key and not one.undone]


def of_items(store: SqlStore, refs: Collection[tuple[str, str]]) -> dict[str, list[str]]:
    """What people said of several items, by key, in a few words each: "accept by Anna"; the latest first."""
    select = "SELECT report, key, verdict, field, who FROM judgements WHERE undone = FALSE AND other_key IS NULL AND key IN :values ORDER BY id DESC"
    wanted, out = set(refs), dict[str, list[str]]()
    with store.database.reading() as connection:
        for report, key, verdict, field, who in among(connection, select, {key for _, key in refs}):
            if (report, key) in wanted:
                out.setdefault(key, []).append(f"{verdict}{f' {field}' if field else ''} by {who}")
    return out


def latest(store: SqlStore) -> list[Judgement]:
    """The last judgements of the desk."""
    return [one for one in judgements(store, limit=12) if not one.undone]
