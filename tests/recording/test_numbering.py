"""Final ids, references, keys, and the proof that spans quote the report."""

from __future__ import annotations

import msgspec
import pytest

from onrecord.errors import BrokenRecordError
from onrecord.reading.report import read_text
from onrecord.record import (
    Actor,
    Dated,
    Event,
    Located,
    MadeBy,
    Mention,
    Place,
    Quantity,
    Record,
    Role,
    Span,
    Stance,
    Statement,
    Time,
)  # fmt: skip
from onrecord.recording.draft import Draft
from onrecord.recording.numbering import number
from onrecord.understanding.marks import Marks

TEXT = "Bergen police said on Monday that 30 people left. Ann Lind denied it."
MADE_BY = MadeBy("0", None, "PLOVER 2.0", {})


def span(words: str) -> Span:
    """Where the words stand."""
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def mention(words: str) -> Mention:
    """The words as a mention."""
    at = span(words)
    return Mention(at.start, at.end, at.text, "name")


def actor(id_: str, words: str | None, *, roles: list[Role] | None = None, part_of: str | None = None) -> Actor:
    """An actor named once, or never."""
    return Actor(id_, words or "unnamed", "other", None, [], roles or [], part_of, None, [mention(words)] if words else [])


def statement(id_: str, cue: str, content: str, speaker: str, **more: object) -> Statement:
    """A statement with little said of it."""
    made = Statement(
        id=id_, key="", speakers=[speaker], source=None, cue=span(cue), source_kind="named", reason=None, content=[span(content)], quoted=[],
        form="indirect", act="say", distance="neutral", addressee=None, occasion=None, prompted_by=None, chain=[], time=Dated(), place=Located(),
        within=None, continues=None, about=[], performs=None, confidence=1.0,
    )  # fmt: skip
    return msgspec.structs.replace(made, **more)


def made(**more: object) -> Record:
    """A record in which everything refers to everything, ids given from last to first."""
    draft = Draft(read_text(TEXT), Marks([], []))
    draft.because("s9", "act", "a rule", span("denied"))
    draft.because("e5", "type", "a rule", span("left"))
    draft.because("a77", "name", "of an actor that was dropped")
    lind = actor("a1", "Ann Lind", roles=[Role("head", "a2", span("police"))], part_of="a2")
    police = actor("a2", "Bergen police")
    event = Event(
        id="e5", key="", same_as=None, type="RETREAT", mode=None, contexts=[], plover="RETREAT", cameo=None, trigger=span("left"),
        evidence=span("30 people left"), actors=["a3"], recipients=["a2"], time=Dated("2024-10-21", "t1", "text"), place=Located("p7", "text"),
        quantities=["q4"], stances=[Stance("s8", "certain", "positive", None, None, 1.0), Stance(None, "certain", "negative", None, None, 1.0)],
        said_by=["s8"], certainty="certain", polarity="positive", condition=None, when="past", echo=False, performed_by=None, confidence=1.0,
    )  # fmt: skip
    monday, people = span("Monday"), span("30 people")
    parts: dict[str, object] = {
        "actors": [lind, police, actor("a3", None), actor("a77", None)],
        "places": [Place("p7", "Bergen", "city", None, None, None, None, None, None, [mention("Bergen")])],
        "times": [Time("t1", monday.start, monday.end, monday.text, "date", "2024-10-21", None, "publication")],
        "quantities": [Quantity("q4", people.start, people.end, people.text, 30, 30, 30, False, "people", "other", None, None, "a3")],
        "statements": [
            statement("s9", "denied", "it", "a1", within="s8", about=["e5"]),
            statement("s8", "said", "30 people left", "a2", addressee="a1", time=Dated("2024-10-21", "t1", "text"), performs="e5"),
        ],
        "events": [event],
    }
    parts.update(more)
    return number(draft, *parts.values(), made_by=MADE_BY)  # type: ignore[arg-type]


def test_ids_follow_first_appearance_and_every_reference_follows_them() -> None:
    record = made()
    assert [(a.id, a.name) for a in record.actors] == [("a1", "Bergen police"), ("a2", "Ann Lind"), ("a3", "unnamed")]
    assert (record.actors[1].part_of, record.actors[1].roles[0].of) == ("a1", "a1")
    first, second = record.statements
    assert (first.id, first.speakers, first.addressee, first.time.ref, first.performs) == ("s1", ["a1"], "a2", "t1", "e1")
    assert (second.id, second.within, second.about) == ("s2", "s1", ["e1"])
    (event,) = record.events
    assert (event.actors, event.recipients, event.place.ref, event.quantities, event.said_by) == (["a3"], ["a1"], "p1", ["q1"], ["s1"])
    assert [stance.by for stance in event.stances] == ["s1", None]
    assert record.quantities[0].of == "a3"


def test_reasons_follow_and_those_of_what_is_not_there_go() -> None:
    assert list(made().reasons) == ["s2.act", "e1.type"]


def test_keys_are_of_cue_or_trigger_and_tell_items_apart() -> None:
    twice = made(statements=[statement("s8", "said", "30 people left", "a2"), statement("s9", "said", "it", "a1")])
    keys = [s.key for s in twice.statements]
    assert len(set(keys)) == 2
    assert keys[0] == made().statements[0].key
    assert made().events[0].key not in keys


def test_an_id_that_is_not_there_is_an_error() -> None:
    with pytest.raises(BrokenRecordError, match="speakers refers to 'a99'"):
        made(statements=[statement("s8", "said", "30 people left", "a99")])


@pytest.mark.parametrize("wrong", [Span(0, 6, "bergen"), Span(60, 90, "denied it."), Span(-3, 0, "it.")])
def test_a_span_that_does_not_quote_the_report_is_an_error(wrong: Span) -> None:
    with pytest.raises(BrokenRecordError, match="does not quote"):
        made(statements=[statement("s8", "said", "it", "a2", quoted=[wrong], performs=None), statement("s9", "denied", "it", "a1")])
