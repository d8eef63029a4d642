"""The stores of `tests.keeping`: the same tests on SQLite and PostgreSQL."""

from __future__ import annotations

from tests.keeping.conftest import cluster, invented, store, url

__all__ = ["cluster", "invented", "store", "url"]
