"""Two marked parties: how the events of a text vote, and how votes and encoder are weighed."""

from __future__ import annotations

import math

import pytest

import onrecord
from onrecord.recording.pairs import ENCODER, WEIGHTS, weigh

TEXT = "Norway expelled two Danish envoys on Monday, and Iceland condemned Norway for it."


def _at(words: str, after: int = 0) -> tuple[int, int]:
    start = TEXT.index(words, after)
    return start, start + len(words)


@pytest.fixture(scope="module")
def reader() -> onrecord.Reader:
    return onrecord.Reader()


def test_an_event_between_the_parties_votes_as_such(reader: onrecord.Reader) -> None:
    found = reader.pair_votes(TEXT, actor=_at("Iceland"), recipient=_at("Norway", 20))
    assert ("between them", "ACCUSE") in found


def test_an_event_the_other_way_round_is_told_apart(reader: onrecord.Reader) -> None:
    found = reader.pair_votes(TEXT, actor=_at("Norway", 20), recipient=_at("Iceland"))
    assert ("the other way", "ACCUSE") in found
    assert ("between them", "ACCUSE") not in found


def test_events_of_strangers_vote_as_of_others(reader: onrecord.Reader) -> None:
    assert {place for place, _ in reader.pair_votes(TEXT, actor=None, recipient=None)} == {"of others"}


def test_without_votes_the_encoder_s_order_stands() -> None:
    encoder = {"ACCUSE": 0.5, "AID": 0.3, "ASSAULT": 0.2}
    weighed = weigh(encoder, set())
    assert sorted(weighed, key=weighed.__getitem__) == ["ASSAULT", "AID", "ACCUSE"]
    assert math.isclose(sum(weighed.values()), 1)
    assert math.isclose(weighed["ACCUSE"] / weighed["AID"], (0.5 / 0.3) ** ENCODER)


def test_a_vote_multiplies_the_odds_by_its_weight() -> None:
    encoder = {"ACCUSE": 0.5, "AID": 0.5}
    weighed = weigh(encoder, {("between them", "AID"), ("of others", "SANCTION")})
    assert math.isclose(weighed["AID"] / weighed["ACCUSE"], math.exp(WEIGHTS["between them"]))
