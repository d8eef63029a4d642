"""How a claim stands, by one rule over what each voice said last. It says whose words meet, never who is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.record import Because

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.record import Entry
    from onrecord.record.claim import Standing


def standing(found: Sequence[Entry]) -> tuple[Standing, Because]:
    """The standing of a claim from its numbered entries in time, and the rule that gave it.

    Each origin counts with its latest stance that affirms, denies or retracts; a copy's own voice spoke when the wire did. The first that holds:
    `retracted`: some who affirmed took it back and nobody affirms. `denied`: somebody denies and nobody affirms. `contested`: one affirms and another
    denies. `corroborated`: two or more independent origins affirm. `reported`: everything else.
    """
    latest: dict[int, Entry] = {}
    spoken: set[tuple[int, str]] = set()
    for entry in found:
        if entry.stance in ("affirms", "denies", "retracts"):
            again = not entry.speakers and (entry.origin, entry.stance) in spoken
            spoken.add((entry.origin, entry.stance))
            if not again:
                latest[entry.origin] = entry
    affirming, denying, retracting = ([e for e in latest.values() if e.stance == stance] for stance in ("affirms", "denies", "retracts"))
    if retracting and not affirming:
        return "retracted", Because("retracted", f"{_named(retracting, 'took', 'took')} it back, nobody affirms")
    if denying and not affirming:
        return "denied", Because("denied", f"{_named(denying, 'denies', 'deny')}, nobody affirms")
    if denying:
        return "contested", Because("contested", f"{_named(affirming, 'affirms', 'affirm')}, {_named(denying, 'denies', 'deny')}")
    if len(affirming) > 1:
        return "corroborated", Because("corroborated", f"{len(affirming)} independent origins affirm, nobody denies")
    if affirming:
        return "reported", Because("reported", "one origin affirms, nobody denies")
    return "reported", Because("reported", "nobody affirms or denies it as a fact")


def _named(found: Sequence[Entry], one: str, several: str) -> str:
    """Who they are, with the verb in its number; of more than three the rest are counted."""
    names = list(dict.fromkeys(name for entry in found for name in ([p.name for p in entry.speakers] or [entry.outlet or "a report"])))
    listed = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    return f"{listed} {one if len(names) == 1 else several}"
