"""Seas, islands, mountains and continents: a name to a point in the middle."""

from __future__ import annotations

import pytest

from onrecord.facts import abbreviations, features


@pytest.mark.parametrize(
    ("name", "kind", "latitude", "longitude"),
    [("Black Sea", "water", 43, 34), ("Strait of Hormuz", "water", 26.5, 56.5), ("Siberia", "region", 64, 110), ("Africa", "region", 7, 21)],
)
def test_a_feature_lies_where_maps_have_it(name: str, kind: str, latitude: float, longitude: float) -> None:
    found = features.named(name)
    assert found is not None
    assert found.kind == kind
    assert (found.latitude, found.longitude) == (pytest.approx(latitude, abs=3), pytest.approx(longitude, abs=5))


def test_a_sea_is_known_by_its_name_alone() -> None:
    assert features.named("Mediterranean") == features.named("Mediterranean Sea")
    assert features.named("Nowhere") is None


def test_states_and_divisions_are_no_features() -> None:
    assert features.named("Georgia") is None
    assert features.named("California") is None


def test_short_forms_of_news_style_keep_their_point() -> None:
    assert abbreviations.full("N.Y.") == "New York"
    assert abbreviations.full("Va") is None


def test_a_short_form_follows_a_comma() -> None:
    assert abbreviations.after("Reno, Nev., slept", 4) == (6, 10, "Nevada")
    assert abbreviations.after("Reno, NV slept", 4) == (6, 8, "Nevada")
    assert abbreviations.after("Reno, Nevertheless", 4) is None
