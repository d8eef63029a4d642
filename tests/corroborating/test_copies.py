from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import copies as benchmark
from benchmarks.own_edits import EDITS
from onrecord.corroborating.copies import compare
from onrecord.corroborating.signature import signature
from tests.corroborating.invented import BRITISH, INDEPENDENT, OTHER, SPEECH_ONE, SPEECH_OTHER, WIRE

if TYPE_CHECKING:
    import random
    from pathlib import Path

LINES = WIRE.split("\n")
EDITED = {
    "headline": "Ship hits wall\nBy our staff\n" + WIRE,
    "cut": "\n".join(LINES[:3]),
    "lead": "Fuel is in the water at Port Ashby after an accident.\n" + "\n".join(LINES[1:]),
    "inserted": "\n".join(line for pair in zip(LINES, [*OTHER.split("\n"), "", "", ""], strict=True) for line in pair),
    "moved": "\n".join([LINES[0], *reversed(LINES[1:])]),
    "spelt": BRITISH,
    "trimmed": WIRE.replace(", according to the harbor master, Ottilie Brandreth", "").replace(" shortly after six in the morning", "").replace(" in the past five years", ""),
    "in a round-up": f"{OTHER}\n{SPEECH_ONE}\n{LINES[0]}\n{LINES[1]}\n{LINES[3]}\n{SPEECH_OTHER}",
    "all at once": f"Harbour fuel spill: schools shut\nFuel is in the water at Port Ashby after an accident.\n{BRITISH.split(chr(10))[4]}\n{OTHER.split(chr(10))[1]}\n{BRITISH.split(chr(10))[3]}\n{BRITISH.split(chr(10))[1].replace(', according to the harbour master, Ottilie Brandreth', '')}",
}


@pytest.mark.parametrize("edit", EDITED)
def test_a_copy_is_known_however_it_was_edited(edit: str) -> None:
    found = compare(signature(WIRE), signature(EDITED[edit]))
    assert found.copy and found.score >= 0.5
    assert "own words stand in the other" in found.reasons[0]


@pytest.mark.parametrize(("a", "b"), [*combinations((WIRE, INDEPENDENT, OTHER, SPEECH_ONE), 2), (SPEECH_ONE, SPEECH_OTHER)])
def test_independent_reports_are_no_copies(a: str, b: str) -> None:
    assert not compare(signature(a), signature(b)).copy


def test_one_speech_in_two_reports_is_seen_and_does_not_count() -> None:
    found = compare(signature(SPEECH_ONE), signature(SPEECH_OTHER))
    assert found.quotes > 0.8
    assert found.shared <= 2
    assert any("does not count" in reason for reason in found.reasons)


def test_containment_goes_both_ways() -> None:
    part = compare(signature(EDITED["cut"]), signature(WIRE))
    assert part.a_in_b > 0.95
    assert 0.25 < part.b_in_a < 0.55
    assert part.longest > 50


def test_a_report_is_a_copy_of_itself() -> None:
    found = compare(signature(WIRE), signature(WIRE))
    assert (found.a_in_b, found.b_in_a, found.score, found.copy) == (1.0, 1.0, 1.0, True)


def test_what_is_all_one_interview_is_compared_by_all_its_words() -> None:
    talk = "\n".join(f"“{line.replace(chr(34), '')}”" for line in LINES)
    assert compare(signature(talk), signature("\n".join(talk.split("\n")[:4]))).copy


@pytest.mark.parametrize("text", ["", "Three words only"])
def test_nothing_is_a_copy_of_a_text_without_runs(text: str) -> None:
    found = compare(signature(text), signature(WIRE))
    assert (found.copy, found.score, found.reasons) == (False, 0.0, [])


@given(st.randoms(use_true_random=False), st.floats(0.1, 1.0))
def test_the_order_of_the_two_makes_no_difference(draw: random.Random, share: float) -> None:
    lines = draw.sample(LINES + OTHER.split("\n") + INDEPENDENT.split("\n"), 6)
    a, b = signature(WIRE), signature("\n".join(lines))
    one, other = compare(a, b), compare(b, a)
    assert (one.a_in_b, one.b_in_a, one.copy, one.shared) == (other.b_in_a, other.a_in_b, other.copy, other.shared)


def test_edited_reports_are_known_and_reports_of_one_event_are_kept_apart(shared: Path) -> None:
    pairs = [pair for name, found in benchmark.edited(benchmark.texts(), count=40).items() if name in EDITS for pair in found]
    right = sum(compare(a, b).copy for a, b in pairs)
    called = [(a, b) for a, b, overlap in benchmark.of_one_event() if overlap.copy]
    wrong = [each for each in called if (min(each)[:8], max(each)[:8]) in benchmark.INDEPENDENT]
    assert right / len(pairs) > 0.97
    assert right / (right + len(wrong)) > 0.98
    assert len(called) < 50
