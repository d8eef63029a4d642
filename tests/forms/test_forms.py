"""Forms of text beside the news story: the record of each is what somebody who reads the text would expect. All texts are invented."""

from __future__ import annotations

import re
import warnings
from functools import cache
from typing import TYPE_CHECKING, get_args

import msgspec
import pytest

from onrecord import NotEnglishWarning, Record
from tests.forms.generated import Layout, listed, names, quotations
from tests.forms.looking import HERE, TEXTS, Look, seconds, spans_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord import Reader

LENK, BERRIO = "Mara Lenk", "Tomas Berrio"
BARE = frozenset("i we you he she it they me us him her them the this that these those a an one who which what there my our your his its their".split())
LAYOUTS = get_args(Layout)
COMPARED = 4
"""How many times longer the longer of two texts is, whose times are compared."""


@pytest.fixture(scope="module")
def quoted(reader: Reader) -> Look:
    return Look(reader.read_text(quotations(200)[0]))


@cache
def _listed(reader: Reader, layout: Layout) -> Look:
    with warnings.catch_warnings():  # that a list of names is in English is a test of its own
        warnings.simplefilter("ignore", NotEnglishWarning)
        return Look(reader.read_text(listed(500, layout)))


# what holds for every text


def test_readme_names_each_text_and_says_that_it_is_invented() -> None:
    readme = (HERE / "README.md").read_text(encoding="utf-8")
    assert "**invented**" in readme
    assert sorted(re.findall(r"`(\w+\.txt)`", readme)) == TEXTS


@pytest.mark.parametrize("name", TEXTS)
def test_spans_resolve_and_the_record_comes_back_from_json(look: Callable[[str], Look], name: str) -> None:
    seen = look(name)
    spans = list(spans_of(msgspec.json.decode(seen.record.to_json())))
    assert len(spans) > 1
    assert [s for s in spans if "blocks" not in s and s["text"] != seen.text[s["start"] : s["end"]]] == []
    assert Record.from_json(seen.record.to_json()) == seen.record


@pytest.mark.parametrize("name", TEXTS)
def test_nobody_is_called_by_a_pronoun_or_an_article(look: Callable[[str], Look], name: str) -> None:
    seen = look(name)
    assert [a.name for a in seen.record.actors if a.name.lower() in BARE or not re.search(r"[A-Za-z]{2}", a.name)] == []


@pytest.mark.parametrize("name", TEXTS)
def test_a_pronoun_is_no_source_unless_it_is_known_whose(look: Callable[[str], Look], name: str) -> None:
    seen = look(name)
    wrong = (s for s in seen.statements if s.source and s.source.text != "A" and s.source.text.lower() in BARE and not s.speakers and s.source_kind == "unknown")
    assert seen.shown(wrong) == []


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_is_said_twice(look: Callable[[str], Look], name: str) -> None:
    seen = look(name)
    places = [[(piece.start, piece.end) for piece in s.content] for s in seen.statements]
    assert seen.shown(s for s, place in zip(seen.statements, places, strict=True) if places.count(place) > 1) == []


@pytest.mark.parametrize("name", TEXTS)
def test_a_title_that_quotes_nobody_says_nothing(look: Callable[[str], Look], name: str) -> None:
    seen = look(name)
    title = next(b for b in seen.record.report.blocks if b.kind == "title")
    assert seen.shown(s for s in seen.statements if s.content[0].start < title.end and '"' not in seen.said(s)) == []


# a report of many quotations


def test_every_quotation_is_its_speakers_own(quoted: Look) -> None:
    made, wrong, at = quotations(200)[1], [], 0
    for quotation in made:
        for piece in quotation.said:
            at = quoted.text.index(piece, at)
            end = at + len(piece)
            there = [s for s in quoted.statements if s.within is None and any(c.start <= at and c.end >= end for c in s.content)]
            if [quoted.who(s) for s in there] != [[quotation.speaker]]:
                wrong.append(f"{quotation.order}: {piece!r} of {quotation.speaker} is {[quoted.brief(s) for s in there]}")
            at = end
    assert wrong == []


def test_there_are_as_many_statements_as_paragraphs_of_quotation(quoted: Look) -> None:
    long = sum(quotation.order.startswith("long") for quotation in quotations(200)[1])
    outer = [s for s in quoted.statements if s.within is None]
    assert len(outer) == 200 + long
    assert sum(s.continues is not None for s in outer) == long
    assert quoted.shown(s for s in outer if s.form != "direct") == []


