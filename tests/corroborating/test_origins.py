from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.corroborating.origins import Printed, origins
from onrecord.corroborating.signature import signature
from tests.corroborating.invented import BRITISH, INDEPENDENT, OTHER, SPEECH_ONE, SPEECH_OTHER, WIRE

if TYPE_CHECKING:
    import random

LINES = WIRE.split("\n")
ONE_SENTENCE = " ".join(LINES[5].split()[:29])


def printed(id_: str, text: str, published: str | None = None, *, agency: str | None = None, chain: tuple[str, ...] = (), speakers: str = "") -> Printed:
    return Printed(id_, signature(text), agency=agency, publisher=f"paper of {id_}", chain=chain, published=published, speakers=frozenset(speakers.split()))


def members(*reports: Printed) -> list[tuple[str, ...]]:
    return [voice.members for voice in origins(reports)]


def test_copies_are_one_voice_and_the_earliest_leads() -> None:
    found = origins([printed("c", BRITISH, "2021-03-10"), printed("a", INDEPENDENT, "2021-03-11"), printed("b", WIRE, "2021-03-09")])
    assert [(voice.members, voice.earliest) for voice in found] == [(("b", "c"), "b"), (("a",), "a")]
    assert [(tie.a, tie.b, tie.why) for tie in found[0].ties] == [("b", "c", "copy")]
    assert found[1].ties == ()


def test_a_common_speaker_makes_one_voice() -> None:
    reports = [printed("a", SPEECH_ONE, speakers="hale"), printed("b", SPEECH_OTHER, speakers="hale"), printed("c", OTHER, speakers="hale unions")]
    assert members(*reports) == [("a", "b"), ("c",)]
    assert len(origins(reports, by=("copy", "agency"))) == 3


def test_one_agency_on_a_story_worded_alike() -> None:
    alike = f"{INDEPENDENT}\n{ONE_SENTENCE}"
    assert members(printed("a", WIRE), printed("b", alike)) == [("a",), ("b",)]
    found = origins([printed("a", WIRE, agency="Meridian Press"), printed("b", alike, chain=("paper of b", "MERIDIAN PRESS"))])
    assert [voice.members for voice in found] == [("a", "b")]
    assert (found[0].ties[0].why, found[0].ties[0].reasons[0]) == ("agency", "both name meridian press")


def test_one_agency_on_two_stories_is_two_voices() -> None:
    assert len(members(printed("a", WIRE, agency="Meridian Press"), printed("b", OTHER, agency="Meridian Press"))) == 2


def test_an_outlet_is_no_agency_of_its_own() -> None:
    both = [Printed(n, signature(t), publisher="The Quay", chain=("The Quay",)) for n, t in (("a", WIRE), ("b", f"{INDEPENDENT}\n{ONE_SENTENCE}"))]
    assert len(origins(both)) == 2


def test_a_report_made_of_two_older_ones_does_not_make_them_one() -> None:
    mixed = "\n".join([*LINES[:3], *INDEPENDENT.split("\n")[:2], *INDEPENDENT.split("\n")[3:]])
    found = members(printed("wire", WIRE, "2021-03-09"), printed("own", INDEPENDENT, "2021-03-09"), printed("mixed", mixed, "2021-03-12"))
    assert found == [("own", "mixed"), ("wire",)]


def test_the_long_form_holds_its_cuts_together() -> None:
    first, second = "\n".join(LINES[:3]), "\n".join(LINES[3:])
    assert members(printed("long", WIRE, "2021-03-09"), printed("x", first, "2021-03-10"), printed("y", second, "2021-03-10")) == [("long", "x", "y")]


def test_two_reports_of_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="one id"):
        origins([printed("a", WIRE), printed("a", OTHER)])


def test_none_and_one() -> None:
    assert origins([]) == []
    assert members(printed("a", "")) == [("a",)]


POOL = [
    printed("a", WIRE, "2021-03-09", agency="Meridian Press"),
    printed("b", BRITISH, "2021-03-10"),
    printed("c", INDEPENDENT, "2021-03-09"),
    printed("d", "\n".join([*LINES[:3], *INDEPENDENT.split("\n")[:2], *INDEPENDENT.split("\n")[3:]]), "2021-03-12"),
    printed("e", "\n".join(LINES[2:5]), None),
    printed("f", OTHER, "2021-03-09", speakers="ostrava"),
    printed("g", SPEECH_ONE, "2021-03-08", speakers="hale"),
    printed("h", SPEECH_OTHER, None, speakers="hale"),
    printed("i", f"{SPEECH_OTHER}\n{OTHER}", "2021-03-15", agency="Meridian Press"),
]


@given(st.sets(st.integers(0, len(POOL) - 1)), st.randoms(use_true_random=False))
def test_the_order_of_the_input_makes_no_difference(chosen: set[int], draw: random.Random) -> None:
    reports = [POOL[i] for i in sorted(chosen)]
    mixed = draw.sample(reports, len(reports))
    assert origins(reports) == origins(mixed)
    assert sorted(each for voice in origins(mixed) for each in voice.members) == sorted(each.id for each in reports)
