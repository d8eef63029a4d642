"""How many independent voices a claim has: copies of one wire are one, and so are those whose word is one ultimate speaker's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from onrecord.record import Voices

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.corroborating.told import Told
    from onrecord.record import Entry

    _Bodies = dict[tuple[str, str], str]


def numbered(found: Sequence[Entry], told: Mapping[str, Told]) -> list[Entry]:
    """The entries with the number of their origin, counted from 0 in the order of the entries.

    A speaker is one origin with the body that he speaks for; of a state as speaker, with the body of that state whose word it is in the same report,
    else in the first that has one. A report's own voice is that of its agency, else its outlet, the same in all copies of one wire; where a speaker
    in the same report takes the same stance, it leans on him and is his. A source without a name is one of its own, the same in copies.
    """
    bodies = _bodies(found)
    speaking: dict[tuple[str, str], list[Entry]] = {}
    for entry in found:
        if entry.speakers:
            speaking.setdefault((entry.report, entry.stance), []).append(entry)
    heads = [_heads(entry, speaking.get((entry.report, entry.stance), []), bodies, told[entry.report]) for entry in found]
    joined: dict[str, str] = {}

    def root(name: str) -> str:
        while joined.get(name, name) != name:
            name = joined[name]
        return name

    for several in heads:
        for other in several[1:]:
            joined[root(other)] = root(several[0])
    numbers: dict[str, int] = {}
    return [replace(entry, origin=numbers.setdefault(root(several[0]), len(numbers))) for entry, several in zip(found, heads, strict=True)]


def count(found: Sequence[Entry]) -> Voices:
    """Reports, outlets and origins of numbered entries, each counted apart; a report without an outlet is one of its own."""
    return Voices(
        reports=len({entry.report for entry in found}), outlets=len({entry.outlet or entry.report for entry in found}),
        origins=len({entry.origin for entry in found}),
    )  # fmt: skip


def _heads(entry: Entry, leaning: Sequence[Entry], bodies: _Bodies, told: Told) -> list[str]:
    """The names of the origins that an entry ties together, at least one; `leaning` are those with speakers and the same stance in its report."""
    if entry.speakers:
        return [_head(party.identity, entry.report, bodies, told) for party in entry.speakers]
    if leaning:
        return [_head(leaning[0].speakers[0].identity, entry.report, bodies, told)]
    return [f"own:{told.voice}"]


def _head(identity: str, report: str, bodies: _Bodies, told: Told) -> str:
    """The body that a speaker speaks for, else the speaker."""
    if identity.endswith(f"@{report}"):  # of one report alone: the same in its copies
        return f"{identity.rpartition('@')[0]}@{told.origin}"
    if identity.startswith("state:"):
        return bodies.get((identity, report)) or bodies.get((identity, "")) or identity
    return next((name for name in told.lines.get(identity, [identity]) if name.startswith("org:")), identity)


def _bodies(found: Sequence[Entry]) -> _Bodies:
    """The first body of a state that speaks in a report, and in the whole claim (report "")."""
    out: _Bodies = {}
    for entry in found:
        for party in entry.speakers:
            if party.identity.startswith("org:") and "@" in party.identity:
                state = f"state:{party.identity.rpartition('@')[2]}"
                out.setdefault((state, entry.report), party.identity)
                out.setdefault((state, ""), party.identity)
    return out