def test_the_speakers_of_many_quotations_are_the_people_of_the_report(quoted: Look) -> None:
    assert {name for s in quoted.statements if s.within is None for name in quoted.who(s)} == set(names(20))


def test_many_quotations_are_read_in_time_that_grows_with_them(reader: Reader) -> None:
    few, many = (seconds(reader, quotations(count)[0]) for count in (50, 50 * COMPARED))
    assert many < 1.4 * COMPARED * few


# reports in which nobody says anything


@pytest.mark.parametrize("name", ["weather.txt", "bridge.txt"])
def test_where_nobody_speaks_there_is_no_statement(look: Callable[[str], Look], name: str) -> None:
    seen = look(name)
    assert seen.shown(iter(seen.statements)) == []


@pytest.mark.parametrize("name", ["weather.txt", "bridge.txt"])
def test_where_nothing_is_done_to_anybody_there_is_hardly_an_event(look: Callable[[str], Look], name: str) -> None:
    seen = look(name)
    assert len(seen.record.events) <= 1, [(e.type, e.trigger.text) for e in seen.record.events]
    assert len(seen.record.actors) <= 2, seen.names


# lists of names


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_list_of_names_under_an_english_title_is_english(reader: Reader, layout: Layout) -> None:
    assert _listed(reader, layout).record.report.language == "en"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nobody_in_a_list_of_names_says_or_does_anything(reader: Reader, layout: Layout) -> None:
    seen = _listed(reader, layout)
    assert seen.shown(iter(seen.statements)) == []
    assert len(seen.record.events) <= 1


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_actors_of_a_list_of_names_are_the_people_in_it(reader: Reader, layout: Layout) -> None:
    """Or nobody; a town behind a name is no person, and no name is cut or run into the next."""
    seen, known = _listed(reader, layout), {*names(500, 11), "Assembly of Coastal States"}
    assert [(a.name, a.kind) for a in seen.record.actors if a.name not in known] == []
    assert [a.name for a in seen.record.actors if any("\n" in m.text for m in a.mentions)] == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_list_of_names_is_read_in_time_that_grows_with_it(reader: Reader, layout: Layout) -> None:
    few, many = (seconds(reader, listed(count, layout)) for count in (125, 125 * COMPARED))
    assert many < max(1.4 * COMPARED * few, 0.5)


# a live blog


@pytest.mark.parametrize(
    ("who", "words", "form", "act"),
    [
        ("coast guard", "Both ships have been secured", "indirect", {"say"}),
        ("Ruta Halvers", '"Nobody is hurt and nobody is missing,"', "direct", {"say"}),
        ("Jon Perrault", "it would return by midnight", "indirect", {"say", "announce", "promise"}),
        ("Dora Kessling", "people to stay at home", "indirect", {"request"}),
        ("Dora Kessling", '"Do not go down to look at the waves," "The waves will come up to look at you."', "direct", {"say", "warn", "demand"}),
        (LENK, "no ship would leave before Wednesday", "indirect", {"say", "announce"}),
        (BERRIO, '"We asked for a second breakwater in June. We were sent a brochure."', "direct", {"say"}),
    ],
)
def test_who_says_what_in_a_live_blog(look: Callable[[str], Look], who: str, words: str, form: str, act: set[str]) -> None:
    seen = look("live_blog.txt")
    (statement,) = [s for s in seen.statements if seen.said(s) == words]
    assert (seen.who(statement), statement.form) == ([who], form)
    assert statement.act in act
    assert (statement.time.value or "").startswith("2024-11-12") or (statement.time.value is None and act == {"request"})  # "has asked" says no day


def test_there_is_nothing_else_said_in_the_live_blog(look: Callable[[str], Look]) -> None:
    seen = look("live_blog.txt")
    assert 7 <= len(seen.statements) <= 9, seen.shown(iter(seen.statements))


def test_time_stamps_are_times_of_the_day_and_nothing_else(look: Callable[[str], Look]) -> None:
    seen = look("live_blog.txt")
    stamp = re.compile(r"\d{1,2}[:.]\d\d")
    assert seen.shown(s for s in seen.statements if stamp.search(seen.said(s)) or (s.source and stamp.search(s.source.text))) == []
    assert [a.name for a in seen.record.actors if re.search(r"\d|GMT", a.name)] == []
    assert [q.text for q in seen.record.quantities if stamp.search(q.text)] == []
    stamps = [t for t in seen.record.times if stamp.search(t.text)]
    assert len(stamps) >= 4
    assert [(t.text, t.value) for t in stamps if not (t.value or "").startswith("2024-11-12T")] == []


