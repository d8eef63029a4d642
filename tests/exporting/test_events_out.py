"""Events as PLOVER objects and as CAMEO dyads, and what a dyad cannot say."""

from __future__ import annotations

from msgspec.structs import replace

from onrecord.exporting.cameo import dyads, losses, party
from onrecord.exporting.chosen import Chosen
from onrecord.exporting.plover import plover
from onrecord.record import Dated
from tests.exporting.told import ACTORS, EVENTS, RECORD, chosen


def test_a_happening_is_one_object_with_all_its_mentions() -> None:
    shelling, expelling, shelled_not = plover(chosen())
    assert shelling["event"] == ["ASSAULT"]
    assert (shelling["mode"], shelling["event_scale"], shelling["quad_code"]) == (["heavy-weapons"], -9.5, 4)
    assert shelling["onrecord"]["mentions"] == ["e1" * 16, "e2" * 16]
    assert shelling["actor"][0]["entity_text"] == "Army"
    assert shelling["size"] == {"dead": 3.0, "injured": None, "arrested": None}
    assert (shelling["date"], shelling["onrecord"]["date_basis"], shelling["event_loc"]["resolution"]) == ("2031-03-06", "text", 4)
    assert (expelling["date"], expelling["enddate"]) == ("2031-03-10", "2031-03-16")
    assert expelling["onrecord"]["auxiliary"] == ["future", "hypothetical"]
    assert expelling["onrecord"]["stances"][0]["condition"]["text"] == "If the shelling goes on"
    assert (shelled_not["date"], shelled_not["onrecord"]["date_basis"]) == ("2031-03-07", "publication")
    assert shelled_not["onrecord"]["auxiliary"] == ["negation"]


def test_the_reduced_type_has_the_mode_that_goes_with_it() -> None:
    threatened = replace(EVENTS[0], plover="THREATEN", condition=EVENTS[2].condition)
    (told,) = plover(Chosen(replace(RECORD, events=[threatened])))
    assert (told["event"], told["mode"], told["event_scale"]) == (["THREATEN"], ["violence"], -3.5)
    assert (told["onrecord"]["type"], told["onrecord"]["mode"]) == ("ASSAULT", "heavy-weapons")


def test_dyads_are_pairs_of_parties() -> None:
    first, second = dyads(chosen())
    assert [first[name] for name in ("date", "source", "target", "code", "score")] == ["2031-03-06", "BRDMIL", "SYLGOV", "194", -9.5]
    assert (second["target"], second["target_name"], second["date"]) == ("---", "diplomats", "2031-03-10")


def test_parties_have_cameos_names_for_sectors() -> None:
    assert party(replace(ACTORS[0], sectors=["JRN"])) == "BRDMED"
    assert party(replace(ACTORS[0], country=None, sectors=["MED"])) == "HLH"


def test_losses_tell_what_has_no_row_and_what_a_row_lacks() -> None:
    told = {(loss.key[:2], loss.left_out, loss.reason): loss.detail for loss in losses(chosen())}
    assert ("e4", True, "negation") in told
    assert told["e1", False, "word"] == "it stands on the word of Ana Dorn"
    assert told["e1", False, "denial"] == "denied by Ivo Kurtz"
    assert ("e1", False, "figures") in told
    assert told["e3", False, "party"] == "diplomats has neither country nor sector"
    assert told["e3", False, "date"] == "the first day of 2031-03-10/2031-03-16"
    assert ("e3", False, "condition") in told


def test_what_lacks_a_side_or_a_day_has_no_row() -> None:
    first = EVENTS[0]
    undated = replace(RECORD.report, published=None)
    for event, report, reason in (
        (replace(first, actors=[]), RECORD.report, "no source"),
        (replace(first, recipients=[]), RECORD.report, "no target"),
        (replace(first, time=Dated()), undated, "no date"),
    ):
        subject = Chosen(replace(RECORD, events=[event], report=report))
        assert list(dyads(subject)) == []
        assert [(loss.left_out, loss.reason) for loss in losses(subject)] == [(True, reason)]


def test_a_day_of_publication_is_told_as_a_loss() -> None:
    subject = Chosen(replace(RECORD, events=[replace(EVENTS[0], time=Dated())]))
    assert next(iter(dyads(subject)))["date"] == "2031-03-07"
    assert "publication" in next(loss.detail for loss in losses(subject) if loss.reason == "date")
