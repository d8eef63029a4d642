"""Places of raw text against GeoWebNews (its literal names with coordinates) and GeoVirus, mention by mention, through the shipped path.

`places.gwn`, `places.virus`: of all marked places, those that are found and right, what is not found or has no coordinates counting as wrong.
`places.gwn.resolved`, `places.virus.resolved`: of those found that have coordinates (or are a state). `places.gwn.held`, `places.virus.held`: of all, those also right that the
record has as an actor of the state marked (a country that does something is a party there, no place; GeoVirus does not tell the two apart). A place is right within 161 km of where the reader marked it; one that is an area (a
state, a region of the first level) when that point lies inside: when the city of the gazetteer nearest to the point lies in it. Where a mention covers a place
and what it lies in ("Dresden, Germany"), each is looked for in it. Figures are shares of the marked places, not F1. Both corpora helped to make the rules.
"""

from __future__ import annotations

import math
import sqlite3
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.corpora import DATA
from benchmarks.measure import Outcome
from benchmarks.system import encoder
from onrecord.facts import gazetteer, states
from onrecord.reading import read_text
from onrecord.recording import actors, places, times
from onrecord.recording.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.record import Place

KILOMETRES = 161
EARTH = 6371
LITERAL = ("Literal", "Mixed", "Coercion")


@dataclass(frozen=True)
class Gold:
    """A place that a reader marked: its characters, name and coordinates."""

    start: int
    end: int
    name: str
    latitude: float
    longitude: float


def toponyms(corpus: str) -> Iterator[Outcome]:
    """The outcomes of every article of `GWN` or `GeoVirus`."""
    name = {"GWN": "gwn", "GeoVirus": "virus"}[corpus]
    for number, (text, marked) in enumerate(articles(corpus)):
        draft = Draft(report := read_text(text), encoder().mark(report))
        cast = actors.find(draft, times.find(draft))
        acting = [(m.start, m.end, actor.country) for actor in cast.actors if actor.country for m in actor.mentions]
        found = places.find(draft, cast)
        yield from compare(f"{corpus} {number}", report.text, _moved(text, report.text, marked), found, acting, f"places.{name}")


def articles(corpus: str) -> Iterator[tuple[str, list[Gold]]]:
    """Text and marked places of every article."""
    for article in ET.parse(DATA / "toponyms" / f"{corpus}.xml").getroot().iter("article"):  # noqa: S314  a file of our own
        golds = (_gold(place, corpus) for place in article.iter("toponym" if corpus == "GWN" else "location"))
        yield article.findtext("text") or "", [g for g in golds if g is not None]


def _gold(place: ET.Element, corpus: str) -> Gold | None:
    if corpus == "GWN" and (place.findtext("type") not in LITERAL or place.findtext("nonLocational") == "Yes"):
        return None
    name = place.findtext("extractedName" if corpus == "GWN" else "name")
    at = [place.findtext(tag) for tag in (("start", "end", "latitude", "longitude") if corpus == "GWN" else ("start", "end", "lat", "lon"))]
    if not name or not all(at):
        return None
    return Gold(int(at[0] or 0), int(at[1] or 0), name, float(at[2] or 0), float(at[3] or 0))


def _moved(source: str, text: str, marked: list[Gold]) -> list[Gold]:
    """The marked places by the characters of the text as it was read: the occurrence of the name with as many before it."""
    out = []
    for g in marked:
        start = -1
        for _ in range(source.count(g.name, 0, max(g.start + 2, 0)) + 1):  # offsets of both corpora are off by one or two where text was repaired
            after = text.find(g.name, start + 1)
            if after < 0 or after > g.start + 40:
                break
            start = after
        if start >= 0:
            out.append(Gold(start, start + len(g.name), g.name, g.latitude, g.longitude))
        else:
            out.append(g)
    return out


def compare(document: str, text: str, marked: list[Gold], found: list[Place], acting: list[tuple[int, int, str]], figure: str) -> list[Outcome]:
    """What one article gives to the three figures; `acting` are the mentions of actors with their states."""
    by_id = {place.id: place for place in found}
    whole, held = (Outcome(f"{figure}{part}", document, 0, len(marked), len(marked)) for part in ("", ".held"))
    resolved = Outcome(f"{figure}.resolved", document)
    for gold in marked:
        around = " ".join(f"{text[max(0, gold.start - 50) : gold.start]}[{text[gold.start : gold.end]}]{text[gold.end : gold.end + 40]}".split())
        here = [place for place in found if any(m.start < gold.end and gold.start < m.end for m in place.mentions)]
        chain = here + [by_id[place.within] for place in here if place.within in by_id]
        good = any(right(place, gold) for place in chain)
        placed = [place for place in here if place.latitude is not None or place.kind == "country"]
        whole.right += good
        party = states.named(gold.name) and any(s < gold.end and gold.start < e and c == nearest(gold.latitude, gold.longitude)[0] for s, e, c in acting)
        held.right += good or bool(party)
        if placed:
            resolved.found, resolved.wanted, resolved.right = resolved.found + 1, resolved.wanted + 1, resolved.right + any(right(place, gold) for place in placed)
        if not good:
            told = "; ".join(f"{p.name} ({p.kind}, {p.country}, {p.latitude}, {p.longitude})" for p in here) or None
            for out in (whole, resolved) if placed else (whole,):
                out.miss(str(gold.start), f"{around} {gold.latitude}, {gold.longitude}", told)
    return [whole, held, resolved]


def right(place: Place, gold: Gold) -> bool:
    """Whether the place is where the reader marked it."""
    if place.latitude is not None and place.longitude is not None and distance(place.latitude, place.longitude, gold) <= KILOMETRES:
        return True
    country, region = nearest(gold.latitude, gold.longitude)
    named = states.named(gold.name)
    if place.kind == "country" or (place.country is not None and any(s.code == place.country and s.form in ("name", "alias") for s in named)):
        return place.country == country
    return place.kind == "region" and place.admin1 is not None and place.admin1 == region and place.country == country


def distance(latitude: float, longitude: float, gold: Gold) -> float:
    """Kilometres along the great circle."""
    a, b, turn = math.radians(latitude), math.radians(gold.latitude), math.radians(longitude - gold.longitude)
    return EARTH * math.acos(min(1.0, math.sin(a) * math.sin(b) + math.cos(a) * math.cos(b) * math.cos(turn)))


@cache
def nearest(latitude: float, longitude: float) -> tuple[str | None, str | None]:
    """State and first-level region of the city nearest to a point."""
    rows, points = _cities()
    there = np.radians([latitude, longitude])
    direction = np.array([np.cos(there[0]) * np.cos(there[1]), np.cos(there[0]) * np.sin(there[1]), np.sin(there[0])])
    country, region = rows[int(np.argmax(points @ direction))]
    return country, gazetteer.region_name(region) if region is not None else None


@cache
def _cities() -> tuple[list[tuple[str | None, int | None]], np.ndarray]:
    base = sqlite3.connect(f"file:{files('onrecord').joinpath('data/gazetteer.db')}?mode=ro", uri=True)
    rows = base.execute("SELECT country, region, latitude, longitude FROM place WHERE kind = ?", (gazetteer.CITY,)).fetchall()
    at = np.radians(np.array([(row[2], row[3]) for row in rows]) / 10_000)
    return [(row[0], row[1]) for row in rows], np.stack([np.cos(at[:, 0]) * np.cos(at[:, 1]), np.cos(at[:, 0]) * np.sin(at[:, 1]), np.sin(at[:, 0])], 1)
