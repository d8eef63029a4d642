"""Names that could be several things: people's names, short forms of states of the US, divisions that have a state's name, waters."""

from __future__ import annotations

import pytest

from onrecord.record import Actor, Mention
from onrecord.recording.actors import Cast
from onrecord.recording.places import find
from tests.recording.places.test_find import draft_of, places


@pytest.mark.parametrize("short", ["Va.", "VA"])
def test_a_short_form_tells_the_state_of_a_city(short: str) -> None:
    found = places(f"Two barns burned in Gainesville, {short} on Monday, people said.", "Gainesville")
    assert (found["Gainesville"].country, found["Gainesville"].admin1) == ("USA", "Virginia")
    virginia = found["Virginia"]
    assert (virginia.kind, virginia.country, found["Gainesville"].within) == ("region", "USA", virginia.id)
    assert virginia.mentions[0].text == short


def test_georgia_holds_atlanta_and_tbilisi() -> None:
    american = places("Rain fell on Macon, Georgia, all day.", "Macon", "Georgia")["Georgia"]
    assert (american.kind, american.country) == ("region", "USA")
    other = places("Rain fell on Kutaisi, Georgia, all day.", "Kutaisi", "Georgia")["Georgia"]
    assert (other.kind, other.country) == ("country", "GEO")


def test_georgia_among_states_of_the_us_is_one_of_them() -> None:
    text = "Farms in Florida, Georgia and Alabama stood under water."
    assert places(text, "Florida", "Georgia", "Alabama")["Georgia"].country == "USA"


def test_georgia_beside_states_is_a_state() -> None:
    text = "Farms in Armenia, Georgia and Turkey stood under water."
    assert places(text, "Armenia", "Georgia", "Turkey")["Georgia"].country == "GEO"


def test_a_name_behind_a_given_name_is_a_persons() -> None:
    assert places("The prize went to Robert Jordan this year.", "Jordan") == {}
    assert "Jordan" in places("They fled to Jordan this year.", "Jordan")


def test_the_last_name_of_a_person_of_the_report_is_no_place() -> None:
    draft, cast = draft_of("Elin Maro came. Maro spoke of the harvest near Lima.", "Maro", "Lima")
    person = Actor("a1", "Elin Maro", "person", None, [], [], None, None, [Mention(0, 9, "Elin Maro", "name")])
    found = find(draft, Cast([person], cast.literal, cast.marks, {}))
    assert [place.name for place in found] == ["Lima"]


def test_waters_and_mountains_have_a_point() -> None:
    found = places("Ships left the Black Sea for the Baltic while snow fell on the Caucasus.", "Black Sea", "Baltic", "Caucasus")
    assert {name: place.kind for name, place in found.items()} == {"Black Sea": "water", "Baltic": "water", "Caucasus": "region"}
    assert all(place.latitude is not None and place.geonames is None for place in found.values())


def test_districts_are_known_and_names_that_agree_on_a_state_admit_its_cities() -> None:
    found = places("Water rose in Nueva Ecija, in Bulacan and in Cabanatuan.", "Nueva Ecija", "Bulacan", "Cabanatuan")
    assert {place.country for place in found.values()} == {"PHL"}
    assert found["Nueva Ecija"].kind == "region"


@pytest.mark.parametrize("name", ["Asian", "European", "Russia-Ukraine", "VAR", "Francisco Calvo"])
def test_adjectives_pairs_acronyms_and_people_are_no_places(name: str) -> None:
    assert places(f"They wrote of the {name} meeting all night.", name) == {}


def test_central_america_is_no_part_of_the_united_states() -> None:
    found = places("Harvests failed across Central America this year.", "America")
    assert {name: (place.kind, place.country) for name, place in found.items()} == {"Central America": ("region", None)}


def test_a_capital_goes_before_a_division_of_its_name() -> None:
    found = places("A plane left Washington at noon.", "Washington")["Washington"]
    assert (found.kind, found.admin1) == ("city", "District of Columbia")


def test_divisions_in_a_list_do_not_lie_in_each_other() -> None:
    found = places("Votes were cast in Michigan, Mississippi, Illinois and Arizona.", "Michigan", "Mississippi", "Illinois", "Arizona")
    assert {place.within for place in found.values()} == {None}
    assert {place.kind for place in found.values()} == {"region"}


def test_a_city_goes_before_the_division_named_after_it() -> None:
    assert places("Talks went on in Geneva all night.", "Geneva")["Geneva"].kind == "city"
