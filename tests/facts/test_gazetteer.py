"""The gazetteer: names to places with coordinates, quickly."""

from __future__ import annotations

from time import perf_counter

import pytest

from onrecord.facts import gazetteer


def test_the_most_populous_stands_first() -> None:
    first = gazetteer.named("Paris")[0]
    assert (first.country, first.kind) == ("FRA", gazetteer.CITY)
    assert first.latitude == pytest.approx(48.85, abs=0.1)


def test_a_city_knows_its_region() -> None:
    goma = gazetteer.named("Goma")[0]
    assert goma.country == "COD"
    assert gazetteer.region_name(goma.region or 0) == "Nord-Kivu"


def test_states_have_a_place_by_their_code() -> None:
    assert (gazetteer.state("KOS") or gazetteer.named("x")[0]).kind == gazetteer.COUNTRY
    assert gazetteer.state("XYZ") is None


@pytest.mark.parametrize(
    ("name", "key"), [("São Paulo", "sao paulo"), ("N'Djamena", "ndjamena"), ("Port-au-Prince", "port au prince"), ("ST. LOUIS", "st louis")]
)
def test_spelling_does_not_matter(name: str, key: str) -> None:
    assert gazetteer.key(name) == key
    assert gazetteer.named(name)


def test_a_look_up_is_quick() -> None:
    gazetteer.named("Kyiv")
    start = perf_counter()
    for _ in range(50):
        gazetteer.named("Springfield")
    assert (perf_counter() - start) / 50 < 0.005
