"""Stores for the tests: the same tests on SQLite and on a PostgreSQL server that the session starts and stops."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from benchmarks.invented import World
from onrecord.keeping.opening import open_store
from tests.keeping.cluster import NEEDED, Cluster, binaries

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from onrecord.keeping.protocol import Filed
    from onrecord.keeping.store import SqlStore


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """The PostgreSQL server of this session."""
    programs = binaries()
    if programs is None:
        reason = f"PostgreSQL is not installed (apt-get install postgresql; {NEEDED}=1 makes its absence a failure)"
        if os.environ.get(NEEDED):
            pytest.fail(reason)
        pytest.skip(reason)
    server = Cluster(programs)
    yield server
    server.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a store that is not there yet, in each database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'store.sqlite'}"
    server: Cluster = request.getfixturevalue("cluster")
    return server.new()


@pytest.fixture
def store(url: str) -> Iterator[SqlStore]:
    """An empty store in each database."""
    with open_store(url) as opened:
        yield opened


@pytest.fixture(scope="session")
def invented() -> list[Filed]:
    """Sixty invented reports; among them are copies of wires."""
    return list(World(3).reports(60))


@pytest.fixture
def file(tmp_path: Path, invented: list[Filed]) -> Path:
    """A store with ten reports, closed."""
    path = tmp_path / "store.sqlite"
    with open_store(path) as store:
        list(store.add_all(invented[:10]))
    return path
