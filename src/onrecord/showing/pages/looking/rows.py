"""Rows that several pages have."""

from __future__ import annotations

import msgspec


class Count(msgspec.Struct, frozen=True):
    """Something and how often; `address` leads to it, where it has a page."""

    name: str
    count: int
    address: str | None = None


class Month(msgspec.Struct, frozen=True):
    """A month (ISO, "2025-03") and how much was in it, by kind."""

    month: str
    counts: dict[str, int]
