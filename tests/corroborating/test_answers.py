"""What is an item of claims, and what an answer says to the question before it; on the invented briefings of the stories."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.corroborating.answers import replies, stance_of
from onrecord.corroborating.entries import entries
from onrecord.corroborating.mentions import put_forward, told_under
from onrecord.corroborating.profile import profiles
from onrecord.corroborating.told import Told

if TYPE_CHECKING:
    from onrecord.pipeline import Reader
    from onrecord.record import Record

STORIES = Path(__file__).resolve().parents[2] / "samples" / "stories"


@pytest.fixture(scope="module")
def oslo(reader: Reader) -> Record:
    return reader.file(STORIES / "trawler" / "05_oslo_briefing.txt").record


@pytest.fixture(scope="module")
def astana(reader: Reader) -> Record:
    return reader.file(STORIES / "border" / "06_astana_briefing.txt").record


def told(record: Record) -> dict[str, str]:
    """What each reply is to, by the last words of the question."""
    return {reply.asked.text.split()[-1]: reply.stance for reply in replies(record).values()}


def test_a_yes_to_do_you_deny_is_a_denial(oslo: Record) -> None:
    assert told(oslo)["that?"] == "denies"


def test_no_comment_declines_and_not_ruled_out_is_possible(oslo: Record, astana: Record) -> None:
    assert told(oslo)["mackerel?"] == "declines"
    assert told(oslo)["agreement?"] == "possible"
    assert told(astana)["soldiers?"] == "declines"
    assert told(astana)["it"] == "possible"


def test_an_answer_of_its_own_is_no_reply(oslo: Record) -> None:
    assert "meeting?" not in told(oslo)


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("I have no comment on that", "declines"), ("she could neither confirm nor deny the report", "declines"), ("the cause was not yet known", "declines"),
        ("We can't rule that out", "possible"), ("Nothing is off the table", "possible"), ("The gates were shut all night", None),
    ],
)  # fmt: skip
def test_words_that_only_decline_or_leave_open(words: str, stance: str | None) -> None:
    assert stance_of(words) == stance


def test_a_denial_in_an_answer_is_an_entry_on_what_was_asked(oslo: Record) -> None:
    made = profiles(oslo, {})
    answer = next(s for s in oslo.statements if s.content and s.content[0].text.startswith("I do."))
    profile = next(p for p in made if p.ref.key == answer.key)
    assert profile.takes_up is not None
    asked = next(event for event in oslo.events if event.key == profile.takes_up[0])
    assert asked.trigger.text == "rammed"
    (entry,) = entries(Told(oslo, oslo.report.id), [answer.key])
    assert (entry.stance, [party.name for party in entry.speakers]) == ("denies", ["Pal Sundby"])


def test_what_lies_in_a_condition_is_no_item(astana: Record) -> None:
    supposed = [event for event in astana.events if event.evidence.text.startswith("If our men")]
    assert supposed
    assert not {event.id for event in supposed} & told_under(astana).keys()


def test_a_title_tells_no_item(reader: Reader) -> None:
    record = reader.file(STORIES / "trawler" / "08_channel_north.html").record
    title = next(block for block in record.report.blocks if block.kind == "title")
    kept = {profile.ref.key for profile in profiles(record, {})}
    in_title = [s for s in record.statements if s.content and s.content[0].start < title.end]
    assert in_title
    assert not any(put_forward(record, s.content[0]) or s.key in kept for s in in_title)
