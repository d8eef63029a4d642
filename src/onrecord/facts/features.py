"""Seas, gulfs, straits, islands and mountains with a point in them (`resources/features.csv`)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from onrecord.facts.gazetteer import key

_WATERS = (" Sea", " Ocean")


class Feature(msgspec.Struct, frozen=True, array_like=True):
    """A part of nature: `country` ISO 3166 alpha-3 where it lies in one state only; latitude and longitude of a point in its middle, in degrees."""

    name: str
    kind: Literal["water", "region"]
    country: str | None
    latitude: float
    longitude: float


@cache
def _features() -> dict[str, Feature]:
    read = msgspec.json.decode(files("onrecord").joinpath("data/features.json").read_bytes(), type=list[Feature])
    return {key(feature.name): feature for feature in read}


def named(words: str) -> Feature | None:
    """What these words name, or null; a sea or ocean also by its name alone ("the Mediterranean")."""
    return next((found for end in ("", *_WATERS) if (found := _features().get(key(words + end))) is not None), None)
