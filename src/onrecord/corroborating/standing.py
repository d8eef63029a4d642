"""How a claim stands, by one rule over what each voice said last. It says whose words meet, never who is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.record import Because

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.record import Entry
    from onrecord.record.claim import EntryStance, Standing


def standing(found: Sequence[Entry]) -> tuple[Standing, Because]:
    """The standing of a claim from its entries in time, and the rule that gave it.

    Each voice counts with its latest stance that affirms, denies or retracts. `contested`: one affirms and another denies. `corroborated`: two or more
    independent origins affirm and nobody denies. `denied`: somebody denies and nobody affirms. `retracted`: those who affirmed took it back and
    nobody else affirms. `reported`: everything else.
    """
    latest = _latest(found)
    affirming = [entry for stance, entry in latest.values() if stance == "affirms"]
    denying = [entry for stance, entry in latest.values() if stance == "denies"]
    retracting = [entry for stance, entry in latest.values() if stance == "retracts"]
    origins = len({entry.origin for entry in affirming})
    if affirming and denying:
        return "contested", Because("contested", f"{_names(affirming)} affirm, {_names(denying)} deny")
    if origins >= 2:
        return "corroborated", Because("corroborated", f"{origins} independent origins affirm, nobody denies")
    if affirming:
        return "reported", Because("reported", "one origin affirms, nobody denies")
    if retracting:
        return "retracted", Because("retracted", f"{_names(retracting)} took it back, nobody else affirms")
    if denying:
        return "denied", Because("denied", f"{_names(denying)} deny, nobody affirms")
    return "reported", Because("reported", "nobody affirms or denies it as a fact")


def _latest(found: Sequence[Entry]) -> dict[str, tuple[EntryStance, Entry]]:
    """What each voice said last: a speaker wherever quoted, a report's own voice with that of its copies."""
    latest: dict[str, tuple[EntryStance, Entry]] = {}
    for entry in found:
        if entry.stance in ("affirms", "denies", "retracts"):
            for voice in [p.identity for p in entry.speakers] or [f"own:{entry.outlet or entry.report}"]:
                latest[voice] = (entry.stance, entry)
    return latest


def _names(found: Sequence[Entry]) -> str:
    names = list(dict.fromkeys(name for entry in found for name in ([p.name for p in entry.speakers] or [entry.outlet or "a report"])))
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
