"""What a quantity counts: the same words for profiles, which are compared, and for the figures of a ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.corroborating.wording import stem

if TYPE_CHECKING:
    from onrecord.record import Quantity

LOSSES = frozenset(("killed", "wounded", "casualties"))
OF_PEOPLE = LOSSES | {"arrested", "displaced", "participants", "deployed"}
"""Counts of people: the noun may be another and the figure still be of the same."""
_MEASURES = frozenset(
    "time kilometre kilometer km metre meter mile foot hour minute second day week month year decade page point side country capital neighbour neighbor party government vote"
    " degree percent kph mph o'clock".split()
)
"""Base forms of units that measure or only name a pair ("the two sides"), and count nothing that a claim is about."""


def counted(quantity: Quantity) -> str | None:
    """What is counted: a kind of the record's ("killed"), else "other:" and the base form of its noun; null for a measure, a pair, a single one."""
    if quantity.counts != "other":
        return quantity.counts
    unit = stem((quantity.unit or "").rpartition(" ")[2])
    return None if unit in _MEASURES or quantity.value == 1 else f"other:{unit}"


def one_kind(a: str, b: str) -> bool:
    """Whether two figures may count the same: the same kind, or people of whom only one text says what became of them ("four soldiers", "arrested four")."""
    return a == b or (a.startswith("other:") and b in OF_PEOPLE) or (b.startswith("other:") and a in OF_PEOPLE)
