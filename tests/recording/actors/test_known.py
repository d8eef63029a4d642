"""What the package's tables answer to those who look for actors."""

from __future__ import annotations

from onrecord.recording.actors.known import Known

KNOWN = Known()


def test_the_holder_of_an_office_on_a_day() -> None:
    holder = KNOWN.holder("RUS", "president", "2020-05-01")
    assert holder is not None
    assert (holder.name, holder.wikidata, holder.country) == ("Vladimir Putin", "Q7747", "RUS")
    assert KNOWN.holder("RUS", "president", None) is None


def test_a_leader_by_full_name() -> None:
    assert (KNOWN.leader("Kim Jong Un", "2024-01-01") or KNOWN.leader("", None)) is not None
    assert KNOWN.leader("Nobody Whatever", "2024-01-01") is None


def test_states_and_bodies() -> None:
    assert KNOWN.states("Seoul")[0].code == "KOR"
    assert KNOWN.state("KOR") == "South Korea"
    body = KNOWN.body("NATO")
    assert body is not None
    assert body.kind == "organization"
