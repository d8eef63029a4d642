"""A desk over an empty store, and what asks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.keeping.opening import open_store
from onrecord.showing.settings import Settings
from tests.showing.client import Client

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from onrecord.keeping.store import SqlStore


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    with open_store(tmp_path / "store.sqlite") as opened:
        yield opened


@pytest.fixture
def desk(store: SqlStore) -> Client:
    """A desk that only this machine reaches and that has no users."""
    return Client(store, Settings())
