"""Statements tied to events: which events a statement tells of, and which event it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from onrecord.record import Event, Statement


def tie(statements: list[Statement], events: list[Event]) -> list[Statement]:
    """The statements with `about` (events whose trigger lies in the content) and `performs` filled."""
    performed = {e.performed_by: e.id for e in events if e.performed_by is not None}
    return [
        msgspec.structs.replace(
            s, performs=performed.get(s.id),
            about=[e.id for e in events if e.performed_by != s.id and any(c.start <= e.trigger.start and e.trigger.end <= c.end for c in s.content)],
        )
        for s in statements
    ]  # fmt: skip
