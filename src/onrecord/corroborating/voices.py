"""How many independent voices a claim has: copies of one wire are one, and so are those whose word is one ultimate speaker's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from onrecord.record import Voices

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.corroborating.told import Told
    from onrecord.record import Entry


def numbered(found: Sequence[Entry], told: Mapping[str, Told]) -> list[Entry]:
    """The entries with the number of their origin, counted from 0 in the order of the entries.

    A speaker is one origin with the body that he speaks for; of a state as speaker, with the body of that state whose word it is in the same report,
    else in the first that has one. A report's own voice is that of its agency, else its outlet, the same in all copies of one wire; where a speaker
    in the same report takes the same stance, it leans on him and is his. A source without a name is one of its own, the same in copies.
    """
    heads = [_heads(entry, found, told[entry.report]) for entry in found]
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


def _heads(entry: Entry, found: Sequence[Entry], told: Told) -> list[str]:
    """The names of the origins that an entry ties together, at least one."""
    if entry.speakers:
        return [_head(party.identity, entry, found, told) for party in entry.speakers]
    leaning = [e for e in found if e.report == entry.report and e.stance == entry.stance and e.speakers]
    if leaning:
        return [_head(leaning[0].speakers[0].identity, leaning[0], found, told)]
    return [f"own:{told.voice}"]


def _head(identity: str, entry: Entry, found: Sequence[Entry], told: Told) -> str:
    """The body that a speaker speaks for, else the speaker."""
    if identity.endswith(f"@{told.record.report.id}"):  # of one report alone: the same in its copies
        return f"{identity.rpartition('@')[0]}@{told.origin}"
    line = next((line for line in told.who.values() if line[0] == identity), [identity])
    body = next((name for name in line if name.startswith("org:")), None)
    if body is None and identity.startswith("state:"):
        return next((name for other in _same_state(identity, entry, found) for name in other), identity)
    return body or identity


def _same_state(state: str, entry: Entry, found: Sequence[Entry]) -> list[list[str]]:
    """The bodies of a state that speak in a claim, those of the same report first."""
    speaking = sorted((e for e in found if e.speakers), key=lambda e: e.report != entry.report)
    return [[party.identity] for e in speaking for party in e.speakers if party.identity.startswith("org:") and party.identity.endswith("@" + state[6:])]
