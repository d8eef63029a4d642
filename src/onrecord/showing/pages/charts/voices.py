"""Origins as a tree: each independent voice, the outlets that carried it, their reports. Forty reprints are one branch."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from onrecord.record import Claim, Entry


class Carried(NamedTuple):
    """An outlet and its reports of one origin: (report id, day)."""

    outlet: str | None
    reports: list[tuple[str, str | None]]


class Voice(NamedTuple):
    """One origin: what it is called, whose word it rests on, who carried it."""

    number: int
    name: str
    rests_on: list[str]
    stances: list[str]
    outlets: list[Carried]
    reports: int


def voices(claim: Claim) -> list[Voice]:
    """The origins of a claim in order."""
    held: dict[int, list[Entry]] = {}
    for entry in claim.entries:
        held.setdefault(entry.origin, []).append(entry)
    out = []
    for origin, found in sorted(held.items()):
        outlets: dict[str | None, dict[str, str | None]] = {}
        for entry in found:
            outlets.setdefault(entry.outlet, {}).setdefault(entry.report, entry.published)
        carried = [Carried(outlet, list(reports.items())) for outlet, reports in outlets.items()]
        name = _name(found)
        speakers = [who for who in dict.fromkeys(party.name for entry in found for party in entry.speakers) if who not in name]
        stances = list(dict.fromkeys(entry.stance for entry in found))
        out.append(Voice(origin + 1, name, speakers, [*stances], carried, sum(len(c.reports) for c in carried)))
    return out


def _name(found: list[Entry]) -> str:
    """The speakers that all rest on; else the agency of the first, else its outlet."""
    common = [party.name for party in found[0].speakers if all(any(p.identity == party.identity for p in entry.speakers) for entry in found)]
    if common:
        return ", ".join(common)
    agencies = [step.name for step in found[0].chain if step.link == "republishes"]
    if agencies:
        return agencies[-1]
    return found[0].outlet or next((step.name for step in found[0].chain), "An outlet that is not named")
