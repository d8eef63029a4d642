"""Claims as a page may have to show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.corroborating.standing import standing
from onrecord.corroborating.voices import count
from onrecord.record import CLAIM_FORMAT, Claim, Entry, Figure, ItemRef, Parties, Party, Quote, Span, Step, Window

if TYPE_CHECKING:
    from onrecord.record.claim import EntryStance, Revision

WORDS = Span(0, 21, "the Havdis was rammed")


def entry(report: str, stance: EntryStance = "affirms", *, day: str | None = "2025-03-04", who: str | None = None, outlet: str = "Northwire", origin: int = 0, agency: str | None = None) -> Entry:
    chain = [Step(outlet, "publishes", None, "text"), *([Step(agency, "republishes", None, "credit")] if agency else [])]
    speakers = [Party(f"person:{who.lower()}", who)] if who else []
    return Entry(report, f"key{report}", speakers, None, stance, chain, day, day, [WORDS], None, outlet, origin)


def figure(number: int, value: float | None, *, low: float | None = None, high: float | None = None, revision: Revision = "first") -> Figure:
    return Figure("killed", value, low if low is not None else value, high if high is not None else value, False, None, None, None, number, Span(0, 5, "three"), revision)


def claim(*entries: Entry, figures: list[Figure] | None = None) -> Claim:
    stands, because = standing(entries)
    first = entries[0]
    return Claim(
        CLAIM_FORMAT, "c" * 32, "event", "ASSAULT", None, [], Parties([], []), Window("2025-03-04", "2025-03-09"), "Oslo", [], Quote(first.report, WORDS), count(entries),
        list(entries), figures or [], stands, because, 0, None, None, [ItemRef(e.report, e.item) for e in entries], [], [],
    )  # fmt: skip
