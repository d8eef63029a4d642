"""Places against GeoWebNews and GeoVirus: which of the places that a reader marked are found, in the right state, within 161 km.

Run: `python -m benchmarks.places [--articles N] [--only GWN|GeoVirus] [--errors N]`. Of GeoWebNews only literal names count: a capital that stands for its
government is an actor's in a record. Places count by name in the article, as GeoVirus has them.
"""

from __future__ import annotations

import argparse
import math
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.corpora import DATA
from onrecord.facts import gazetteer
from onrecord.reading import read_text
from onrecord.recording import actors, places, times
from onrecord.recording.draft import Draft
from onrecord.understanding.encoder import Encoder

if TYPE_CHECKING:
    from onrecord.record import Place

KILOMETRES = 161
EARTH = 6371
LITERAL = ("Literal", "Mixed", "Coercion")


@dataclass(frozen=True)
class Gold:
    """A place that a reader marked: its name, coordinates and the country of the nearest city of that name, where one is known."""

    name: str
    latitude: float
    longitude: float


@dataclass
class Score:
    """Counts over articles: places marked, found by name, those with coordinates, of these within 161 km; with a known country, of these right."""

    gold: int = 0
    found: int = 0
    placed: int = 0
    near: int = 0
    judged: int = 0
    country: int = 0

    def __str__(self) -> str:
        return (
            f"marked {self.gold}  found {self.found / max(1, self.gold):.3f}  with coordinates {self.placed / max(1, self.gold):.3f}  "
            f"within {KILOMETRES} km {self.near / max(1, self.gold):.3f} of all, {self.near / max(1, self.placed):.3f} of those with coordinates  "
            f"country right {self.country / max(1, self.judged):.3f} of {self.judged}"
        )


def articles(corpus: str) -> list[tuple[str, list[Gold]]]:
    """Text and marked places of every article of `GWN` or `GeoVirus`, each name once."""
    out = []
    for article in ET.parse(DATA / "toponyms" / f"{corpus}.xml").getroot().iter("article"):  # noqa: S314  a file of our own
        found = {}
        for place in article.iter("toponym" if corpus == "GWN" else "location"):
            gold = _gold(place, corpus)
            if gold is not None:
                found.setdefault(gold.name, gold)
        out.append((article.findtext("text") or "", list(found.values())))
    return out


def _gold(place: ET.Element, corpus: str) -> Gold | None:
    if corpus == "GWN" and (place.findtext("type") not in LITERAL or place.findtext("nonLocational") == "Yes"):
        return None
    name = place.findtext("extractedName" if corpus == "GWN" else "name")
    latitude, longitude = (place.findtext("latitude" if corpus == "GWN" else "lat"), place.findtext("longitude" if corpus == "GWN" else "lon"))
    return Gold(name, float(latitude), float(longitude)) if name and latitude and longitude else None


def distance(latitude: float, longitude: float, gold: Gold) -> float:
    """Kilometres along the great circle."""
    a, b, turn = math.radians(latitude), math.radians(gold.latitude), math.radians(longitude - gold.longitude)
    return EARTH * math.acos(min(1.0, math.sin(a) * math.sin(b) + math.cos(a) * math.cos(b) * math.cos(turn)))


def country(gold: Gold) -> str | None:
    """The country of the known place of that name which lies where the reader marked it, or null."""
    near = [(distance(e.latitude, e.longitude, gold), e.country) for e in gazetteer.named(gold.name) if e.country]
    best = min(near, default=None)
    return best[1] if best is not None and best[0] < KILOMETRES else None


def compare(found: list[Place], marked: list[Gold], score: Score) -> list[str]:
    """Counts one article's places into `score`; returns what is wrong in words."""
    named = {
        _plain(words): place
        for place in sorted(found, key=lambda p: p.latitude is not None)
        for words in (place.name, *(m.text for m in place.mentions))
    }
    wrong = []
    for gold in marked:
        score.gold += 1
        place = named.get(_plain(gold.name))
        if place is None:
            wrong.append(f"missed {gold.name}")
            continue
        score.found += 1
        true = country(gold)
        if true is not None:
            score.judged += 1
            score.country += place.country == true
        if place.latitude is None or place.longitude is None:
            wrong.append(f"nowhere {gold.name}")
            continue
        score.placed += 1
        far = distance(place.latitude, place.longitude, gold)
        score.near += far <= KILOMETRES
        if far > KILOMETRES:
            wrong.append(f"{far:.0f} km off {gold.name} ({place.kind}, {place.country})")
    return wrong


def _plain(words: str) -> str:
    return gazetteer.key(words).removeprefix("the ")


def main() -> None:
    """Reads the articles and prints the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=25)
    parser.add_argument("--only", choices=("GWN", "GeoVirus"))
    parser.add_argument("--errors", type=int, default=0)
    told = parser.parse_args()
    encoder = Encoder.load()
    for corpus in (told.only,) if told.only else ("GWN", "GeoVirus"):
        score, wrong = Score(), []
        for text, marked in articles(corpus)[: told.articles]:
            draft = Draft(report := read_text(text), encoder.mark(report))
            wrong += compare(places.find(draft, actors.find(draft, times.find(draft))), marked, score)
        print(f"{corpus}, {told.articles} articles: {score}")
        for line in wrong[: told.errors]:
            print(f"  {line}")


if __name__ == "__main__":
    main()
