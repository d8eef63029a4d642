"""Claims listed: their own fields, those of their members, pages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import QueryError
from onrecord.keeping import schema
from onrecord.keeping.query import claiming
from tests.keeping.query.invented import filed, record

if TYPE_CHECKING:
    from onrecord.keeping.store import SqlStore

DAY = date(2024, 4, 26).toordinal()


def claim(number: int, **other: object) -> dict[str, object]:
    plain = {
        "id": f"{number:064x}", "kind": "event", "type": "ASSAULT", "label": "drone", "reports": 1, "outlets": 1, "origins": 1, "standing": "reported",
        "first_day": DAY, "last_day": DAY + 2, "first_affirmed": None, "first_denied": None, "changed": f"2025-03-{number:02}T00:00:00Z", "moved": "new",
        "ledger": None,
    }  # fmt: skip
    return plain | other


@pytest.fixture
def filled(store: SqlStore) -> SqlStore:
    """Two records; the first item with an actor is a member of claim 1."""
    for seed in range(6):
        store.add(filed(record(seed)), link=False)
    rows = [
        claim(1, origins=3, standing="contested", first_denied="2025-03-01"), claim(2, kind="statement", type=None, first_day=None, last_day=None),
        claim(3, outlets=2, moved="denial"),
    ]  # fmt: skip
    with store._database.writing() as connection:
        connection.execute(schema.claims.insert(), rows)
        hit = store.find("actor:kim", limit=1)[0]
        changed = schema.items.update().where(schema.items.c.key == hit.key).values(claim=rows[0]["id"])
        connection.execute(changed)
    return store


def found(store: SqlStore, query: str) -> list[int]:
    return [int(row.id, 16) for row in store.claims(query)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [3, 2, 1]), ("origins:>=2", [1]), ("outlets:2", [3]), ("denied:yes", [1]), ("denied:no", [3, 2]), ("standing:contested", [1]),
        ("kind:statement", [2]), ("-type:assault", [2]), ("moved:denial OR denied:yes", [3, 1]), ("when:2024-04-28", [3, 1]), ("since:2024-04-29", []),
        ("-since:2024-04-28", [2]), ("actor:kim", [1]), ("-actor:kim", [3, 2]), ("actor:kim origins:<2", []), (f"claim:{3:064x}", [3]), ("confidence:>=0", [1]),
        ("act:deny", []),
    ],
)  # fmt: skip
@pytest.mark.parametrize("common", [claiming.COMMON, 0], ids=["by items", "by claims"])
def test_claims_pass_a_query(filled: SqlStore, query: str, expected: list[int], common: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claiming, "COMMON", common)
    assert found(filled, query) == expected


def test_pages_follow_each_other(filled: SqlStore) -> None:
    first = filled.claims(limit=2)
    assert [int(row.id, 16) for row in filled.claims(limit=2, after=first[-1].cursor)] == [1]
    with pytest.raises(QueryError, match="no cursor"):
        filled.claims(after="nonsense")


def test_items_are_found_by_their_claim(filled: SqlStore) -> None:
    of_claim = filled.find(f"claim:{1:064x}")
    assert [hit.claim for hit in of_claim] == [f"{1:064x}"]
    assert filled.find("standing:contested") == of_claim == filled.find("standing:contested actor:kim")
    assert len(filled.find("-standing:contested", limit=1000)) == len(filled.find(limit=1000)) - 1
