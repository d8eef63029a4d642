"""Places: which names become one place, what kind it is, and which of several is meant. Names used as places are given by hand."""

from __future__ import annotations

import re

import pytest

from onrecord.reading import read_text
from onrecord.record import Mention, Place
from onrecord.recording.actors import Cast
from onrecord.recording.draft import Draft
from onrecord.recording.places import dateline_place, find
from onrecord.understanding.marks import Marks, Name, Sentence, Token


def draft_of(text: str, *names: str) -> tuple[Draft, Cast]:
    """A draft of the text cut at spaces, and a cast in which each of the names is a place wherever it stands."""
    report = read_text(text)
    words = list(re.finditer(r"\w[\w.'-]*|[^\w\s]", report.text))
    tokens = [Token(m.start(), m.end(), m[0], m[0].lower(), "PROPN", "NNP", -1, "root", 0) for m in words]
    found = [m for name in names for m in re.finditer(rf"\b{re.escape(name)}(?!\w)", report.text)]
    marks = Marks(tokens, [Sentence(0, len(report.text), 0, len(tokens))], [Name(m.start(), m.end(), "LOCATION", 1.0) for m in found])
    literal = [Mention(m.start(), m.end(), m[0], "name") for m in found]
    return Draft(report, marks), Cast([], literal, marks, {})


def places(text: str, *names: str) -> dict[str, Place]:
    """The places found, by name."""
    return {place.name: place for place in find(*draft_of(text, *names))}


def test_a_city_in_a_state_lies_within_it() -> None:
    found = places("Shells fell on Goma, Congo, all night, people said.", "Goma", "Congo")
    goma, congo = found["Goma"], found["Democratic Republic of the Congo"]
    assert (goma.kind, goma.country, goma.admin1, goma.within) == ("city", "COD", "Nord-Kivu", congo.id)
    assert congo.kind == "country"


@pytest.mark.parametrize(("larger", "country"), [("Ontario", "CAN"), ("Britain", "GBR"), ("Ohio", "USA")])
def test_the_place_named_after_it_decides(larger: str, country: str) -> None:
    found = places(f"The envoy was born in London, {larger}, and never went back.", "London", larger)
    assert found["London"].country == country


def test_the_report_s_states_decide() -> None:
    text = "Guards fired in Tripoli on Monday. Lebanon sent more of them, and Lebanon kept silent."
    assert places(text, "Tripoli", "Lebanon")["Tripoli"].country == "LBN"
    assert places("Guards fired in Tripoli on Monday.", "Tripoli")["Tripoli"].country == "LBY"


def test_all_names_of_one_state_are_one_place_and_its_part_another() -> None:
    found = find(*draft_of("In Ukraine it snowed, and in eastern Ukraine it rained; in Ukraine nobody cared.", "Ukraine"))
    assert [(p.name, p.kind, p.country, len(p.mentions)) for p in found] == [("Ukraine", "country", "UKR", 2), ("Ukraine", "region", "UKR", 1)]
    assert found[1].latitude is None


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Black Sea", "water"),
        ("Lake Morven", "water"),
        ("Strait of Nowhere", "water"),
        ("Halden Bridge", "site"),
        ("Orlec Peninsula", "region"),
        ("West Africa", "region"),
    ],
)
def test_the_name_tells_its_kind(words: str, kind: str) -> None:
    place = places(f"They met again near the {words} in the spring.", words)[words]
    assert (place.kind, place.geonames) == (kind, None)


def test_what_is_not_known_stays_open() -> None:
    place = places("They were seen in Qorvandel at dawn.", "Qorvandel")["Qorvandel"]
    assert (place.country, place.latitude, place.geonames) == (None, None, None)


def test_the_dateline_s_place_in_capitals() -> None:
    draft, cast = draft_of("NAIROBI, March 3 (Reuters) - The minister resigned, her office said on Monday, after a night of talks.")
    found = find(draft, cast)
    assert draft.report.dateline is not None
    assert [(p.name, p.country) for p in found] == [("Nairobi", "KEN")]
    assert dateline_place(draft, found) == found[0].id


def test_every_place_gives_its_reason() -> None:
    draft, cast = draft_of("Shells fell on Goma, Congo, all night, people said.", "Goma", "Congo")
    for place in find(draft, cast):
        assert any(key.startswith(f"{place.id}.") for key in draft.reasons)


def test_an_article_that_is_part_of_the_name_stays() -> None:
    found = places("Envoys met in The Hague, and later in the Hague's old court.", "The Hague")
    assert list(found) == ["The Hague"]
    assert found["The Hague"].country == "NLD"


def test_a_name_that_holds_what_it_lies_in_is_two_places() -> None:
    found = places("The swan was found at a zoo in Dresden, Germany, on Friday.", "Dresden, Germany")
    assert found["Dresden"].within == found["Germany"].id
    assert found["Dresden"].country == "DEU"


def test_a_comma_before_what_no_place_holds_is_part_of_the_name() -> None:
    assert list(places("They met at Hill, Lorne and Partners, near noon.", "Hill, Lorne")) == ["Hill, Lorne"]


def test_a_division_with_a_compass_word_is_no_part_of_a_state() -> None:
    found = places("A child has died in Northern Ireland, the ministry said.", "Northern Ireland")
    assert (found["Northern Ireland"].country, found["Northern Ireland"].latitude is not None) == ("GBR", True)


def test_a_town_that_says_hills_is_a_town() -> None:
    assert places("The car was found in Beverly Hills in California.", "Beverly Hills", "California")["Beverly Hills"].kind == "city"


def test_a_street_lies_within_the_town_named_near_it_and_only_there() -> None:
    near = places("In Tbilisi a bus stopped. On Frostwick Street it burned.", "Tbilisi", "Frostwick Street")
    assert near["Frostwick Street"].within == near["Tbilisi"].id
    assert near["Frostwick Street"].latitude is None
    far = places(f"In Tbilisi a bus stopped. {'Nobody knew why it had done so. ' * 20}On Frostwick Street it burned.", "Tbilisi", "Frostwick Street")
    assert far["Frostwick Street"].within is None
