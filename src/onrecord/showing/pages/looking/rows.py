"""Rows that several pages have."""

from __future__ import annotations

from typing import NamedTuple


class Count(NamedTuple):
    """Something and how often; `address` leads to it, where it has a page."""

    name: str
    count: int
    address: str | None = None


class Month(NamedTuple):
    """A month (ISO, "2025-03") and how much was in it, by kind."""

    month: str
    counts: dict[str, int]
