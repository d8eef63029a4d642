"""Identities as people see them: their names by number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.keeping.bulk import among

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection


class Named(msgspec.Struct, frozen=True):
    """Who an actor is across reports: `identity` is what links and addresses say, `name` as the first report has it."""

    identity: str
    name: str
    kind: str
    country: str | None


def named(connection: Connection, numbers: Iterable[int]) -> dict[int, Named]:
    """Identities by their numbers."""
    rows = among(connection, "SELECT id, identity, name, kind, country FROM identities WHERE id IN :values", sorted(set(numbers)))
    return {row[0]: Named(*row[1:]) for row in rows}
