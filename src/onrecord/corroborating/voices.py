"""How many independent voices a claim has: copies of one wire are one, and so are reports that rest on one ultimate speaker."""

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

    Two reports are one origin where one is a copy of the other, or where everything that one of them puts forward is the word of speakers who are
    named and whose word the other has as well.
    """
    reports = list(dict.fromkeys(entry.report for entry in found))
    roots = {report: report for report in reports}

    def root(report: str) -> str:
        while roots[report] != report:
            roots[report] = roots[roots[report]]
            report = roots[report]
        return report

    named = {report: _named(found, report) for report in reports}
    for i, one in enumerate(reports):
        for other in reports[:i]:
            if told[one].origin == told[other].origin or _rests_on(named[one], named[other]) or _rests_on(named[other], named[one]):
                roots[root(one)] = root(other)
    numbers: dict[str, int] = {}
    return [replace(entry, origin=numbers.setdefault(root(entry.report), len(numbers))) for entry in found]


def count(found: Sequence[Entry]) -> Voices:
    """Reports, outlets and origins of numbered entries, each counted apart; a report without an outlet is one of its own."""
    return Voices(
        reports=len({entry.report for entry in found}), outlets=len({entry.outlet or entry.report for entry in found}),
        origins=len({entry.origin for entry in found}),
    )  # fmt: skip


def _named(found: Sequence[Entry], report: str) -> tuple[frozenset[str], bool]:
    """Those on whose word the report says it, and whether it says it on theirs alone."""
    voices = [frozenset(p.identity for p in e.speakers) for e in found if e.report == report]
    return frozenset().union(*voices), all(voice and not any(p.startswith("unnamed:") for p in voice) for voice in voices)


def _rests_on(one: tuple[frozenset[str], bool], other: tuple[frozenset[str], bool]) -> bool:
    """Whether all that the one says is on the word of speakers whose word the other has too."""
    return one[1] and bool(one[0]) and one[0] <= other[0]
