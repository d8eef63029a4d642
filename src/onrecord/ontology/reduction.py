"""The reduced type: what PLOVER writes where an event lies in the future or in a condition (`resources/plover_reductions.csv`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.ontology.plover import Reduction, codebook, is_mode

if TYPE_CHECKING:
    from onrecord.record.items import PloverType, Polarity, When


def reduce(name: PloverType, *, when: When = "past", polarity: Polarity = "positive", conditional: bool = False) -> PloverType:
    """The type that PLOVER writes for an event of this type with these auxiliaries; a condition weighs more than the future.

    What will not happen is no agreement and no threat: a negative event keeps its type.
    """
    found = _reduction(name, when, polarity, conditional=conditional)
    return name if found is None else found.becomes


def reduce_mode(name: PloverType, mode: str | None, *, when: When = "past", polarity: Polarity = "positive", conditional: bool = False) -> str | None:
    """The mode that goes with the reduced type; null where that type does not have it."""
    found = _reduction(name, when, polarity, conditional=conditional)
    if found is None:
        return mode
    if found.mode is not None:
        return found.mode
    return mode if mode is not None and is_mode(found.becomes, mode) else None


def _reduction(name: PloverType, when: When, polarity: Polarity, *, conditional: bool) -> Reduction | None:
    if polarity == "negative":
        return None
    auxiliaries = (["hypothetical"] if conditional else []) + (["future"] if when == "future" else [])
    for auxiliary in auxiliaries:
        for row in codebook().reductions:
            if row.type == name and row.auxiliary == auxiliary:
                return row
    return None
