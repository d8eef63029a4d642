"""One happening told twice: a later mention points at the first of its kind with the same parties and no other day or place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from onrecord.record import Event
    from onrecord.recording.draft import Draft

_LASTING = frozenset({"ASSAULT", "PROTEST", "MOBILIZE", "CONSULT", "RETREAT", "AID", "COERCE", "SANCTION", "COOPERATE", "AGREE", "CONCEDE"})


def link(draft: Draft, events: list[Event]) -> list[Event]:
    """The events with `same_as` filled; acts of speech are each their own."""
    out: list[Event] = []
    for event in events:
        first = next((e for e in out if e.same_as is None and _same(e, event)), None)
        if first is not None:
            draft.because(event.id, "same_as", "events.same.type and parties", first.trigger, event.trigger)
            out.append(msgspec.structs.replace(event, same_as=first.id))
            _share_time(draft, out, out.index(first))
        else:
            out.append(event)
    return out


def _share_time(draft: Draft, events: list[Event], first: int) -> None:
    """The first mention of a happening and the last one have the same time, where one of them alone tells it."""
    one, other = events[first], events[-1]
    if one.time.value is None and one.time.ref is None and other.time.basis == "text":
        events[first] = msgspec.structs.replace(one, time=other.time)
        draft.because(one.id, "time", "events.time.told again", other.trigger)
    elif other.time.value is None and other.time.ref is None and one.time.basis == "text":
        events[-1] = msgspec.structs.replace(other, time=one.time)
        draft.because(other.id, "time", "events.time.told before", one.trigger)


def _same(first: Event, later: Event) -> bool:
    """Whether the two tell one happening: type, mode, polarity and time agree where both say them, and at least one party is shared, none contradicts."""
    if first.type != later.type or first.type not in _LASTING or first.polarity != later.polarity or first.performed_by or later.performed_by:
        return False
    if first.mode and later.mode and first.mode != later.mode:
        return False
    if first.when != later.when or bool(first.condition) != bool(later.condition) or first.echo != later.echo:
        return False
    if first.time.value and later.time.value and not _compatible(first.time.value, later.time.value):
        return False
    if first.place.ref and later.place.ref and first.place.ref != later.place.ref:
        return False
    sides = ((first.actors, later.actors), (first.recipients, later.recipients))
    shared = sum(bool(set(a) & set(b)) for a, b in sides)
    clash = any(a and b and not set(a) & set(b) for a, b in sides)
    quantified = first.quantities and later.quantities and set(first.quantities) != set(later.quantities) and first.trigger.text.lower() != later.trigger.text.lower()
    return bool(shared) and not clash and not quantified


def _compatible(one: str, other: str) -> bool:
    """Whether two EDTF values may be one time: one begins like the other."""
    a, b = one.rstrip("~?"), other.rstrip("~?")
    return a.startswith(b) or b.startswith(a)