def test_what_was_asked_for_in_june_was_asked_for_last_june(look: Callable[[str], Look]) -> None:
    (june,) = [t for t in look("live_blog.txt").record.times if t.text == "June"]
    assert june.value == "2024-06"


# a judgment


@pytest.mark.parametrize(
    ("who", "words", "act"),
    [
        ({LENK, "applicant"}, "her detention was unlawful and that no reasons were given for it", {"say", "accuse"}),
        ({"Government"}, "the detention was necessary to prevent a riot", {"say"}),
        ({"Government"}, "the applicant asked for a lawyer", {"deny"}),
        ({"COURT", "Court"}, "the arrest warrant bears no date", {"say"}),
        ({"COURT", "Court"}, "the custody record was opened only on 14 March 2018", {"say"}),
        ({"custody officer"}, '"there was nobody to write it down"', {"say"}),
        ({"COURT", "Court"}, "the detention of the applicant had no basis in domestic law", {"say", "announce"}),
        ({"COURT", "Court"}, "the Government's objection that the application was lodged too late", {"reject"}),
        ({"Halvers"}, "the complaint under Article 13 should have been examined as well", {"believe", "say"}),
    ],
)
def test_who_says_what_in_a_judgment(look: Callable[[str], Look], who: set[str], words: str, act: set[str]) -> None:
    seen = look("judgment.txt")
    (statement,) = [s for s in seen.statements if seen.said(s) == words]
    assert statement.act in act
    assert len(statement.speakers) == 1, seen.brief(statement)
    assert seen.who(statement)[0] in who


def test_the_parties_of_a_judgment_are_each_one_actor(look: Callable[[str], Look]) -> None:
    seen = look("judgment.txt")
    called = list(seen.names.values())
    assert [name for name in called if re.search(r"\bv\.|Article|§|\d", name)] == []
    assert called.count("Government") == 1, called
    assert len({"Lenk", LENK, "applicant"} & set(called)) == 1, called


def test_nobody_does_what_a_judgment_says_they_did_not(look: Callable[[str], Look]) -> None:
    """No judge heard her: that is not detaining her; a warrant threatens nobody."""
    seen = look("judgment.txt")
    assert [(e.type, e.trigger.text) for e in seen.record.events if "judge" in [seen.names[i] for i in e.actors]] == []
    assert [(e.type, e.trigger.text) for e in seen.record.events if e.type in ("ASSAULT", "THREATEN", "MOBILIZE")] == []
    assert 8 <= len(seen.statements) <= 16


def test_the_court_holds_what_it_holds(look: Callable[[str], Look]) -> None:
    """The operative part: numbered verbs whose subject stands above them."""
    held = look("judgment.txt").having("there has been a violation of Article 5 § 1 of the Convention")
    assert look("judgment.txt").who(held)[0] in {"COURT", "Court"}


# a speech


def test_who_holds_a_speech_is_named_in_its_title(look: Callable[[str], Look]) -> None:
    """Whatever is said in the first person is the speaker's, or the state's that he speaks for; others said what he tells that they said."""
    seen, others = look("speech.txt"), {"families", "mother"}
    assert any(seen.who(s) == ["Anton Dreval"] for s in seen.statements)
    wrong = [s for s in seen.statements if not s.speakers or not set(seen.who(s)) <= {"Anton Dreval", "Osterland", *others}]
    assert seen.shown(iter(wrong)) == []


def test_a_speech_is_no_heap_of_words(look: Callable[[str], Look]) -> None:
    seen = look("speech.txt")
    assert 4 <= len(seen.statements) <= 20
    assert seen.shown(s for s in seen.statements if (len(seen.said(s).split()) < 3 and seen.said(s) != "people do") or (s.source and s.source.text.lower() == "its means")) == []


def test_what_a_speech_tells_of_others_is_theirs(look: Callable[[str], Look]) -> None:
    seen = look("speech.txt")
    for who, words in (("families", "whether they could go home"), ("mother", "the tide does not read treaties")):
        (statement,) = [s for s in seen.statements if seen.said(s) == words]
        assert seen.who(statement) == [who]
