"""The ledger: who said what of a thing, in time; how it stands, by the documented rule; how its figures moved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.corroborating.days import days
from onrecord.corroborating.standing import standing
from onrecord.corroborating.voices import count
from onrecord.keeping.opening import open_store
from onrecord.record import Claim, Entry, Party

if TYPE_CHECKING:
    from onrecord.pipeline import Reader

STORIES = Path(__file__).resolve().parents[2] / "samples" / "stories"


def entry(stance: str, who: str | None, origin: int, report: str = "r") -> Entry:
    speakers = [] if who is None else [Party(f"person:{who}", who)]
    return Entry(report, "k", speakers, None, stance, [], "2031-01-01", "2031-01-01", [], None, f"outlet of {report}", origin)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("entries", "stands"),
    [
        ([("affirms", "ann", 0)], "reported"),
        ([("affirms", "ann", 0), ("affirms", "bea", 1)], "corroborated"),
        ([("affirms", "ann", 0), ("affirms", "ann", 0)], "reported"),
        ([("affirms", "ann", 0), ("denies", "bea", 1)], "contested"),
        ([("denies", "bea", 1)], "denied"),
        ([("denies", "bea", 1), ("affirms", "bea", 1)], "reported"),  # who changes his mind counts with his last word
        ([("affirms", "ann", 0), ("retracts", "ann", 0)], "retracted"),
        ([("affirms", "ann", 0), ("affirms", "bea", 1), ("retracts", "ann", 0)], "reported"),
        ([("predicts", "ann", 0), ("possible", "bea", 1)], "reported"),
        ([("affirms", None, 0), ("denies", "bea", 1), ("affirms", None, 0)], "contested"),
    ],
)
def test_standing_is_by_what_each_origin_said_last(entries: list[tuple[str, str | None, int]], stands: str) -> None:
    assert standing([entry(*told) for told in entries])[0] == stands


def test_reports_outlets_and_origins_are_counted_apart() -> None:
    voices = count([entry("affirms", None, 0, "a"), entry("affirms", None, 0, "b"), entry("denies", "ann", 1, "b")])
    assert (voices.reports, voices.outlets, voices.origins) == (2, 2, 2)


@pytest.fixture(scope="module")
def border(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> list[Claim]:
    days = {
        "01_meridian_press.txt": "2025-09-15",
        "02_steppe_observer.html": None,
        "08_steppe_observer.html": None,
        "07_meridian_press.txt": "2025-09-20",
    }
    filed = [reader.file(STORIES / "border" / name, **({"published": day} if day else {})) for name, day in days.items()]
    with open_store(tmp_path_factory.mktemp("border") / "store.sqlite") as store:
        for each in filed:
            store.add(each)
        return [store.claim(row.id) for row in store.claims(limit=500)]


def test_a_reprint_is_the_same_voice(border: list[Claim]) -> None:
    clash = next(c for c in border if "exchanged fire" in c.label.span.text)
    assert (clash.counts.reports, clash.counts.origins) == (2, 1)
    assert clash.standing == "reported"


def test_every_entry_quotes_its_report_and_knows_its_voice(border: list[Claim]) -> None:
    for claim in border:
        told = [when[0] for e in claim.entries if (when := days(e.said or e.published)) is not None]
        assert told == sorted(told)
        assert all(e.words and e.origin >= 0 for e in claim.entries)
        assert claim == Claim.from_json(claim.to_json())
